import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedEnvironment } from '../../compiler/index.ts';
import type { Environment, FleetStatus, HostPort } from '../../ir/index.ts';
import { gatewayListenPort } from '../../names/index.ts';
import { LocalEnvironment } from '../local-environment.ts';
import { localise, type Target } from '../localise.ts';
import { findParts, type Parts } from '../parts.ts';
import type { GatewayPorts } from '../pods/gateway-pod.ts';
import { inferencePrograms, unstartedServers } from '../pods/inference-program.ts';
import type { ProcessEnd } from '../pods/pod.ts';
import { holdPort, loopback } from '../processes/loopback-ports.ts';
import { describeChanges } from './changes.ts';
import { type DevCompilation, DevCompiler } from './dev-compile.ts';
import { visibly, watchInputs } from './input-watch.ts';
import { ToldFailures } from './told-failures.ts';

export interface DevOptions {
  readonly root: string;
  readonly environment: ListedEnvironment;
  /** Folder of this environment's runs: see `devFolder`. */
  readonly folder: string;
  /** Folders that stand for stores, by the store's name. */
  readonly stores: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ports that clients of the gateway use. Absent: the environment's, where they are free. */
  readonly http?: number | undefined;
  readonly grpc?: number | undefined;
  /** Told of each compile. */
  readonly compiled: (compilation: DevCompilation) => void;
  /** Told what happens, a line each. */
  readonly say: (line: string) => void;
  /** Told what there is once all models are ready, or nothing has changed for a while. */
  readonly settled?: (status: FleetStatus) => void;
}

/** Milliseconds between two looks at what the routers know. */
const every = 250;

/** Milliseconds without a change after which no more is expected: once a model is ready, and before, while servers start. */
const longQuiet = { later: 5_000, first: 30_000 } as const;

/** A compiled environment that runs here, and follows its specs. */
export class Dev {
  readonly local: LocalEnvironment;
  readonly #options: DevOptions;
  readonly #compiler: DevCompiler;
  /** What the inputs looked like before they were first read. */
  readonly #seen: string;
  readonly #failures = new ToldFailures();
  #status: FleetStatus | undefined;
  #changed = performance.now();
  #hasSettled = false;
  #timer: NodeJS.Timeout | undefined;
  #endWatch: (() => void) | undefined;
  #waiting: (() => void)[] = [];
  #closed = false;

  private constructor(options: DevOptions, compiler: DevCompiler, local: LocalEnvironment, seen: string) {
    this.#options = options;
    this.#seen = seen;
    this.#compiler = compiler;
    this.local = local;
  }

  /**
   * Compiles an environment and starts its processes; done when its gateways are there, before its models are.
   *
   * @returns why it cannot run, a line each; none where the compile has said why
   */
  static async start(options: DevOptions): Promise<Dev | readonly string[]> {
    const compiler = new DevCompiler(options.root, options.environment);
    const seen = visibly(options.root, watchedInputs(options.environment));
    const compilation = await compiler.compile();
    options.compiled(compilation);
    const { target } = compilation;
    if (target === undefined) return [];
    const { environment } = target.fleet;
    const unknown = [...options.stores.keys()].filter((name) => !environment.stores.some((of) => of.name === name));
    if (unknown.length > 0) return unknown.map((name) => noStore(name, environment));
    const parts = partsFor(target, options);
    if ('missing' in parts) return parts.missing;
    const clients = await clientPorts(environment, options);
    if (typeof clients === 'string') return [clients];
    const local = new LocalEnvironment({
      state: options.folder,
      parts,
      clients,
      ended: (end) => sayEnd(options, end),
      restarting: (pod) => options.say(`${pod} hands over and is restarted: its settings have changed`),
    });
    const dev = new Dev(options, compiler, local, seen);
    for (const line of [...remarks(target, options), startingLine(target)]) options.say(line);
    try {
      dev.#apply(target);
    } catch (error) {
      await local.close();
      throw error;
    }
    return dev;
  }

  /** Where clients go. */
  get gateway(): GatewayPorts | undefined {
    return [...this.local.gateways.values()][0];
  }

  /** What the routers knew last. Undefined: none has answered yet. */
  get status(): FleetStatus | undefined {
    return this.#status;
  }

  /** Follows the inputs: compiles them when they change, and rolls on to what they say. */
  watch(): void {
    const { root, environment } = this.#options;
    this.#endWatch = watchInputs(root, watchedInputs(environment), this.#seen, () => this.#recompile());
  }

  /** Waits until the routers say something of which this holds; false where it is closed before. */
  async until(holds: (status: FleetStatus) => boolean): Promise<boolean> {
    while (!this.#closed) {
      if (this.#status && holds(this.#status)) return true;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return false;
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#endWatch?.();
    clearTimeout(this.#timer);
    this.#wake();
    await this.local.close();
  }

  async #recompile(): Promise<void> {
    const { say } = this.#options;
    try {
      const fault = await this.#takeIn();
      if (fault.length > 0) for (const line of [...fault, 'the last plan that compiled goes on running']) say(line);
    } catch (error) {
      say(`not compiled: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Rolls on to what the inputs say; gives why not, a line each. */
  async #takeIn(): Promise<readonly string[]> {
    const compilation = await this.#compiler.compile();
    if (this.#closed) return [];
    this.#options.compiled(compilation);
    const { target } = compilation;
    if (target === undefined) return ['not compiled, as said above'];
    const parts = partsFor(target, this.#options);
    if ('missing' in parts) return parts.missing;
    this.#apply(target);
    return [];
  }

  #apply(target: Target): void {
    const { folder, stores, say } = this.#options;
    writeFileSync(join(folder, 'stowage.lock'), this.#compiler.lock ?? '');
    // Whatever it stood at before, it is on its way again.
    this.#changed = performance.now();
    this.#hasSettled = false;
    // Not awaited: it may take as long as pods take to hand over, and the next change must not wait for that.
    this.local.apply(localise(target, stores)).catch((error: unknown) => {
      say(`not applied: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (this.#timer === undefined) void this.#look();
  }

  async #look(): Promise<void> {
    const now = await this.local.status();
    if (this.#closed) return;
    if (now !== undefined) {
      const lines = [...describeChanges(this.#status, now), ...this.#failures.news(now)];
      for (const line of lines) this.#options.say(line);
      this.#status = now;
      this.#settle(now, lines.length > 0);
      this.#wake();
    }
    this.#timer = setTimeout(() => void this.#look(), every);
  }

  #settle(status: FleetStatus, hasChanged: boolean): void {
    if (hasChanged) {
      this.#changed = performance.now();
      this.#hasSettled = false;
    }
    const ready = status.models.filter(({ state }) => state === 'ready').length;
    const isReady = ready > 0 && status.models.every(({ state }) => state === 'ready' || state === 'onDemand');
    const isBusy = status.pods.some(({ copies }) => copies.some(({ state }) => /^(fetch|load|dropp)ing$/.test(state)));
    const quiet = performance.now() - this.#changed;
    const isQuiet = !isBusy && quiet > (ready > 0 ? longQuiet.later : longQuiet.first);
    if (this.#hasSettled || !(isReady || isQuiet)) return;
    this.#hasSettled = true;
    this.#options.settled?.(status);
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function watchedInputs({ inputs, sizes }: ListedEnvironment): readonly string[] {
  return [...inputs, ...(sizes === undefined ? [] : [sizes])].filter((path) => path !== '-');
}

function partsFor({ fleet }: Target, { root, env }: DevOptions): Parts | { readonly missing: readonly string[] } {
  return findParts(root, env, inferencePrograms(fleet.servers, fleet.runtimes));
}

/** The environment's own ports where nobody else has them, or those that were asked for. A text: one of those is taken. */
async function clientPorts(
  { gateway }: Environment,
  asked: Pick<DevOptions, 'http' | 'grpc'>,
): Promise<{ readonly http?: HostPort; readonly grpc?: HostPort } | string> {
  const taken: string[] = [];
  const choose = async (protocol: 'http' | 'grpc'): Promise<HostPort | undefined> => {
    const port = asked[protocol] ?? gatewayListenPort(gateway.ports[protocol]);
    if (await holdPort(port)) return { host: loopback, port };
    if (asked[protocol] !== undefined)
      taken.push(`Port ${port} is taken, or not ours to listen on: choose another with \`--${protocol}\``);
    return undefined;
  };
  const http = await choose('http');
  const grpc = await choose('grpc');
  return taken[0] ?? { ...(http && { http }), ...(grpc && { grpc }) };
}

function noStore(name: string, { name: environment, stores }: Environment): string {
  const has = stores.map((store) => `\`${store.name}\``).join(', ') || 'none';
  return `Environment \`${environment}\` has no store \`${name}\`: it has ${has}`;
}

function startingLine({ fleet, plan }: Target): string {
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  const servers = plan.servers.reduce((sum, { base }) => sum + base, 0);
  return `starting ${count(servers, 'server')} and ${count(fleet.environment.gateway.replicas, 'gateway')}`;
}

/** What differs here from a cluster, and may surprise. */
function remarks({ fleet }: Target, { stores }: DevOptions): readonly string[] {
  return [
    ...fleet.environment.stores
      .filter(({ name, secret }) => secret !== undefined && !stores.has(name))
      .map(
        ({ name, secret }) =>
          `store ${name} is read without its Secret ${secret}, which is not here: \`--store ${name}=FOLDER\` reads a folder instead`,
      ),
    ...unstartedServers(fleet.servers, fleet.runtimes).map(
      (name) => `server ${name} is not started: how its image is run is known to the image alone`,
    ),
  ];
}

function sayEnd({ say }: DevOptions, { pod, role, why, log }: ProcessEnd): void {
  say(`${role} of ${pod} ended (${why}) and is started again; it wrote ${log}`);
}
