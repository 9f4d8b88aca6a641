import { type Compilation, compile, loadEnvironment } from '../compiler/index.ts';
import { Diagnostics } from '../diagnostics/index.ts';
import type { Io } from './io.ts';
import { openSession, printDiagnostics, type SessionOptions } from './session.ts';

const stages = ['fleet', 'problem', 'placement', 'plan', 'lock'] as const satisfies readonly (keyof Compilation)[];

/** `stowage show`: prints what one step makes, as JSON, an environment after the other. Writes nothing. */
export async function runShow(
  name: string,
  inputs: readonly string[],
  options: SessionOptions,
  io: Io,
): Promise<number> {
  const stage = stages.find((known) => known === name);
  if (!stage) {
    io.stderr(`error: there is no step ${JSON.stringify(name)}; the steps are ${stages.join(', ')}\n`);
    return 1;
  }
  const diagnostics = new Diagnostics();
  const session = openSession(inputs, options, io, diagnostics);
  const sources = [...session.sources];
  for (const environment of session.environments) {
    const input = loadEnvironment(session.root, environment, session.stdin, diagnostics);
    sources.push(...input.sources);
    const made = (await compile(input, diagnostics))[stage];
    if (made) io.stdout(`${JSON.stringify(made, null, 2)}\n`);
  }
  printDiagnostics(diagnostics.list(), sources, options.format === 'json' ? 'text' : options.format, io);
  return diagnostics.hasErrors ? 1 : 0;
}
