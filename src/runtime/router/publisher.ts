import { type GatewayRouteSettings, gatewayTable } from '../../envoy/index.ts';
import type { HostPort } from '../../ir/index.ts';
import type { Log } from '../log.ts';
import { type EnvoyFiles, type Resources, type WatchedFile, watchedFiles } from '../proxy/index.ts';
import { addressesIn, endpointText, withMore } from './endpoints.ts';
import type { RouteTable } from './handover/index.ts';
import { routedNames } from './routed-names.ts';

const files = watchedFiles.gateway;

/** What Envoy is to have. */
export interface Publication {
  readonly routes: RouteTable;
  /** Every pod that a route may lead to. */
  readonly pods: readonly HostPort[];
  /** Pods for what concerns a server but no model. */
  readonly anyPods: readonly HostPort[];
}

/** How Envoy's files are written. */
export type WrittenFiles = Pick<EnvoyFiles, 'read' | 'write' | 'apply'>;

type RouteSettings = Omit<GatewayRouteSettings, 'anyPods'>;

/**
 * Brings what is decided to Envoy, one publication after the other, the newest next: endpoints added, routes, endpoints
 * removed, each step awaited. What Envoy refuses is a fault until another publication is accepted.
 */
export class Publisher {
  readonly #envoy: WrittenFiles;
  readonly #settings: RouteSettings;
  readonly #changed: () => void;
  readonly #log: Log;
  readonly #abort = new AbortController();
  #accepted: RouteTable | undefined;
  /** What Envoy has been given and has neither accepted nor refused. */
  #given: RouteTable | undefined;
  /** What Envoy's endpoints are. */
  #pods: readonly HostPort[];
  #next: Publication | undefined;
  #isBusy = false;
  #fault: { readonly reason: string; readonly since: number } | undefined;

  /** @param changed is called when Envoy has accepted or refused something */
  constructor(envoy: WrittenFiles, settings: RouteSettings, log: Log, changed: () => void) {
    this.#envoy = envoy;
    this.#settings = settings;
    this.#log = log;
    this.#changed = changed;
    this.#pods = addressesIn(envoy.read(files.endpoints.file)?.toString());
  }

  /** The table that Envoy has accepted last. Undefined: none of this run. */
  get accepted(): RouteTable | undefined {
    return this.#accepted;
  }

  /** The tables that Envoy may be going by. Undefined: it has accepted none of this run. */
  get current(): readonly RouteTable[] | undefined {
    if (this.#accepted === undefined) return undefined;
    return this.#given === undefined ? [this.#accepted] : [this.#accepted, this.#given];
  }

  /** Why Envoy does not have the newest. Undefined: it has, or it is on its way. */
  get fault(): string | undefined {
    return this.#fault?.reason;
  }

  /** Since when, by `performance.now()`; offering the same once more begins anew. */
  get faultSince(): number | undefined {
    return this.#fault?.since;
  }

  /**
   * Writes what Envoy starts with, where there is nothing from before.
   *
   * @param starting says of every model that it cannot be had yet
   */
  prepare(starting: RouteTable): void {
    if (this.#envoy.read(files.endpoints.file) === undefined) {
      this.#envoy.write(files.endpoints.file, endpointText([]));
    }
    if (this.#envoy.read(files.routes.file) === undefined) {
      this.#envoy.write(files.routes.file, this.#routes({ routes: starting, pods: [], anyPods: [] }));
    }
  }

  offer(publication: Publication): void {
    this.#next = publication;
    if (!this.#isBusy) void this.#work();
  }

  close(): void {
    this.#abort.abort();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      const fault = await this.#publish(next).catch((error: unknown) => String(error));
      if (this.#abort.signal.aborted) return;
      if (fault !== undefined) this.#log('routes not accepted', { reason: fault });
      this.#fault = fault === undefined ? undefined : { reason: fault, since: performance.now() };
      this.#changed();
    }
    this.#isBusy = false;
  }

  #take(): Publication | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  /** Gives why Envoy refused it. */
  async #publish(publication: Publication): Promise<string | undefined> {
    const { routes, pods } = publication;
    const added = await this.#putEndpoints(withMore(pods, this.#pods));
    if (added !== undefined) return added;
    this.#given = routes;
    const refused = await this.#apply(files.routes, this.#routes(publication)).finally(() => {
      this.#given = undefined;
    });
    if (refused !== undefined) return refused;
    this.#accepted = routes;
    this.#changed();
    return this.#putEndpoints(pods);
  }

  async #putEndpoints(pods: readonly HostPort[]): Promise<string | undefined> {
    const refused = await this.#apply(files.endpoints, endpointText(pods));
    if (refused === undefined) this.#pods = pods;
    return refused;
  }

  async #apply(file: WatchedFile, resources: Resources): Promise<string | undefined> {
    const answer = await this.#envoy.apply(file, resources, this.#abort.signal);
    return answer === 'accepted' ? undefined : answer.rejected;
  }

  #routes({ routes, anyPods }: Publication): Buffer {
    return gatewayTable(routedNames(routes), { ...this.#settings, anyPods });
  }
}
