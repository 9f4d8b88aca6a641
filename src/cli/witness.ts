import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { usageError } from './usage-error.ts';

export interface WitnessCommandOptions {
  readonly settings?: string;
  readonly plan?: string;
  readonly routers?: string;
  readonly listen?: string;
}

/** `stowage witness`: runs the witness of an environment until SIGTERM or SIGINT. Gives the exit code: 1 where it cannot start. */
export async function runWitnessCommand(options: WitnessCommandOptions, io: Io): Promise<number> {
  const { settings, plan, routers } = options;
  if (settings === undefined || plan === undefined) {
    return usageError(io, `\`--${settings === undefined ? 'settings' : 'plan'}\` is not given`);
  }
  const listen = options.listen === undefined ? undefined : readAddress(options.listen);
  if (listen === null) return usageError(io, `\`${options.listen}\` is no address`, 'Write it as `127.0.0.1:18430`.');
  const { runWitness } = await import('../runtime/index.ts');
  return runWitness({
    settings: resolve(io.cwd, settings),
    plan: resolve(io.cwd, plan),
    routers: routers === undefined ? undefined : resolve(io.cwd, routers),
    listen,
  });
}

/** `host:port`. Null: it is none. */
function readAddress(text: string): { readonly host: string; readonly port: number } | null {
  const [, host, digits] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  return host === undefined || port > 65_535 ? null : { host: host.replace(/^\[(.*)\]$/, '$1'), port };
}
