/** Containers of the pods. A user's pod overrides merge by these names. */
export const containers = {
  /** The inference server. */
  server: 'server',
  /** The sidecar of a server pod; the proxy of a gateway pod. */
  envoy: 'envoy',
  agent: 'agent',
  router: 'router',
  witness: 'witness',
} as const;

/** Volumes of the pods; names are unique in a pod. */
export const volumes = {
  /** All plan shards, in one projected volume. */
  plan: 'plan',
  /** Envoy's bootstrap and the program's settings. */
  config: 'config',
  /** Artifacts, the model repository and the agent's state; the PersistentVolumeClaim template's name where it persists. */
  cache: 'cache',
  /** Sockets and the dynamic files of Envoy, shared by Envoy and the program beside it; the inference server lacks it. */
  run: 'run',
  /** Mutual TLS between gateway and servers. */
  internalTls: 'internal-tls',
  /** TLS towards clients of the gateway. */
  gatewayTls: 'gateway-tls',
} as const;

/** The volume of the Secret that opens a store. */
export function storeVolume(store: string): string {
  return `store-${store}`;
}

/** The scratch space of one container, mounted at `/tmp`. */
export function scratchVolume(container: string): string {
  return `tmp-${container}`;
}

export const mountPaths = {
  plan: '/etc/stowage/plan',
  config: '/etc/stowage/config',
  cache: '/var/stowage',
  run: '/run/stowage',
  internalTls: '/etc/stowage/internal-tls',
  gatewayTls: '/etc/stowage/gateway-tls',
  scratch: '/tmp',
} as const;

/** Where the Secret of a store is mounted, in the agent alone. */
export function storeMountPath(store: string): string {
  return `/etc/stowage/stores/${store}`;
}

/** Places inside the volumes. */
export const paths = {
  /** Verified artifacts, one folder a digest. */
  artifacts: `${mountPaths.cache}/artifacts`,
  /** The model repository that the inference server reads. */
  repository: `${mountPaths.cache}/repository`,
  /** Python modules of ours, written before the inference server starts: MLServer's repository and runtimes. */
  modules: `${mountPaths.cache}/python`,
  /** The last good plan, and the marker of a load under way. */
  state: `${mountPaths.cache}/state`,
  /** Envoy's admin interface, a unix socket. */
  admin: `${mountPaths.run}/admin.sock`,
  /** Where Envoy asks to wait for a model that is loaded on demand, a unix socket. */
  gate: `${mountPaths.run}/gate.sock`,
  /** Files that Envoy watches: routes, endpoints. */
  dynamic: `${mountPaths.run}/dynamic`,
} as const;

/** Files in the config ConfigMaps. */
export const configFiles = {
  envoy: 'envoy.json',
  agent: 'agent.json',
  router: 'router.json',
  witness: 'witness.json',
} as const;

/** The file of one plan shard in its ConfigMap and in the projected volume: the names of all shards differ. */
export function planShardFile(shard: number): string {
  return `plan-${shard}.json`;
}

/** Environment variables that pods get from the downward API. */
export const environmentVariables = {
  podName: 'STOWAGE_POD_NAME',
  podIp: 'STOWAGE_POD_IP',
  namespace: 'STOWAGE_NAMESPACE',
  /** The pod's ordinal in its StatefulSet. */
  ordinal: 'STOWAGE_ORDINAL',
} as const;

/** Paths on the plain ports of agent, router and witness. */
export const probePaths = {
  /** Answered once the files that Envoy starts with are there. */
  started: '/started',
  /** Answered while the program's loop turns. */
  live: '/live',
  /** Answered when the pod may count as ready. */
  ready: '/ready',
  /** Answers when the pod may end: a preStop hook waits for it. */
  drain: '/drain',
} as const;
