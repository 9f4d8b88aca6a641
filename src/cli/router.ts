import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { untilToldToEnd } from './until-told-to-end.ts';
import { usageError } from './usage-error.ts';

export interface RouterOptions {
  readonly place?: string;
  readonly settings?: string;
  readonly plan?: string;
  readonly run?: string;
}

/**
 * `stowage router`: runs the router of one gateway pod until SIGTERM or SIGINT. Gives the exit code: 1 where it is not
 * told where it lives, or cannot live there.
 */
export async function runRouterCommand(options: RouterOptions, io: Io): Promise<number> {
  const { readRouterPlace, routerPodPlace, runRouter } = await import('../runtime/index.ts');
  let place: ReturnType<typeof routerPodPlace>;
  if (options.place === undefined) {
    const missing = (['settings', 'plan', 'run'] as const).find((name) => options[name] === undefined);
    if (missing !== undefined) return usageError(io, `Neither \`--place\` nor \`--${missing}\` is given`);
    const of = (name: 'settings' | 'plan' | 'run') => resolve(io.cwd, options[name] ?? '');
    place = routerPodPlace({ settings: of('settings'), plan: of('plan'), run: of('run') }, io.env);
  } else {
    place = readRouterPlace(resolve(io.cwd, options.place));
  }
  if (typeof place === 'string') return usageError(io, `The router cannot start: ${place}`);
  try {
    await runRouter(place, untilToldToEnd());
    return 0;
  } catch (error) {
    return usageError(io, `The router cannot start: ${error instanceof Error ? error.message : error}`);
  }
}
