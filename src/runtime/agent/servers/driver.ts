import type { AgentSettings } from '../../../ir/index.ts';
import { GenericServer } from './generic.ts';
import { layouts } from './layout.ts';
import { RepositoryApi } from './repository-api.ts';
import { RepositoryFolder } from './repository-folder.ts';
import type { InferenceServer } from './server.ts';
import { V2Server } from './v2-server.ts';

/**
 * The driver of a pod's inference server.
 *
 * @param repository folder that the server reads models from
 */
export function driverOf(runtime: AgentSettings['runtime'], repository: string): InferenceServer {
  const { ports, repositoryApi, layout, livePath, loadTimeout } = runtime;
  const api = new RepositoryApi(ports.http, livePath, loadTimeout);
  const folder = new RepositoryFolder(repository, layouts[layout]);
  return repositoryApi === 'none'
    ? new GenericServer(api, folder)
    : new V2Server(api, folder, ports.metrics, loadTimeout);
}
