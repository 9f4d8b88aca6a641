import { inspectEnvironment, manifestsFolder } from '../compiler/index.ts';
import { Diagnostics } from '../diagnostics/index.ts';
import type { Io } from './io.ts';
import { openSession, printDiagnostics, type SessionOptions } from './session.ts';
import { usageError } from './usage-error.ts';

export interface RenderOptions extends Pick<SessionOptions, 'directory' | 'environment'> {
  readonly frozen?: boolean;
}

/**
 * `stowage render`: prints the manifests of one environment, each a document of one YAML stream, and nothing else on
 * standard output; nothing at all after an error. Writes nothing, no cache either. Where the command line names no
 * environment, the parameter `environment` of the Argo CD plugin that runs this does.
 */
export async function runRender(options: RenderOptions, io: Io): Promise<number> {
  const diagnostics = new Diagnostics();
  // Empty where an Application gives the parameter no value.
  const named = io.env['PARAM_ENVIRONMENT'] || undefined;
  const chosen = options.environment || named === undefined ? options : { ...options, environment: [named] };
  const session = openSession([], chosen, io, diagnostics);
  const sources = [...session.sources];
  const [environment, ...others] = session.environments;
  if (others.length > 0) {
    const all = session.environments.map(({ name }) => `\`${name}\``).join(', ');
    return usageError(
      io,
      `\`render\` prints one environment, and there are ${session.environments.length}`,
      `Say which with \`-e\`, or in a plugin of Argo CD by its parameter \`environment\`: ${all}.`,
    );
  }
  if (environment) {
    const { stdin } = session;
    const inspection = await inspectEnvironment(
      session.root,
      environment,
      { stdin, frozen: options.frozen },
      diagnostics,
    );
    sources.push(...inspection.sources);
    const files = inspection.compilation.output?.files ?? [];
    if (!diagnostics.hasErrors) {
      const manifests = files.filter(({ path }) => path.startsWith(`${manifestsFolder}/`));
      io.stdout(manifests.map(({ text }) => text).join('---\n'));
    }
  }
  printDiagnostics(diagnostics.list(), sources, 'text', io);
  return diagnostics.hasErrors ? 1 : 0;
}
