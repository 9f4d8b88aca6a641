import type { Json } from './json.ts';

/**
 * What every pod of a server keeps to, whatever its user says. `link` refuses what asks for something else, `emit`
 * writes it: one list, so that neither knows more than the other.
 */
export interface PodRule {
  /** Steps to the field; `*` is each item of a list. */
  readonly path: readonly string[];
  /** Values that a user may write. `high` is a user or group of `lowestId` or above. */
  readonly allowed: readonly Json[] | 'high';
  /** What is emitted where nothing allowed stands there. Absent: the field is not emitted at all. */
  readonly becomes?: Json;
  /** Whether it is emitted where the user says nothing, too. */
  readonly always?: true;
  /** `floor`: the restricted Pod Security Standard and what is added to it. `own`: without it the pod does not work. */
  readonly kind: 'floor' | 'own';
  /** What follows "the pod" where a field breaks the rule. */
  readonly words: string;
  readonly help: string;
}

/** Users and groups below are those of people and of the system on many images and nodes. */
export const lowestId = 10_001;

const remove = 'Remove it.';

function gone(path: readonly string[], words: string, help = remove, allowed: readonly Json[] = []): PodRule {
  return { path, allowed, kind: 'floor', words, help };
}

/** What security contexts of pods and of containers have in common. */
const contextRules: readonly PodRule[] = [
  {
    path: ['securityContext', 'runAsNonRoot'],
    allowed: [true],
    becomes: true,
    always: true,
    kind: 'floor',
    words: 'lets a container run as root',
    help: remove,
  },
  {
    path: ['securityContext', 'seccompProfile', 'type'],
    allowed: ['RuntimeDefault', 'Localhost'],
    becomes: 'RuntimeDefault',
    always: true,
    kind: 'floor',
    words: 'turns off its `seccompProfile`',
    help: remove,
  },
  {
    path: ['securityContext', 'appArmorProfile', 'type'],
    allowed: ['RuntimeDefault', 'Localhost'],
    becomes: 'RuntimeDefault',
    kind: 'floor',
    words: 'turns off its `appArmorProfile`',
    help: remove,
  },
  gone(['securityContext', 'seLinuxOptions'], 'sets `seLinuxOptions`'),
  gone(['securityContext', 'windowsOptions'], 'sets `windowsOptions`'),
];

function identity(field: 'runAsUser' | 'runAsGroup', always?: true): PodRule {
  return {
    path: ['securityContext', field],
    allowed: 'high',
    becomes: lowestId,
    ...(always && { always }),
    kind: 'floor',
    words: `has a \`${field}\` that is not above those of the system`,
    help: `Remove it, or take ${lowestId} or above.`,
  };
}

/** Of a PodSpec. */
export const podRules: readonly PodRule[] = [
  ...['hostNetwork', 'hostPID', 'hostIPC'].map((field) =>
    gone([field], `shares a namespace with its node by \`${field}\``, remove, [false]),
  ),
  gone(
    ['shareProcessNamespace'],
    'lets its containers see each other by `shareProcessNamespace`',
    'Remove it: models are code, and would reach what agent and Envoy know.',
    [false],
  ),
  gone(['serviceAccount'], 'names a service account', 'Remove it: each server has one of its own, with no rights.'),
  gone(['ephemeralContainers'], 'has ephemeral containers', 'Remove them: they are for debugging a pod that runs.'),
  {
    path: ['automountServiceAccountToken'],
    allowed: [false],
    becomes: false,
    always: true,
    kind: 'floor',
    words: 'mounts a token of its service account',
    help: 'Remove it: nothing in the pod talks to the Kubernetes API.',
  },
  ...contextRules,
  identity('runAsUser', true),
  identity('runAsGroup', true),
  gone(['securityContext', 'sysctls'], 'sets `sysctls`'),
  {
    path: ['securityContext', 'fsGroup'],
    allowed: [lowestId],
    becomes: lowestId,
    always: true,
    kind: 'own',
    words: 'has an `fsGroup` of its own',
    help: `Remove it: agent, Envoy and server share their files by the group ${lowestId}.`,
  },
  {
    path: ['securityContext', 'fsGroupChangePolicy'],
    allowed: ['OnRootMismatch'],
    becomes: 'OnRootMismatch',
    always: true,
    kind: 'own',
    words: 'changes the group of every file at each start by `fsGroupChangePolicy`',
    help: 'Remove it: a cache of many artifacts would take minutes.',
  },
  {
    path: ['enableServiceLinks'],
    allowed: [false],
    becomes: false,
    always: true,
    kind: 'own',
    words: 'has variables for every Service of its namespace by `enableServiceLinks`',
    help: 'Remove it: the address of a Service is its name in DNS.',
  },
  {
    path: ['restartPolicy'],
    allowed: ['Always'],
    kind: 'own',
    words: 'has a `restartPolicy` other than `Always`',
    help: 'Remove it: pods of a StatefulSet always start again.',
  },
  ...['activeDeadlineSeconds', 'hostname', 'subdomain'].map(
    (field): PodRule => ({
      path: [field],
      allowed: [],
      kind: 'own',
      words: `sets \`${field}\``,
      help: 'Remove it: a StatefulSet says this for its pods.',
    }),
  ),
];

const handlers = [
  ['startupProbe'],
  ['livenessProbe'],
  ['readinessProbe'],
  ['lifecycle', 'preStop'],
  ['lifecycle', 'postStart'],
];

/** Of a Container, an init container too. */
export const containerRules: readonly PodRule[] = [
  {
    path: ['securityContext', 'allowPrivilegeEscalation'],
    allowed: [false],
    becomes: false,
    always: true,
    kind: 'floor',
    words: 'lets a container gain privileges',
    help: remove,
  },
  {
    path: ['securityContext', 'readOnlyRootFilesystem'],
    allowed: [true],
    becomes: true,
    always: true,
    kind: 'floor',
    words: 'has a writable root file system',
    help: 'Remove it; `/tmp` can be written.',
  },
  gone(['securityContext', 'privileged'], 'has a privileged container', remove, [false]),
  gone(['securityContext', 'procMount'], 'changes how `/proc` is mounted', remove, ['Default']),
  {
    path: ['securityContext', 'capabilities', 'drop'],
    allowed: [['ALL']],
    becomes: ['ALL'],
    always: true,
    kind: 'floor',
    words: 'keeps some Linux capabilities',
    help: 'Remove it: all are dropped.',
  },
  gone(['securityContext', 'capabilities', 'add'], 'adds Linux capabilities', remove, [[]]),
  ...contextRules,
  identity('runAsUser'),
  identity('runAsGroup'),
  gone(
    ['ports', '*', 'hostPort'],
    'opens a port of its node by `hostPort`',
    'Remove it: clients come through the gateway.',
  ),
  gone(
    ['ports', '*', 'hostIP'],
    'names an address of its node by `hostIP`',
    'Remove it: clients come through the gateway.',
  ),
  ...handlers.flatMap((handler) =>
    ['httpGet', 'tcpSocket'].map((action) =>
      gone([...handler, action, 'host'], 'probes another host', 'Remove `host`: a probe asks its own pod.'),
    ),
  ),
];

/** What the compiler says of the inference server's container, and its user cannot. */
export const serverRules: readonly PodRule[] = [
  {
    path: ['lifecycle', 'preStop'],
    allowed: [],
    kind: 'own',
    words: 'has a `preStop` hook of its own',
    help: 'Remove it: the hook waits until the models have gone elsewhere.',
  },
  ...['startupProbe', 'livenessProbe', 'readinessProbe'].flatMap((probe) =>
    ['exec', 'grpc', 'httpGet', 'tcpSocket'].map(
      (action): PodRule => ({
        path: [probe, action],
        allowed: [],
        kind: 'own',
        words: `asks in another way by \`${probe}\``,
        help: 'Remove it: agent and sidecar know how the server is. Periods and thresholds may be changed.',
      }),
    ),
  ),
];

/** Types of volumes of the restricted Pod Security Standard. */
export const volumeTypes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

/** What the compiler adds to a server's pod; a user's part cannot have, and cannot mount, things of these names. */
export const reservedInPod = {
  containers: ['agent', 'envoy'],
  volumes: ['plan', 'config', 'cache', 'run', 'internal-tls', 'gateway-tls'],
  volumePrefixes: ['tmp-', 'store-'],
  /** In the inference server's container: artifacts and the model repository. */
  mountPath: '/var/stowage',
} as const;

/** Variables on which the way to a server rests, by the layout of its runtime. */
export const layoutVariables: Readonly<Record<string, readonly string[]>> = {
  mlserver: [
    'MLSERVER_GRPC_PORT',
    'MLSERVER_HOST',
    'MLSERVER_HTTP_PORT',
    'MLSERVER_LOAD_MODELS_AT_STARTUP',
    'MLSERVER_METRICS_PORT',
    'MLSERVER_MODEL_REPOSITORY_IMPLEMENTATION',
    'MLSERVER_MODEL_REPOSITORY_ROOT',
    'PYTHONPATH',
  ],
};

export function isReservedVolume(name: string): boolean {
  const { volumes, volumePrefixes } = reservedInPod;
  return (volumes as readonly string[]).includes(name) || volumePrefixes.some((prefix) => name.startsWith(prefix));
}

/** Whether a rule allows the value. */
export function isAllowed({ allowed }: PodRule, value: Json): boolean {
  if (allowed === 'high') return Number.isInteger(value) && Number(value) >= lowestId;
  const text = JSON.stringify(value);
  return allowed.some((each) => JSON.stringify(each) === text);
}

/** Seconds that a pod that ends waits for another copy of its models: a load, and the time to notice. */
export function handoverDeadline({ loadTimeout }: { readonly loadTimeout: number }): number {
  return loadTimeout + 30;
}

/** Seconds on top of what is waited for, for routes to spread and for what is slow. */
export const graceMargin = 15;

/**
 * Seconds that a server's pod needs to end: the preStop hook waits for the handover and for requests in flight; then
 * the server may finish one more.
 */
export function gracePeriod(runtime: { readonly loadTimeout: number }, requestTimeout: number): number {
  return handoverDeadline(runtime) + 2 * requestTimeout + graceMargin;
}
