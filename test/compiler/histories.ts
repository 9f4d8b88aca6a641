import fc from 'fast-check';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { compile, Diagnostics, type Output } from '../../src/compiler/index.ts';
import { decodeShards, type Lock, type Plan, type ShardEntry } from '../../src/ir/index.ts';
import { replay } from '../plan/replay.ts';
import { afterCommit, anyHistory, type Commit, documentsOf, moves, type Specs, sourcesOf } from '../support/commits.ts';
import { type Compiled, compileWell } from '../support/compiled.ts';

const commitsEach = 6;

/** What came about over all histories: a check that little happens to tests little. */
export interface Seen {
  compiled: number;
  /** Commits that do not fit, which nobody merges. */
  refused: number;
  moved: number;
  /** Models with former versions. */
  former: number;
}

/**
 * Compiles random histories, commit after commit, each on the lock of the one before, and expects of each compile that
 * it is legal, moves little, keeps former versions, and gives the same again, whatever the order of its sources.
 */
export async function compileHistories(histories: number, seed: number): Promise<Seen> {
  const seen: Seen = { compiled: 0, refused: 0, moved: 0, former: 0 };
  await fc.assert(
    fc.asyncProperty(anyHistory(commitsEach), async ({ first, commits }) => {
      let specs: Specs = first;
      let before: Compiled | undefined;
      for (const [number, commit] of [undefined, ...commits].entries()) {
        const next: Specs = commit ? afterCommit(specs, commit, number) : specs;
        if (!(await fits(next, before))) {
          seen.refused++;
          continue;
        }
        const made = await compileWell(inputOf(documentsOf(next), before));
        expectUnique(made.output);
        expectShards(made);
        expectFormer(made.lock);
        if (before && commit) seen.moved += expectFewMoves(before.lock, made.lock, changedBy(specs, next), commit);
        if (before && commit && commit.kind !== 'resize') expectServed(before.lock, made);
        await expectSameAgain(next, made);
        await expectSameInAnyOrder(next, before, made);
        seen.compiled++;
        seen.former += made.lock.models.filter(({ former }) => former.length > 0).length;
        specs = next;
        before = made;
      }
    }),
    { seed, numRuns: histories, endOnFailure: true },
  );
  return seen;
}

function inputOf(documents: readonly string[], before: Compiled | undefined) {
  const lock = before && { path: 'specs/test.lock', text: before.output.lock };
  return { environment: 'test', sources: sourcesOf(documents), lock };
}

/** Whether all models find a place; any other fault is a fault of the test. */
async function fits(specs: Specs, before: Compiled | undefined): Promise<boolean> {
  const diagnostics = new Diagnostics();
  await compile(inputOf(documentsOf(specs), before), diagnostics);
  const codes = diagnostics.list().map(({ code }) => code);
  expect(codes.filter((code) => !code.startsWith('STW13'))).toEqual([]);
  return !diagnostics.hasErrors;
}

function expectUnique({ files }: Output): void {
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
}

/** What the ConfigMaps carry is the plan, entry by entry. */
function expectShards({ plan, output }: Compiled): void {
  const texts = new Map<string, string[]>();
  for (const { path, text } of output.files) {
    if (!/configmap-.*-plan-\d+\.yaml$/.test(path)) continue;
    for (const shard of Object.values((parse(text) as { data: Record<string, string> }).data)) {
      const { owner } = JSON.parse(shard) as { owner: string };
      texts.set(owner, [...(texts.get(owner) ?? []), shard]);
    }
  }
  const entries = (owner: string) => {
    const decoded = decodeShards<ShardEntry>(texts.get(owner) ?? []);
    return 'reason' in decoded ? decoded.reason : decoded.entries;
  };
  for (const { server, models } of plan.servers) expect(entries(`server/${server}`)).toEqual(models);
  expect(entries('gateway')).toEqual(plan.gateway.models);
  expect(texts.size).toBe(plan.servers.length + 1);
}

function expectFormer({ models }: Lock): void {
  for (const { current, former } of models) {
    expect(former.length).toBeLessThanOrEqual(2);
    expect(new Set([current, ...former].map(({ physical }) => physical)).size).toBe(former.length + 1);
  }
}

/** Counted from the locks alone: how many models moved that the commit does not name. */
function expectFewMoves(before: Lock, after: Lock, changed: ReadonlySet<string>, { kind }: Commit): number {
  const old = new Map(before.models.map(({ name, at }) => [name, at.join()]));
  const moved = after.models.filter(({ name, at }) => old.has(name) && old.get(name) !== at.join());
  const others = moved.filter(({ name }) => !changed.has(name));
  // A smaller server drives out models that no commit names; the checker knows how many may move then.
  if (kind !== 'resize') expect(others.length).toBeLessThanOrEqual(moves * changed.size);
  return moved.length;
}

/** Step by step, what was there and what comes fits, and no model is gone for a while but those that are named. */
function expectServed(before: Lock, { plan, problem }: Compiled): void {
  const { faults, interrupted } = replay(before, plan, problem);
  expect(faults).toEqual([]);
  expect(interrupted).toEqual(plan.transition.interrupted.map(({ model }) => model));
}

/** Models of which the solver is asked something else than before. */
function changedBy(before: Specs, after: Specs): ReadonlySet<string> {
  const names = [...after.models].filter(([name, { memory }]) => before.models.get(name)?.memory !== memory);
  return new Set(names.map(([name]) => name));
}

async function expectSameAgain(specs: Specs, made: Compiled): Promise<void> {
  const again = await compileWell(inputOf(documentsOf(specs), made));
  expect(again.output).toEqual(made.output);
  expect(again.plan.transition).toEqual(nothing);
}

const nothing: Plan['transition'] = {
  added: [],
  removed: [],
  updated: [],
  moved: [],
  interrupted: [],
  steps: [],
  peaks: {},
};

async function expectSameInAnyOrder(specs: Specs, before: Compiled | undefined, made: Compiled): Promise<void> {
  const documents = documentsOf(specs).toReversed();
  const half = Math.ceil(documents.length / 2);
  const grouped = [documents.slice(0, half).join('---\n'), documents.slice(half).join('---\n')];
  expect((await compileWell(inputOf(grouped, before))).output).toEqual(made.output);
}
