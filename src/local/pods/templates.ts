import type { Target } from '../localise.ts';
import type { Parts } from '../parts.ts';
import { type ClientPorts, type GatewayPorts, gatewayPod, takeGatewayPorts } from './gateway-pod.ts';
import type { PodTemplate } from './held-pod.ts';
import { gatewayPlanFiles, serverPlanFiles } from './plan-files.ts';
import { podFolders } from './pod-folders.ts';
import { serverPod, takeServerPorts } from './server-pod.ts';

/** What pods of one environment are made with. */
export interface Making {
  /** Folder of the environment. */
  readonly state: string;
  /** Folder of this pod's sockets. */
  readonly run: string;
  /** File of the routers' addresses. */
  readonly routers: string;
  readonly parts: Parts;
  /** How our own programs are started. */
  readonly stowage: readonly [string, ...string[]];
}

export interface ServerTemplate extends PodTemplate {
  readonly server: string;
  readonly ordinal: number;
}

export interface GatewayTemplate extends PodTemplate {
  readonly ports: GatewayPorts;
}

/** Takes the ports of one replica of a server, for as long as its name is used. */
export async function serverTemplate(
  name: string,
  serverName: string,
  ordinal: number,
  { state, run, routers, parts, stowage }: Making,
): Promise<ServerTemplate> {
  const ports = await takeServerPorts();
  const folders = podFolders(state, name, run);
  const serverOf = ({ fleet }: Target) => fleet.servers.find((of) => of.name === serverName);
  return {
    name,
    server: serverName,
    ordinal,
    folders,
    plan: (target) => serverPlanFiles(target, serverName),
    keepsCache: (target) => serverOf(target)?.cache.storageClass !== undefined,
    pod: (target) => {
      const server = serverOf(target);
      const runtime = target.fleet.runtimes.find((of) => of.name === server?.runtime);
      const { environment } = target.fleet;
      if (!server || !runtime) return undefined;
      return serverPod({ environment, server, runtime, ordinal, ports, folders, routers }, parts, stowage);
    },
  };
}

/** Takes the ports of one replica of the gateway. */
export async function gatewayTemplate(
  name: string,
  clients: ClientPorts,
  { state, run, parts, stowage }: Making,
): Promise<GatewayTemplate> {
  const ports = await takeGatewayPorts(clients);
  const folders = podFolders(state, name, run);
  return {
    name,
    ports,
    folders,
    plan: gatewayPlanFiles,
    keepsCache: () => false,
    pod: ({ fleet: { environment, runtimes } }) =>
      gatewayPod({ name, environment, runtimes, ports, folders }, parts, stowage),
  };
}
