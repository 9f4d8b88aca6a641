import type { Version } from '../../../ir/index.ts';
import type { RepositoryApi } from './repository-api.ts';
import type { RepositoryFolder } from './repository-folder.ts';
import type { InferenceServer, ServerFault } from './server.ts';

/**
 * A server that serves what it is started with: artifacts are put where it may look for them, and it is asked whether
 * it answers for a model, but nothing is loaded or unloaded.
 */
export class GenericServer implements InferenceServer {
  readonly #api: RepositoryApi;
  readonly #folder: RepositoryFolder;

  constructor(api: RepositoryApi, folder: RepositoryFolder) {
    this.#api = api;
    this.#folder = folder;
  }

  live(): Promise<boolean> {
    return this.#api.live();
  }

  async loaded(): Promise<ReadonlySet<string> | undefined> {
    const loaded = new Set<string>();
    for (const name of this.#folder.names()) {
      const ready = await this.#api.ready(name);
      if (ready === undefined) return undefined;
      if (ready) loaded.add(name);
    }
    return loaded;
  }

  async prepare(version: Version, artifact: string): Promise<ServerFault | undefined> {
    return this.#folder.put(version, artifact);
  }

  async load(): Promise<ServerFault | undefined> {
    return undefined;
  }

  warmUp(name: string): Promise<ServerFault | undefined> {
    return this.#api.warm(name);
  }

  async unload(name: string): Promise<ServerFault | undefined> {
    return this.#folder.take(name);
  }

  async tidy(names: ReadonlySet<string>): Promise<void> {
    this.#folder.tidy(names);
  }

  async memory(): Promise<number | undefined> {
    return undefined;
  }
}
