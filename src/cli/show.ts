import { type Compilation, inspectEnvironment } from '../compiler/index.ts';
import { Diagnostics } from '../diagnostics/index.ts';
import type { Io } from './io.ts';
import { openSession, printDiagnostics, type SessionOptions } from './session.ts';
import { usageError } from './usage-error.ts';

const stages = ['fleet', 'problem', 'placement', 'plan', 'lock'] as const satisfies readonly (keyof Compilation)[];

/** `stowage show`: prints what one step makes of one environment, as one JSON document. Writes nothing. */
export async function runShow(
  name: string,
  inputs: readonly string[],
  options: SessionOptions,
  io: Io,
): Promise<number> {
  const stage = stages.find((known) => known === name);
  const quoted = (names: readonly string[]): string => names.map((each) => `\`${each}\``).join(', ');
  if (!stage) return usageError(io, `There is no step \`${name}\``, `The steps are ${quoted(stages)}.`);
  const diagnostics = new Diagnostics();
  const session = openSession(inputs, options, io, diagnostics);
  const sources = [...session.sources];
  const [environment, ...others] = session.environments;
  if (environment && others.length > 0) {
    const names = session.environments.map((each) => each.name);
    return usageError(
      io,
      `\`show\` prints one environment, and there are ${names.length}`,
      `Say which with \`-e\`: ${quoted(names)}.`,
    );
  }
  if (environment) {
    const inspection = await inspectEnvironment(session.root, environment, session, diagnostics);
    sources.push(...inspection.sources);
    const made = inspection.compilation[stage];
    if (made) io.stdout(`${JSON.stringify(made, null, 2)}\n`);
  }
  printDiagnostics(diagnostics.list(), sources, 'text', io);
  return diagnostics.hasErrors ? 1 : 0;
}
