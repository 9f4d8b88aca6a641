import { livePatience } from '../../envoy/index.ts';
import { type Environment, gracePeriod, type Runtime, type Server } from '../../ir/index.ts';
import {
  containers,
  livePath,
  mountPaths,
  paths,
  ports,
  probePaths,
  serverNames,
  serverPlanConfigMap,
  serverSelector,
  sidecarConfig,
  storeMountPath,
  storeVolume,
  volumes,
} from '../../names/index.ts';
import {
  containerPorts,
  envoyPorts,
  podVariables,
  probe,
  programProbes,
  resources,
  waitForDrain,
} from './containers.ts';
import { envoyContainer } from './envoy-container.ts';
import { spread } from './spread.ts';
import type { Container, PodSpec, Volume } from './types.ts';
import {
  configVolume,
  emptyVolume,
  internalTlsMounts,
  planVolume,
  scratch,
  scratchMount,
  secretVolume,
} from './volumes.ts';

/** What the sidecar asks of its node. */
export const sidecarNeeds = { cpu: { request: 250, limit: 2000 }, memory: 256, disk: 256 } as const;

const agentNeeds = { cpu: { request: 100, limit: 1000 }, memory: 384, disk: 512 } as const;

/** MiB for scratch files of the inference server, and for its logs. */
const serverScratch = 1024;
const serverLogs = 512;

/** MiB that lie beside the artifacts, which may take all of the cache's size: the repository, modules, notes. */
const besideArtifacts = 128;

/** MiB for sockets and for Envoy's files. */
const runSize = 64;
const agentScratch = 64;

/** The pod of one server as we want it, before the user's part and the security floor. */
export function serverPod(environment: Environment, server: Server, runtime: Runtime): PodSpec {
  return {
    serviceAccountName: serverNames(server.name).serviceAccount,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: gracePeriod(runtime, environment.gateway.requestTimeout),
    ...spread(serverSelector(server.name)),
    initContainers: [
      agentContainer(environment, server),
      {
        ...envoyContainer(environment.images.envoy, sidecarNeeds, internalTlsMounts(environment.tls.internalSecret)),
        restartPolicy: 'Always',
        ports: containerPorts([
          ports.inbound,
          ...envoyPorts,
          ...(runtime.ports.metrics === undefined ? [] : [ports.serverMetrics]),
        ]),
      },
    ],
    containers: [serverContainer(server, runtime)],
    volumes: podVolumes(environment, server),
  };
}

/** The inference server. It binds loopback; what the kubelet wants to know comes through Envoy or from the agent. */
function serverContainer(server: Server, runtime: Runtime): Container {
  const live = (period: number, failures: number) =>
    probe(ports.live.port, livePath, period, failures, livePatience + 1);
  return {
    name: containers.server,
    image: runtime.image,
    imagePullPolicy: 'IfNotPresent',
    ...(runtime.command && { command: runtime.command }),
    ...(runtime.args && { args: runtime.args }),
    env: Object.entries({ HOME: mountPaths.scratch, ...runtime.env }).map(([name, value]) => ({ name, value })),
    resources: serverResources(server),
    startupProbe: live(5, 180),
    // A load may stall a server's loop, so it is given longer than the longest load.
    livenessProbe: live(10, Math.ceil((runtime.loadTimeout + 60) / 10)),
    // The agent's word: ready once its ordinal's models are dealt with, and from then on.
    readinessProbe: probe(ports.agent.port, probePaths.ready, 5, 3),
    lifecycle: waitForDrain(ports.agent.port),
    volumeMounts: [
      { name: volumes.cache, mountPath: mountPaths.cache, readOnly: true },
      scratchMount(containers.server),
    ],
  };
}

export function serverResources(server: Server): Container['resources'] {
  const { requests, limits } = resources({
    cpu: { request: server.cpu, limit: 2 * server.cpu },
    memory: server.memory,
    disk: serverScratch + serverLogs,
  });
  if (!server.gpu) return { requests, limits };
  const gpu = { [server.gpu.resource]: '1' };
  return { requests: { ...requests, ...gpu }, limits: { ...limits, ...gpu } };
}

function agentContainer(environment: Environment, server: Server): Container {
  const stores = environment.stores.filter(({ secret }) => secret !== undefined);
  // What is in an emptyDir counts as the disk of the pod's containers.
  const cache = server.cache.storageClass === undefined ? server.cache.size : 0;
  return {
    name: containers.agent,
    image: environment.images.stowage,
    imagePullPolicy: 'IfNotPresent',
    restartPolicy: 'Always',
    command: ['stowage', 'agent'],
    args: [
      `--settings=${mountPaths.config}/agent.json`,
      `--plan=${mountPaths.plan}`,
      `--run=${mountPaths.run}`,
      `--artifacts=${paths.artifacts}`,
      `--repository=${paths.repository}`,
      `--modules=${paths.modules}`,
      `--state=${paths.state}`,
    ],
    env: podVariables(['podName', 'podIp', 'ordinal']),
    ports: containerPorts([ports.agent, ports.agentMetrics]),
    resources: resources({ ...agentNeeds, disk: agentNeeds.disk + cache }),
    ...programProbes(ports.agent.port),
    volumeMounts: [
      { name: volumes.config, mountPath: mountPaths.config, readOnly: true },
      { name: volumes.plan, mountPath: mountPaths.plan, readOnly: true },
      { name: volumes.run, mountPath: mountPaths.run },
      { name: volumes.cache, mountPath: mountPaths.cache },
      scratchMount(containers.agent),
      ...internalTlsMounts(environment.tls.internalSecret),
      ...stores.map(({ name }) => ({
        name: storeVolume(name),
        mountPath: storeMountPath(name),
        readOnly: true as const,
      })),
    ],
  };
}

function podVolumes({ stores, tls }: Environment, { name, runtime, planShards, cache }: Server): readonly Volume[] {
  const shards = Array.from({ length: planShards }, (_, shard) => serverPlanConfigMap(name, shard));
  return [
    configVolume([serverNames(name).config, sidecarConfig(runtime)]),
    planVolume(shards),
    emptyVolume(volumes.run, runSize),
    // Else it is a claim of the StatefulSet.
    ...(cache.storageClass === undefined ? [emptyVolume(volumes.cache, cache.size + besideArtifacts)] : []),
    scratch(containers.server, serverScratch),
    scratch(containers.agent, agentScratch),
    ...(tls.internalSecret === undefined ? [] : [secretVolume(volumes.internalTls, tls.internalSecret)]),
    // A store whose Secret is not there fails its own models, not the whole pod.
    ...stores.flatMap((store) =>
      store.secret === undefined ? [] : [secretVolume(storeVolume(store.name), store.secret, true)],
    ),
  ];
}
