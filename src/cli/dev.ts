import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { cacheFolder, reportPlacement, reportRefuge, reportTransition } from '../compiler/index.ts';
import { Diagnostics } from '../diagnostics/index.ts';
import {
  claimDev,
  Dev,
  type DevCompilation,
  devFolder,
  exampleRequest,
  type FleetStatus,
  releaseDev,
  tellDev,
} from '../local/index.ts';
import type { Io } from './io.ts';
import { openSession, printDiagnostics, type SessionOptions } from './session.ts';
import { untilToldToEnd } from './until-told-to-end.ts';
import { usageError } from './usage-error.ts';

export interface DevCommandOptions extends Pick<SessionOptions, 'directory' | 'environment'> {
  /** `NAME=FOLDER`. */
  readonly store?: readonly string[];
  readonly http?: string;
  readonly grpc?: string;
}

/**
 * `stowage dev`: compiles one environment, runs it as processes of this machine and follows its specs, until it is told
 * to end. Gives the exit code: 0 then, 1 where it cannot be run.
 */
export async function runDev(options: DevCommandOptions, io: Io): Promise<number> {
  const ended = untilToldToEnd();
  const diagnostics = new Diagnostics();
  const { root, environments, sources } = openSession([], options, io, diagnostics);
  printDiagnostics(diagnostics.list(), sources, 'text', io);
  const [environment, ...others] = environments;
  if (environment === undefined) return 1;
  if (others.length > 0) {
    const names = environments.map(({ name }) => `\`${name}\``).join(', ');
    return usageError(io, '`dev` runs one environment', `Say which with \`-e\`: ${names}.`);
  }
  const stores = readStores(options.store ?? [], io.cwd);
  if (typeof stores === 'string') {
    return usageError(io, stores, 'Write `--store NAME=FOLDER` with a folder that holds what the store holds.');
  }
  const http = readPort(options.http);
  const grpc = readPort(options.grpc);
  if (http === null || grpc === null) {
    return usageError(
      io,
      `\`${http === null ? options.http : options.grpc}\` is no port`,
      'A port is from 1 to 65535.',
    );
  }
  if (http !== undefined && http === grpc) {
    return usageError(io, `\`--http\` and \`--grpc\` are both ${http}`, 'Each needs a port of its own.');
  }
  const cache = cacheFolder(root, io.env);
  if (cache === undefined) {
    return usageError(
      io,
      'There is no cache folder of your own outside the repository',
      'Name one with the environment variable `XDG_CACHE_HOME`.',
    );
  }
  const folder = devFolder(cache, environment.name);
  const running = claimDev(folder);
  if (running !== undefined) {
    return usageError(
      io,
      `\`${environment.name}\` already runs here, as process ${running.pid}`,
      `End that one first, or remove \`${folder}/dev.json\` where that process is something else.`,
    );
  }
  try {
    const say = (line: string) => io.stdout(`${time()}  ${line}\n`);
    let placed = '';
    const compiled = (compilation: DevCompilation) => {
      placed = printCompilation(environment.name, compilation, placed, say, io);
    };
    const env = io.env;
    let started: Dev | undefined;
    let example: Promise<string | undefined> | undefined;
    const settled = ({ models }: FleetStatus) => {
      const ready = models.filter(({ state }) => state === 'ready').map(({ name }) => name);
      const gateway = started?.gateway;
      say(readyLine(ready.length, models));
      if (ready.length === 0 || example !== undefined || gateway === undefined) return;
      example = exampleRequest(urlOf(gateway.http), ready);
      void example.then((command) => io.stdout(`\n  ${command}\n\n`));
    };
    const dev = await Dev.start({ root, environment, folder, stores, env, http, grpc, compiled, say, settled });
    if (!(dev instanceof Dev)) {
      for (const line of dev) usageError(io, line);
      return 1;
    }
    started = dev;
    try {
      await follow(dev, folder, ended, io);
    } finally {
      io.stdout('\nending …\n');
      await dev.close();
    }
    return 0;
  } finally {
    releaseDev(folder);
  }
}

/** Says where requests go, and follows the specs until it is told to end. */
async function follow(dev: Dev, folder: string, ended: AbortSignal, io: Io) {
  const over = new Promise<void>((done) => {
    if (ended.aborted) done();
    ended.addEventListener('abort', () => done());
  });
  const first = await Promise.race([dev.until(() => true), over]);
  const { gateway } = dev;
  if (first !== true || gateway === undefined) return;
  tellDev(folder, urlOf(gateway.probes));
  io.stdout(
    [
      '',
      `  REST    ${urlOf(gateway.http)}`,
      `  gRPC    ${gateway.grpc.host}:${gateway.grpc.port}`,
      '  status  stowage status',
      `  logs    ${folder}/logs`,
      '',
      '',
    ].join('\n'),
  );
  dev.watch();
  await over;
}

function readyLine(ready: number, models: FleetStatus['models']): string {
  const all = models.length;
  if (ready === all) return all === 1 ? 'the model is ready' : `all ${all} models are ready`;
  const onDemand = models.filter(({ state }) => state === 'onDemand').length;
  if (ready + onDemand < all) return `${ready} of ${all} models are ready: \`stowage status\` says why not all`;
  return `all is as planned: ${ready} of ${all} models are ready, ${onDemand} on demand ${onDemand === 1 ? 'waits' : 'wait'} for room`;
}

function urlOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return `http://${host}:${port}`;
}

/**
 * Prints what a compile came to: all of it where the placement is another than before, else in a line what changes.
 *
 * @param placed the placement that was printed last
 * @returns the one that is printed now
 */
function printCompilation(
  name: string,
  { compilation, diagnostics, sources }: DevCompilation,
  placed: string,
  say: (line: string) => void,
  io: Io,
): string {
  printDiagnostics(diagnostics.list(), sources, 'text', io);
  const { fleet, problem, placement, plan } = compilation;
  if (!fleet || !problem || !placement || !plan || diagnostics.hasErrors) return placed;
  const report = reportPlacement(fleet, problem, placement);
  const transition = reportTransition(plan.transition, placement.moves);
  if (report === placed) {
    for (const line of `compiled: ${transition}`.split('\n')) say(line);
    return placed;
  }
  const lines = [report, transition, ...reportRefuge(plan)];
  io.stdout(`${placed === '' ? '' : '\n'}${name}\n${lines.join('\n').replace(/^/gm, '  ')}\n\n`);
  return report;
}

/** Absolute folders by store, or what is wrong with one. */
function readStores(given: readonly string[], cwd: string): ReadonlyMap<string, string> | string {
  const stores = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf('=');
    if (at < 1 || at === text.length - 1) return `\`${text}\` names no store and folder`;
    const folder = resolve(cwd, text.slice(at + 1));
    if (!isFolder(folder)) return `There is no folder \`${folder}\` for store \`${text.slice(0, at)}\``;
    stores.set(text.slice(0, at), folder);
  }
  return stores;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Undefined: none was given. Null: it is none. */
function readPort(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined;
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
}

function time(): string {
  return new Date().toTimeString().slice(0, 8);
}
