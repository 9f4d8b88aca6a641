import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of one pod. */
export interface PodFolders {
  /** Envoy's bootstrap and the settings of the program beside it. */
  readonly config: string;
  readonly plan: string;
  /** Sockets and Envoy's files: short, since the path of a socket has to be. */
  readonly run: string;
  readonly scratch: string;
  /** What servers keep in their cache. */
  readonly artifacts: string;
  readonly repository: string;
  readonly modules: string;
  readonly state: string;
  /** Kept when the pod is gone, to be read then. */
  readonly logs: string;
}

/**
 * @param state folder that is kept from run to run
 * @param run folder of this pod's sockets
 */
export function podFolders(state: string, name: string, run: string): PodFolders {
  const own = join(state, 'pods', name);
  return {
    run,
    logs: join(state, 'logs'),
    config: join(own, 'config'),
    plan: join(own, 'plan'),
    scratch: join(own, 'scratch'),
    artifacts: join(state, 'artifacts', name),
    repository: join(own, 'repository'),
    modules: join(own, 'modules'),
    state: join(own, 'state'),
  };
}

/**
 * Makes the folders as a new pod finds them: empty. Artifacts stay, so that they are not fetched at each run.
 *
 * @param keepsCache its cache is a volume that outlives pods
 */
export function freshFolders(folders: PodFolders, keepsCache: boolean): void {
  const { artifacts, logs, repository, modules, state, ...ownFolders } = folders;
  const cache = [repository, modules, state];
  for (const folder of [...Object.values(ownFolders), ...(keepsCache ? [] : cache)]) {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const folder of [...Object.values(ownFolders), ...cache, artifacts, logs]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}
