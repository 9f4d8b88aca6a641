import { join } from 'node:path';
import { agentSettings } from '../../compiler/index.ts';
import { type ServerAddress, type SidecarPlace, sidecarBootstrap } from '../../envoy/index.ts';
import {
  type AgentPlace,
  type Environment,
  gracePeriod,
  type HostPort,
  type Runtime,
  type Server,
} from '../../ir/index.ts';
import { configFiles, containers, envoyLivePath, livePath, probePaths, serverPodName } from '../../names/index.ts';
import type { Parts } from '../parts.ts';
import { takePort } from '../processes/loopback-ports.ts';
import { envoyProgram } from './envoy-program.ts';
import { type InferenceProgram, inferenceProgram } from './inference-program.ts';
import type { PodShape } from './pod.ts';
import type { PodFolders } from './pod-folders.ts';

/** Ports of one server pod on loopback. */
export interface ServerPorts {
  readonly inbound: HostPort;
  readonly live: HostPort;
  readonly metrics: HostPort;
  readonly serverMetrics: HostPort;
  readonly probes: HostPort;
  readonly agentMetrics: HostPort;
  /** The inference server itself. */
  readonly server: Required<ServerAddress>;
}

export async function takeServerPorts(): Promise<ServerPorts> {
  return {
    inbound: await takePort(),
    live: await takePort(),
    metrics: await takePort(),
    serverMetrics: await takePort(),
    probes: await takePort(),
    agentMetrics: await takePort(),
    server: { http: await takePort(), grpc: await takePort(), metrics: await takePort() },
  };
}

/** What one replica of a server is made of. */
export interface ServerReplica {
  readonly environment: Environment;
  readonly server: Server;
  readonly runtime: Runtime;
  readonly ordinal: number;
  readonly ports: ServerPorts;
  readonly folders: PodFolders;
  /** File of the routers' addresses. */
  readonly routers: string;
}

/** MiB that the sidecar may take, as in a pod. */
const sidecarMemory = 256;

/** A pod here, and the files that it reads at start. */
export interface StartedPod {
  readonly shape: PodShape;
  /** Texts by path. They change when anything does that a pod reads at start only. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * One replica of a server as processes: agent, sidecar and inference server, started in this order. The server is left
 * out where only its image knows how it is started.
 */
export function serverPod(replica: ServerReplica, parts: Parts, stowage: readonly [string, ...string[]]): StartedPod {
  const { environment, server, ordinal, ports, folders, routers } = replica;
  const name = serverPodName(server.name, ordinal);
  const runtime = { ...replica.runtime, ports: runtimePorts(replica) };
  const file = (of: string) => join(folders.config, of);
  const place: AgentPlace = {
    pod: name,
    ordinal,
    address: ports.inbound,
    probes: ports.probes,
    metrics: ports.agentMetrics,
    settings: file(configFiles.agent),
    plan: folders.plan,
    run: folders.run,
    artifacts: folders.artifacts,
    repository: folders.repository,
    modules: folders.modules,
    state: folders.state,
    routers,
    rclone: parts.rclone,
    local: true,
  };
  const running = (role: string) => ({ folder: folders.scratch, log: join(folders.logs, `${name}-${role}.log`) });
  const program = inferenceProgram(server, replica.runtime, { ...folders, ports: runtime.ports });
  return {
    files: new Map([
      [file(configFiles.envoy), text(sidecarBootstrap(environment, runtime, sidecarMemory, sidecarPlace(replica)))],
      [file(configFiles.agent), text(agentSettings(environment, server, runtime))],
      [file(placeFile), text(place)],
      // Not read by anyone: a change of it starts the pod anew, as a change of the pod template does.
      [file('server.json'), text(program ?? {})],
    ]),
    shape: {
      name,
      probes: ports.probes,
      grace: gracePeriod(runtime, environment.gateway.requestTimeout),
      parts: [
        {
          program: {
            ...running(containers.agent),
            role: containers.agent,
            command: [...stowage, 'agent', '--place', file(placeFile)],
            env: process.env,
          },
          started: { at: ports.probes, path: probePaths.started },
        },
        {
          program: envoyProgram(parts.envoy, file(configFiles.envoy), 1, {
            ...running(containers.envoy),
            env: process.env,
          }),
          started: { at: ports.live, path: envoyLivePath },
        },
        ...(program
          ? [
              {
                program: { ...running(containers.server), ...serverProcess(program, parts) },
                started: { at: ports.live, path: livePath },
              },
            ]
          : []),
      ],
    },
  };
}

/** The file that says where the program beside Envoy lives. */
export const placeFile = 'place.json';

export function text(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function runtimePorts({ runtime, ports: { server } }: ServerReplica): Runtime['ports'] {
  return {
    http: server.http.port,
    grpc: server.grpc.port,
    ...(runtime.ports.metrics !== undefined && { metrics: server.metrics.port }),
  };
}

function sidecarPlace({ runtime, ports, folders }: ServerReplica): SidecarPlace {
  const { http, grpc, metrics } = ports.server;
  return {
    inbound: ports.inbound,
    live: ports.live,
    metrics: ports.metrics,
    serverMetrics: ports.serverMetrics,
    server: { http, grpc, ...(runtime.ports.metrics !== undefined && { metrics }) },
    admin: join(folders.run, 'admin.sock'),
    dynamic: join(folders.run, 'dynamic'),
    config: folders.config,
  };
}

function serverProcess({ command, env }: InferenceProgram, { path }: Parts) {
  // Of our own environment it gets what finds programs and libraries, and nothing that may be a secret.
  const { LANG, LD_LIBRARY_PATH } = process.env;
  return {
    role: containers.server,
    command,
    env: { PATH: path.join(':'), LANG, LD_LIBRARY_PATH, ...env },
  };
}
