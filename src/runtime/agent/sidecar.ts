import {
  discoveryText,
  type LoadedModel,
  type ServerAddress,
  sidecarClusters,
  sidecarRoutes,
} from '../../envoy/index.ts';
import { dynamicFiles, listeners } from '../../names/index.ts';
import { type Acceptance, adminText, type EnvoyFiles, watchedFiles } from '../proxy/index.ts';
import type { Traffic } from './load-meter.ts';

/** What stands before the inference server and lets requests in. */
export interface Doors {
  /** Whether the files that Envoy starts with are there. */
  readonly written: boolean;
  /**
   * Makes files for an Envoy that is not there yet.
   *
   * @param models that the inference server has; those of an earlier run that it has lost are let in no longer
   */
  prepare(models: readonly LoadedModel[]): Promise<void>;
  /** Lets in requests for these models and no others; answers when Envoy has taken it, or something newer. */
  set(models: readonly LoadedModel[]): Promise<Acceptance>;
  /** Requests that are with the inference server now. */
  inFlight(): Promise<number>;
  /** What has come in so far, refused or not. Undefined: Envoy does not say. */
  traffic(): Promise<Traffic | undefined>;
  close(): void;
}

export type SidecarFiles = Pick<EnvoyFiles, 'read' | 'write' | 'apply'>;

/** The sidecar Envoy's changing files. */
export class Sidecar implements Doors {
  readonly #files: SidecarFiles;
  readonly #admin: string;
  readonly #server: ServerAddress;
  readonly #timeout: number;
  readonly #ended = new AbortController();
  #written = false;
  #wanted: readonly LoadedModel[] = [];
  /** What Envoy may still have, since it was the last to be asked for. */
  #before: readonly LoadedModel[] = [];
  #work: Promise<Acceptance> | undefined;
  #next: Promise<Acceptance> | undefined;
  #taken: string | undefined;

  /**
   * @param admin socket of Envoy's admin interface
   * @param timeout seconds per request, where a model does not say
   */
  constructor(files: SidecarFiles, admin: string, server: ServerAddress, timeout: number) {
    this.#files = files;
    this.#admin = admin;
    this.#server = server;
    this.#timeout = timeout;
  }

  get written(): boolean {
    return this.#written;
  }

  async prepare(models: readonly LoadedModel[]): Promise<void> {
    const texts = this.#texts(models, models);
    const found = Object.keys(texts).every((file) => this.#files.read(file) !== undefined);
    const runs = (await adminText(this.#admin, '/server_info')) !== undefined;
    // One that runs is told in the order that lets no request go astray, by `set`.
    if (!found || !runs) for (const [file, text] of Object.entries(texts)) this.#files.write(file, text);
    this.#before = models;
    this.#written = true;
  }

  set(models: readonly LoadedModel[]): Promise<Acceptance> {
    this.#wanted = models;
    if (this.#next !== undefined) return this.#next;
    if (this.#work === undefined) return this.#start();
    // What waits its turn takes the newest wish of all who wait.
    this.#next = this.#work.then(() => {
      this.#next = undefined;
      return this.#start();
    });
    return this.#next;
  }

  async inFlight(): Promise<number> {
    const text = await adminText(this.#admin, `/stats?filter=${encodeURIComponent(activeRequests.source)}`);
    const lines = text?.split('\n') ?? [];
    return lines.reduce((sum, line) => {
      const [name = '', value = ''] = line.split(': ');
      return activeRequests.test(name) ? sum + Number(value) : sum;
    }, 0);
  }

  async traffic(): Promise<Traffic | undefined> {
    const text = await adminText(this.#admin, `/stats?filter=${encodeURIComponent(requestsIn.source)}`);
    const values = new Map(text?.split('\n').map((line) => line.split(': ') as [string, string]));
    const [inFlight, requests] = ['active', 'total'].map((what) => values.get(`${inboundStat}${what}`));
    return inFlight === undefined || requests === undefined
      ? undefined
      : { inFlight: Number(inFlight), requests: Number(requests) };
  }

  close(): void {
    this.#ended.abort();
  }

  #start(): Promise<Acceptance> {
    const work = this.#apply(this.#wanted).finally(() => {
      if (this.#work === work) this.#work = undefined;
    });
    this.#work = work;
    return work;
  }

  async #apply(models: readonly LoadedModel[]): Promise<Acceptance> {
    const key = JSON.stringify(models);
    if (this.#taken === key) return 'accepted';
    const { signal } = this.#ended;
    // A cluster must be there before a route leads to it, and as long as one does.
    const meanwhile = this.#texts(models, union(this.#before, models));
    const after = this.#texts(models, models);
    const { clusters, routes } = watchedFiles.sidecar;
    this.#taken = undefined;
    this.#before = union(this.#before, models);
    try {
      for (const [file, texts] of [
        [clusters, meanwhile],
        [routes, after],
        [clusters, after],
      ] as const) {
        const taken = await this.#files.apply(file, texts[file.file] ?? '', signal);
        if (taken !== 'accepted') return taken;
      }
    } catch (error) {
      return { rejected: error instanceof Error ? error.message : String(error) };
    }
    this.#before = models;
    this.#taken = key;
    return 'accepted';
  }

  #texts(models: readonly LoadedModel[], withClusters: readonly LoadedModel[]): Readonly<Record<string, string>> {
    return {
      [dynamicFiles.clusters]: discoveryText(
        'envoy.config.cluster.v3.Cluster',
        sidecarClusters(withClusters, this.#server),
      ),
      [dynamicFiles.routes]: discoveryText('envoy.config.route.v3.RouteConfiguration', [
        sidecarRoutes(models, this.#timeout),
      ]),
    };
  }
}

/** Requests in flight to the inference server, by the clusters that lead to it. */
const activeRequests = /^cluster\.local-(http|grpc)(\..+)?\.upstream_rq_active$/;

/** Requests that came in for the inference server: over a model's limit they are refused, and still are what there is to do. */
const inboundStat = `http.${listeners.inbound}.downstream_rq_`;
const requestsIn = new RegExp(`^http\\.${listeners.inbound}\\.downstream_rq_(active|total)$`);

/** The newer of two with one name; sorted by name. */
function union(before: readonly LoadedModel[], after: readonly LoadedModel[]): readonly LoadedModel[] {
  const all = new Map([...before, ...after].map((model) => [model.physical, model]));
  return [...all.values()].toSorted((a, b) => (a.physical < b.physical ? -1 : 1));
}
