import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment, Fleet, Plan, Store, Version } from '../ir/index.ts';

/** What a local run is to bring about. */
export interface Target {
  readonly fleet: Fleet;
  readonly plan: Plan;
}

/**
 * A compiled environment as it can run here: in plain text, since it does not leave this machine, and with stores that
 * are folders of it. Models keep the physical names that they have in the cluster.
 *
 * @param folders absolute paths by name of the store whose content they hold; of other stores the Secrets are not here,
 * so they are read as public ones
 */
export function localise({ fleet, plan }: Target, folders: ReadonlyMap<string, string>): Target {
  const { environment } = fleet;
  const moved = new Map(environment.stores.map((store) => [store.name, store]));
  const version = (of: Version): Version => {
    const store = moved.get(of.artifact.store);
    const folder = folders.get(of.artifact.store);
    if (folder === undefined || store === undefined) return of;
    return { ...of, artifact: { ...of.artifact, uri: localUri(folder, of.artifact.uri.slice(store.uri.length)) } };
  };
  return {
    fleet: { ...fleet, environment: localEnvironment(environment, folders) },
    plan: {
      ...plan,
      servers: plan.servers.map((server) => ({
        ...server,
        models: server.models.map((model) => ({
          ...model,
          current: version(model.current),
          former: model.former.map(version),
        })),
      })),
    },
  };
}

function localEnvironment(environment: Environment, folders: ReadonlyMap<string, string>): Environment {
  return {
    ...environment,
    tls: {},
    stores: environment.stores.map(({ secret: _, ...store }): Store => {
      const folder = folders.get(store.name);
      return folder === undefined ? store : { name: store.name, uri: localUri(folder, '') };
    }),
  };
}

function localUri(folder: string, below: string): string {
  return pathToFileURL(join(folder, below)).href;
}
