import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cacheFolder } from '../compiler/index.ts';
import { wantsColor } from '../diagnostics/index.ts';
import { devFolder, fetchStatus, readDev } from '../local/index.ts';
import { differences, renderStatus } from '../runtime/index.ts';
import type { Io } from './io.ts';
import { untilToldToEnd } from './until-told-to-end.ts';
import { usageError } from './usage-error.ts';

export interface StatusOptions {
  readonly directory?: string;
  readonly environment?: readonly string[];
  readonly router?: string;
  readonly watch?: boolean;
  readonly format: 'text' | 'json';
}

/** Where `kubectl port-forward deploy/stowage-gateway 18421` leads. */
const forwarded = 'http://127.0.0.1:18421';

/** Milliseconds between two looks. */
const every = 1_000;

/** Clears a terminal and goes to its first line. */
const redraw = '\u001b[2J\u001b[H';

/**
 * `stowage status`: prints what a router knows of its environment. Gives the exit code: 0 where all is as planned, 1
 * where no router answers, 2 where something is not as planned (yet). With `watch` again and again, until it is told to
 * end: then the exit code is that of the last look.
 */
export async function runStatus(options: StatusOptions, io: Io): Promise<number> {
  const { router } = options;
  if (router !== undefined && !URL.canParse(router)) {
    return usageError(io, `\`${router}\` is no URL`, `Write it as \`${forwarded}\`.`);
  }
  const ended = options.watch ? untilToldToEnd() : AbortSignal.abort();
  let code = await look(options, io);
  while (!ended.aborted) {
    await pause(every, ended);
    if (!ended.aborted) code = await look(options, io);
  }
  return code;
}

/** One look. A `dev` that was started again has another router. */
async function look(options: StatusOptions, io: Io): Promise<number> {
  const { watch, format, environment } = options;
  const router = options.router ?? localRouter(options, io) ?? forwarded;
  const status = typeof router === 'string' ? await fetchStatus(router) : undefined;
  const redraws = watch === true && format === 'text' && io.isTTY.stdout;
  if (redraws) io.stdout(redraw);
  if (typeof router !== 'string') return usageError(io, router.message, router.help);
  if (status === undefined) {
    return usageError(
      io,
      `No router answers at ${router}`,
      'Start `stowage dev`, or run `kubectl port-forward deploy/stowage-gateway 18421` in the namespace of the environment, or name one with `--router`.',
    );
  }
  if (environment !== undefined && !environment.includes(status.environment)) {
    return usageError(
      io,
      `The router at ${router} is of environment \`${status.environment}\``,
      'Start `stowage dev` for the one that you ask for, or forward a port of its gateway.',
    );
  }
  if (format === 'json') io.stdout(`${watch ? JSON.stringify(status) : JSON.stringify(status, null, 2)}\n`);
  else
    io.stdout(
      `${renderStatus(status, { color: wantsColor(io.env, io.isTTY.stdout) })}${watch && !redraws ? '\n' : ''}`,
    );
  return differences(status).length === 0 ? 0 : 2;
}

/** Where the router of the `stowage dev` listens that runs for this project, or why none can be asked. Undefined: none runs. */
function localRouter(
  { directory, environment }: StatusOptions,
  io: Io,
): string | { readonly message: string; readonly help: string } | undefined {
  const cache = cacheFolder(resolve(io.cwd, directory ?? '.'), io.env);
  if (cache === undefined) return undefined;
  const running = environmentsBelow(dirname(devFolder(cache, 'any')))
    .filter((name) => environment === undefined || environment.includes(name))
    .flatMap((name) => {
      const dev = readDev(devFolder(cache, name));
      return dev === undefined ? [] : [{ name, router: dev.router }];
    });
  const [only, ...others] = running;
  if (only === undefined) return undefined;
  if (others.length === 0) {
    return only.router ?? { message: `\`${only.name}\` is starting here`, help: 'Ask again in a moment.' };
  }
  const names = running.map(({ name }) => `\`${name}\``).join(', ');
  return { message: `${running.length} environments run here`, help: `Say which with \`-e\`: ${names}.` };
}

function environmentsBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    ended.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
}
