import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnostics } from '../diagnostics/index.ts';
import type { ProjectEnvironment } from '../dialects/index.ts';
import { reportFrozen } from '../lock/index.ts';
import { type Content, readInputs, type SourceFile } from '../read/index.ts';
import { ReadCache } from './cache.ts';
import { type Compilation, type CompileInput, compile } from './compile.ts';
import { type OutputChange, reportStale, writeOutput } from './output.ts';

export interface EnvironmentOptions {
  /** Reads standard input, for the input `-`. Absent: the process's own. */
  readonly stdin?: Stdin | undefined;
  /** Write nothing, and report an output that is not what the specs compile to. */
  readonly check?: boolean | undefined;
  /** Refuse to change the lock. */
  readonly frozen?: boolean | undefined;
  /** Absent: on. */
  readonly cache?: boolean | undefined;
}

/** Reads all of standard input, up to so many bytes. */
export type Stdin = (most: number) => Content;

/** What compiling an environment on disk came to. */
export interface EnvironmentResult {
  readonly environment: ProjectEnvironment;
  readonly compilation: Compilation;
  /** All that was read, for printing places. */
  readonly sources: readonly SourceFile[];
  /** What was written, or would be. Absent after an error. */
  readonly change?: OutputChange;
}

/** Reads an environment's inputs from disk, compiles them, and writes its output and its lock. */
export async function compileEnvironment(
  root: string,
  environment: ProjectEnvironment,
  options: EnvironmentOptions,
  diagnostics: Diagnostics,
): Promise<EnvironmentResult> {
  const own = new Diagnostics();
  const input = loadEnvironment(root, environment, options.stdin, own);
  const sources = [...input.sources, input.lock, input.sizes].filter((source) => source !== undefined);
  const cache = options.cache === false ? undefined : new ReadCache(join(root, '.stowage/cache', environment.name));
  const compilation = own.hasErrors ? {} : await compile(input, own, cache?.read);
  cache?.save();
  const change = finish(root, environment, options, input.lock?.text, compilation, own);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return { environment, compilation, sources, ...(change && { change }) };
}

/** Reads what an environment is made of. */
export function loadEnvironment(
  root: string,
  environment: ProjectEnvironment,
  stdin: Stdin | undefined,
  diagnostics: Diagnostics,
): CompileInput {
  const io = stdin ? { stdin } : {};
  const [sizes] = environment.sizes === undefined ? [] : readInputs(root, [environment.sizes], {}, diagnostics);
  return {
    environment: environment.name,
    sources: readInputs(root, environment.inputs, io, diagnostics).filter(({ path }) => path !== environment.sizes),
    lock: readLockFile(root, environment.lock),
    sizes,
  };
}

/** The lock is a hint: one that cannot be read is as good as none, and writing it will say what is in the way. */
function readLockFile(root: string, path: string): SourceFile | undefined {
  try {
    return { path, text: readFileSync(join(root, path), 'utf8') };
  } catch {
    return undefined;
  }
}

function finish(
  root: string,
  environment: ProjectEnvironment,
  options: EnvironmentOptions,
  lockText: string | undefined,
  { output, lock, before }: Compilation,
  diagnostics: Diagnostics,
): OutputChange | undefined {
  if (diagnostics.hasErrors || !output || !lock) return undefined;
  if (options.frozen) reportFrozen(environment.lock, lockText, before, lock, diagnostics);
  const check = options.check === true || diagnostics.hasErrors;
  const change = writeOutput(root, environment, output, { check }, diagnostics);
  if (change && options.check) reportStale(environment.name, change, diagnostics);
  return diagnostics.hasErrors && !options.check ? undefined : change;
}
