import { Diagnostics } from '../diagnostics/index.ts';
import { reportFrozen } from '../lock/index.ts';
import { type Content, lockBytes, readInputs, readNamed, type SourceFile, sizesLimits } from '../read/index.ts';
import { ReadCache } from './cache.ts';
import { checkLockFile } from './check-lock-file.ts';
import { type Compilation, type CompileInput, compile, type ReadSource } from './compile.ts';
import type { ListedEnvironment } from './listed.ts';
import { type OutputChange, reportStale, writeOutput } from './output.ts';

export interface EnvironmentOptions {
  /** Reads standard input, for the input `-`. Absent: the process's own. */
  readonly stdin?: Stdin | undefined;
  /** Write nothing, and report an output that is not what the specs compile to. */
  readonly check?: boolean | undefined;
  /** Refuse to change the lock. */
  readonly frozen?: boolean | undefined;
  /** How many models may move to close ordinals. Absent: the placement is not rebalanced. */
  readonly rebalance?: number | undefined;
  /** Folder of the cache (see `cacheFolder`), which nobody but the user may write to. Absent: everything is read anew. */
  readonly cache?: string | undefined;
}

/** Reads all of standard input, up to so many bytes. */
export type Stdin = (most: number) => Content;

/** What an environment on disk compiles to. */
export interface Inspection {
  readonly compilation: Compilation;
  /** All that was read, for printing places. */
  readonly sources: readonly SourceFile[];
}

/** What compiling an environment on disk came to. */
export interface EnvironmentResult extends Inspection {
  readonly environment: ListedEnvironment;
  /** What was written, or with `check` would be. Absent after an error, but for one that the check found. */
  readonly change?: OutputChange;
}

/** Reads an environment's inputs from disk, compiles them, and writes its output and its lock. */
export async function compileEnvironment(
  root: string,
  environment: ListedEnvironment,
  options: EnvironmentOptions,
  diagnostics: Diagnostics,
): Promise<EnvironmentResult> {
  const own = new Diagnostics();
  const input = { ...loadEnvironment(root, environment, options.stdin, own), rebalance: options.rebalance };
  const cache = options.cache === undefined ? undefined : new ReadCache(`${options.cache}/${environment.name}`);
  const inspection = await inspect(input, own, cache?.read);
  cache?.save();
  const change = finish(root, environment, options, input.lock?.text, inspection.compilation, own);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return { environment, ...inspection, ...(change && { change }) };
}

/** Reads an environment's inputs from disk and compiles them. Writes nothing. */
export async function inspectEnvironment(
  root: string,
  environment: ListedEnvironment,
  options: Pick<EnvironmentOptions, 'stdin' | 'frozen'>,
  diagnostics: Diagnostics,
): Promise<Inspection> {
  const own = new Diagnostics();
  const input = loadEnvironment(root, environment, options.stdin, own);
  const inspection = await inspect(input, own);
  const { lock, before } = inspection.compilation;
  if (options.frozen && lock && !own.hasErrors) reportFrozen(environment.lock, input.lock?.text, before, lock, own);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return inspection;
}

/** Reads what an environment is made of. */
export function loadEnvironment(
  root: string,
  environment: ListedEnvironment,
  stdin: Stdin | undefined,
  diagnostics: Diagnostics,
): CompileInput {
  const { name, inputs, lock, sizes, delivery, origins } = environment;
  const options = { ...(stdin && { stdin }), origins: origins?.inputs, except: sizes };
  return {
    environment: name,
    sources: readInputs(root, inputs, options, diagnostics),
    lock: readLockFile(root, lock, diagnostics),
    sizes: sizes === undefined ? undefined : readSizesFile(root, sizes, environment, diagnostics),
    delivery,
  };
}

function readSizesFile(root: string, path: string, { origins }: ListedEnvironment, diagnostics: Diagnostics) {
  const missing = {
    message: `There is no sizes file \`${path}\``,
    help: 'Mend `sizes` in `stowage.yaml`, or leave it out where each model says its own size.',
  };
  return readNamed(root, { path, most: sizesLimits.bytes, origin: origins?.sizes, missing }, diagnostics);
}

/** Bytes that are not UTF-8 spoil the lines they are in: the lock is repaired. */
function readLockFile(root: string, path: string, diagnostics: Diagnostics): SourceFile | undefined {
  const source = readNamed(root, { path, most: lockBytes, lenient: true }, diagnostics);
  if (source) checkLockFile(source, diagnostics);
  return source;
}

/** Nothing is compiled of what could not be read whole. */
async function inspect(input: CompileInput, diagnostics: Diagnostics, read?: ReadSource): Promise<Inspection> {
  const sources = [...input.sources, input.lock, input.sizes].filter((source) => source !== undefined);
  return { sources, compilation: diagnostics.hasErrors ? {} : await compile(input, diagnostics, read) };
}

function finish(
  root: string,
  environment: ListedEnvironment,
  options: EnvironmentOptions,
  lockText: string | undefined,
  { output, lock, before }: Compilation,
  diagnostics: Diagnostics,
): OutputChange | undefined {
  if (diagnostics.hasErrors || !output || !lock) return undefined;
  if (options.frozen) reportFrozen(environment.lock, lockText, before, lock, diagnostics);
  const check = options.check === true || diagnostics.hasErrors;
  const change = writeOutput(root, environment, output, { check }, diagnostics);
  if (change && options.check)
    reportStale(`The output of \`${environment.name}\``, `stowage compile -e ${environment.name}`, change, diagnostics);
  return diagnostics.hasErrors && !options.check ? undefined : change;
}
