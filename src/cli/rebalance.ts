import { cacheFolder, compileEnvironment, compilerCodes, reportRebalance } from '../compiler/index.ts';
import { Diagnostics } from '../diagnostics/index.ts';
import { reportCompile } from './compile.ts';
import type { Io } from './io.ts';
import { openSession, printDiagnostics, type SessionOptions } from './session.ts';

export interface RebalanceOptions extends SessionOptions {
  /** How many models may move. */
  readonly moves: number;
  readonly check?: boolean;
}

/**
 * `stowage rebalance`: a compile that may also move models that did not change, to close replicas, and says what the
 * moves buy. 0: written (with `check`: nothing is), 1 after an error.
 */
export async function runRebalance(inputs: readonly string[], options: RebalanceOptions, io: Io): Promise<number> {
  const diagnostics = new Diagnostics();
  const session = openSession(inputs, options, io, diagnostics);
  const sources = [...session.sources];
  const cache = cacheFolder(session.root, io.env);
  for (const environment of session.environments) {
    const own = new Diagnostics();
    const result = await compileEnvironment(
      session.root,
      environment,
      { check: options.check, stdin: session.stdin, cache, rebalance: options.moves },
      own,
    );
    sources.push(...result.sources);
    // That the output differs is what a rebalance is for, no fault.
    for (const one of own.list())
      if (!options.check || one.code !== compilerCodes.staleOutput.code) diagnostics.add(one);
    const { rebalanced } = result.compilation;
    if (options.format !== 'text') continue;
    if (rebalanced) io.stdout(`${reportRebalance(rebalanced).replace(/^/gm, '  ')}\n`);
    io.stdout(reportCompile(result, options.check === true));
  }
  printDiagnostics(diagnostics.list(), sources, options.format, io);
  return diagnostics.hasErrors ? 1 : 0;
}
