import type { Version } from '../../../ir/index.ts';
import { HttpClient } from './http-client.ts';
import { residentMemory } from './metrics.ts';
import type { RepositoryApi } from './repository-api.ts';
import type { RepositoryFolder } from './repository-folder.ts';
import type { InferenceServer, ServerFault } from './server.ts';
import { zeroRequest } from './zero-request.ts';

/** How often a server that unloads in the background is asked whether it has, in milliseconds. */
const unloadInterval = 100;

/** States of a model that is still, or already, something to the server. */
const there = new Set(['READY', 'LOADING', 'UNLOADING']);

/** A server that loads models from a repository when told, over the V2 repository API: MLServer, Triton. */
export class V2Server implements InferenceServer {
  readonly #api: RepositoryApi;
  readonly #folder: RepositoryFolder;
  readonly #metrics: HttpClient | undefined;
  readonly #loadTimeout: number;

  /**
   * @param metricsPort absent: it has no metrics
   * @param loadTimeout in seconds
   */
  constructor(api: RepositoryApi, folder: RepositoryFolder, metricsPort: number | undefined, loadTimeout: number) {
    this.#api = api;
    this.#folder = folder;
    this.#metrics = metricsPort === undefined ? undefined : new HttpClient(metricsPort);
    this.#loadTimeout = loadTimeout;
  }

  live(): Promise<boolean> {
    return this.#api.live();
  }

  async loaded(): Promise<ReadonlySet<string> | undefined> {
    const index = await this.#api.index(true);
    return index && new Set([...index].filter(([, state]) => state === 'READY').map(([name]) => name));
  }

  async prepare(version: Version, artifact: string): Promise<ServerFault | undefined> {
    return this.#folder.put(version, artifact);
  }

  load(name: string): Promise<ServerFault | undefined> {
    return this.#api.load(name);
  }

  async warmUp(name: string): Promise<ServerFault | undefined> {
    const metadata = await this.#api.metadata(name);
    const request = metadata && zeroRequest(metadata);
    return request ? this.#api.infer(name, request) : this.#api.warm(name);
  }

  async unload(name: string): Promise<ServerFault | undefined> {
    return (await this.#api.unload(name)) ?? (await this.#unloaded(name)) ?? this.#folder.take(name);
  }

  async tidy(names: ReadonlySet<string>): Promise<void> {
    this.#folder.tidy(names);
  }

  async memory(): Promise<number | undefined> {
    const answer = await this.#metrics?.ask('GET', '/metrics', 10);
    return answer && 'status' in answer && answer.status === 200 ? residentMemory(answer.body) : undefined;
  }

  /** Triton answers before the requests in flight have ended. */
  async #unloaded(name: string): Promise<ServerFault | undefined> {
    for (const end = performance.now() + this.#loadTimeout * 1000; performance.now() < end; ) {
      const state = (await this.#api.index(false))?.get(name);
      if (state === undefined || !there.has(state)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, unloadInterval));
    }
    return { kind: 'passing', reason: `it is still being unloaded after ${this.#loadTimeout} s` };
  }
}
