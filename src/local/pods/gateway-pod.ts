import { join } from 'node:path';
import { routerSettings } from '../../compiler/index.ts';
import { type GatewayPlace, gatewayBootstrap } from '../../envoy/index.ts';
import { type Environment, graceMargin, type HostPort, type RouterPlace, type Runtime } from '../../ir/index.ts';
import { configFiles, containers, envoyLivePath, probePaths } from '../../names/index.ts';
import type { Parts } from '../parts.ts';
import { holdPort, takePort } from '../processes/loopback-ports.ts';
import { envoyProgram } from './envoy-program.ts';
import type { PodFolders } from './pod-folders.ts';
import { placeFile, type StartedPod, text } from './server-pod.ts';

/** Ports of one gateway pod on loopback. */
export interface GatewayPorts {
  readonly http: HostPort;
  readonly grpc: HostPort;
  readonly live: HostPort;
  readonly metrics: HostPort;
  /** The router's plain port: probes, and the state of the fleet. */
  readonly probes: HostPort;
  readonly routerMetrics: HostPort;
  readonly stream: HostPort;
}

/** Where clients of one gateway go. Absent: any free port. */
export interface ClientPorts {
  readonly http?: HostPort | undefined;
  readonly grpc?: HostPort | undefined;
}

export async function takeGatewayPorts(clients: ClientPorts): Promise<GatewayPorts> {
  for (const chosen of [clients.http, clients.grpc]) if (chosen) await holdPort(chosen.port);
  return {
    http: clients.http ?? (await takePort()),
    grpc: clients.grpc ?? (await takePort()),
    live: await takePort(),
    metrics: await takePort(),
    probes: await takePort(),
    routerMetrics: await takePort(),
    stream: await takePort(),
  };
}

/** What one replica of the gateway is made of. */
export interface GatewayReplica {
  readonly name: string;
  readonly environment: Environment;
  readonly runtimes: readonly Runtime[];
  readonly ports: GatewayPorts;
  readonly folders: PodFolders;
}

/** One replica of the gateway as processes: router and Envoy, started in this order. */
export function gatewayPod(
  { name, environment, runtimes, ports, folders }: GatewayReplica,
  parts: Parts,
  stowage: readonly [string, ...string[]],
): StartedPod {
  const file = (of: string) => join(folders.config, of);
  const place: RouterPlace = {
    pod: name,
    probes: ports.probes,
    metrics: ports.routerMetrics,
    stream: ports.stream,
    settings: file(configFiles.router),
    plan: folders.plan,
    run: folders.run,
  };
  const envoyPlace: GatewayPlace = {
    http: ports.http,
    grpc: ports.grpc,
    live: ports.live,
    metrics: ports.metrics,
    admin: join(folders.run, 'admin.sock'),
    dynamic: join(folders.run, 'dynamic'),
    config: folders.config,
  };
  const running = (role: string) => ({
    folder: folders.scratch,
    log: join(folders.logs, `${name}-${role}.log`),
    env: process.env,
  });
  return {
    files: new Map([
      [file(configFiles.envoy), text(gatewayBootstrap(environment, envoyPlace))],
      [file(configFiles.router), text(routerSettings(environment, runtimes))],
      [file(placeFile), text(place)],
    ]),
    shape: {
      name,
      probes: ports.probes,
      grace: 2 * environment.gateway.requestTimeout + graceMargin,
      parts: [
        {
          program: {
            ...running(containers.router),
            role: containers.router,
            command: [...stowage, 'router', '--place', file(placeFile)],
          },
          started: { at: ports.probes, path: probePaths.started },
        },
        {
          program: envoyProgram(parts.envoy, file(configFiles.envoy), 2, running(containers.envoy)),
          started: { at: ports.live, path: envoyLivePath },
        },
      ],
    },
  };
}
