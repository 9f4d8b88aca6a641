import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { untilToldToEnd } from './until-told-to-end.ts';
import { usageError } from './usage-error.ts';

export interface AgentOptions {
  readonly place?: string;
  readonly settings?: string;
  readonly plan?: string;
  readonly run?: string;
  readonly artifacts?: string;
  readonly repository?: string;
  readonly modules?: string;
  readonly state?: string;
}

const folders = ['settings', 'plan', 'run', 'artifacts', 'repository', 'modules', 'state'] as const;

/**
 * `stowage agent`: runs the agent of one server pod until SIGTERM or SIGINT. Gives the exit code: 1 where it is not told
 * where it lives, or cannot live there.
 */
export async function runAgentCommand(options: AgentOptions, io: Io): Promise<number> {
  const { agentPodPlace, readAgentPlace, runAgent } = await import('../runtime/index.ts');
  let place: ReturnType<typeof agentPodPlace>;
  if (options.place === undefined) {
    const missing = folders.find((name) => options[name] === undefined);
    if (missing !== undefined) return usageError(io, `Neither \`--place\` nor \`--${missing}\` is given`);
    const of = (name: (typeof folders)[number]) => resolve(io.cwd, options[name] ?? '');
    place = agentPodPlace(
      {
        settings: of('settings'),
        plan: of('plan'),
        run: of('run'),
        artifacts: of('artifacts'),
        repository: of('repository'),
        modules: of('modules'),
        state: of('state'),
      },
      io.env,
    );
  } else {
    place = readAgentPlace(resolve(io.cwd, options.place));
  }
  if (typeof place === 'string') return usageError(io, `The agent cannot start: ${place}`);
  try {
    await runAgent(place, untilToldToEnd());
    // What it has asked the inference server for is not waited for.
    setTimeout(() => process.exit(), 500).unref();
    return 0;
  } catch (error) {
    return usageError(io, `The agent cannot start: ${error instanceof Error ? error.message : error}`);
  }
}
