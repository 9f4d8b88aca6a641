import { byCodeUnit, type Diagnostics } from '../diagnostics/index.ts';
import { readDialects } from '../dialects/index.ts';
import { type EmittedFile, emitters } from '../emit/index.ts';
import type { Delivery, Fleet, Lock, Placement, Plan, Problem } from '../ir/index.ts';
import { originAt } from '../ir/index.ts';
import { link } from '../link/index.ts';
import { readLock, writeLock } from '../lock/index.ts';
import { type Rebalanced, rebalance, reportUnplaced, solve, solverVersion, toProblem } from '../place/index.ts';
import { buildPlan } from '../plan/index.ts';
import { type Document, readDocuments, type SourceFile } from '../read/index.ts';
import { compilerCodes } from './codes.ts';
import { checkManifestSize } from './manifest-size.ts';
import { readSizes } from './sizes.ts';

/** All that a compile reads, in memory. */
export interface CompileInput {
  /** Name of the environment, as `stowage.yaml` has it. Absent: whatever the one Environment is called. */
  readonly environment?: string | undefined;
  readonly sources: readonly SourceFile[];
  /** Absent: a first compile. */
  readonly lock?: SourceFile | undefined;
  /** `sizes.yaml`. Absent: every model gives its own. */
  readonly sizes?: SourceFile | undefined;
  /** How many models may move to close ordinals. Absent: the placement is not rebalanced. */
  readonly rebalance?: number | undefined;
  /** How Argo CD gets at the output. Absent: nothing is emitted for it. */
  readonly delivery?: Delivery | undefined;
}

/** What each step made; a step that could not be reached is absent. */
export interface Compilation {
  readonly fleet?: Fleet;
  /** The lock as it was read and repaired. Absent: there was none. */
  readonly before?: Lock;
  readonly problem?: Problem;
  readonly placement?: Placement;
  /** What moving models buys. Absent: it was not asked for. */
  readonly rebalanced?: Rebalanced;
  readonly plan?: Plan;
  readonly lock?: Lock;
  /** Absent after any error: nothing is written then. */
  readonly output?: Output;
}

export interface Output {
  readonly lock: string;
  /** Paths below the environment's output folder. */
  readonly files: readonly EmittedFile[];
}

/** Turns one source into documents; the cache has another one. */
export type ReadSource = (source: SourceFile, diagnostics: Diagnostics) => readonly Document[];

/**
 * Compiles one environment. Pure: the same input gives the same output, whatever the order of its sources.
 *
 *     sources ─ read ─ dialects ─ link ─▶ fleet ─ lock ─▶ problem ─ place ─▶ placement ─ plan ─▶ plan ─ emit ─▶ files
 */
export async function compile(
  input: CompileInput,
  diagnostics: Diagnostics,
  read: ReadSource = readDocuments,
): Promise<Compilation> {
  const sources = input.sources.toSorted((a, b) => byCodeUnit(a.path, b.path));
  const documents = sources.flatMap((source) => read(source, diagnostics));
  const parts = readDialects(documents, diagnostics);
  const sizes = readSizes(input.sizes, diagnostics);
  const fleet = link(parts, sizes, diagnostics, input.environment);
  if (!fleet) return {};
  checkName(fleet, input.environment, diagnostics);

  const before = readLock(input.lock, diagnostics);
  const { problem, demands } = toProblem(fleet, before);
  const rebalanced = input.rebalance === undefined ? undefined : await rebalance(problem, input.rebalance);
  const placement = rebalanced?.placement ?? (await solve(problem));
  reportUnplaced(fleet, problem, placement, diagnostics);
  const placed = { fleet, ...(before && { before }), problem, placement, ...(rebalanced && { rebalanced }) };
  if (diagnostics.hasErrors) return placed;

  const solved = { solver: solverVersion, demands };
  const { plan, lock } = buildPlan(fleet, problem, placement, before, solved, diagnostics);
  if (diagnostics.hasErrors) return { ...placed, plan, lock };

  const files = Object.values(emitters).flatMap((emit) => emit(fleet, plan, input.delivery));
  checkManifestSize(fleet, files, input.delivery, diagnostics);
  return { ...placed, plan, lock, output: { lock: writeLock(lock), files } };
}

function checkName(fleet: Fleet, expected: string | undefined, diagnostics: Diagnostics): void {
  const { name, origin } = fleet.environment;
  if (expected === undefined || name === expected) return;
  diagnostics.report(compilerCodes.environmentName, {
    message: `The inputs of environment \`${expected}\` hold the Environment \`${name}\``,
    origin: originAt(origin),
    help: `Name it \`${expected}\` here, or \`${name}\` in \`stowage.yaml\`.`,
  });
}
