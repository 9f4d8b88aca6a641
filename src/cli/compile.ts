import {
  cacheFolder,
  compileEnvironment,
  type EnvironmentResult,
  reportOutput,
  reportPlacement,
  reportRefuge,
  reportTransition,
  writeApplicationSet,
} from '../compiler/index.ts';
import { Diagnostics } from '../diagnostics/index.ts';
import type { Io } from './io.ts';
import { openSession, printDiagnostics, type SessionOptions } from './session.ts';

export interface CompileOptions extends SessionOptions {
  readonly check?: boolean;
  readonly frozen?: boolean;
  readonly cache?: boolean;
}

/** `stowage compile`: 0 clean (or up to date), 1 after an error, with nothing written for that environment. */
export async function runCompile(inputs: readonly string[], options: CompileOptions, io: Io): Promise<number> {
  const diagnostics = new Diagnostics();
  const session = openSession(inputs, options, io, diagnostics);
  const sources = [...session.sources];
  const cache = options.cache === false ? undefined : cacheFolder(session.root, io.env);
  const results: EnvironmentResult[] = [];
  for (const environment of session.environments) {
    const result = await compileEnvironment(
      session.root,
      environment,
      { check: options.check, frozen: options.frozen, stdin: session.stdin, cache },
      diagnostics,
    );
    results.push(result);
    sources.push(...result.sources);
    if (options.format === 'text') io.stdout(reportCompile(result, options.check === true));
  }
  const { applicationSet } = session;
  // What is to be changed in the environments first may change it, too.
  if (applicationSet && !results.some(({ change }) => !change)) {
    const check = options.check === true;
    const change = writeApplicationSet(session.root, applicationSet, results, { check }, diagnostics);
    if (change && options.format === 'text') {
      io.stdout(`ApplicationSet\n  ${reportOutput({ output: applicationSet.output }, change, check)}\n\n`);
    }
  }
  printDiagnostics(diagnostics.list(), sources, options.format, io);
  return diagnostics.hasErrors ? 1 : 0;
}

/** As far as the compile came: what fits where helps to understand an error, too. */
export function reportCompile({ environment, compilation, change }: EnvironmentResult, check: boolean): string {
  const { fleet, problem, placement, plan } = compilation;
  if (!fleet || !problem || !placement) return `${environment.name}: not compiled\n\n`;
  const body = [
    reportPlacement(fleet, problem, placement),
    ...(plan ? [reportTransition(plan.transition, placement.moves), ...reportRefuge(plan)] : []),
    change ? reportOutput(environment, change, check) : 'nothing written',
  ].join('\n');
  return `${environment.name}\n${body.replace(/^/gm, '  ')}\n\n`;
}
