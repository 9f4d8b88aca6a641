import type { Json, JsonObject } from '../ir/index.ts';
import { podContainers } from './pod.ts';
import { asList, asObject } from './words.ts';

/** One field of a user's pod that the security floor would have to override. */
export interface FloorViolation {
  /** Below the PodSpec. */
  readonly pointer: string;
  /** What follows "the pod". */
  readonly message: string;
  readonly help: string;
}

/** Lowest user and group that a container may run as, so that none is one of the node's own. */
const lowestId = 10001;

/**
 * All fields below the floor: the restricted Pod Security Standard, and what Stowage adds to it. The types of volumes
 * are checked where the pod is made.
 */
export function floorViolations(pod: JsonObject): readonly FloorViolation[] {
  return [...podFields(pod), ...securityContext(asObject(pod['securityContext']), ''), ...containers(pod)];
}

function* podFields(pod: JsonObject): Iterable<FloorViolation> {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (pod[field] !== true) continue;
    yield { pointer: `/${field}`, message: `shares a namespace with its node by \`${field}\``, help: 'Remove it.' };
  }
  for (const field of ['serviceAccountName', 'serviceAccount']) {
    if (pod[field] === undefined) continue;
    yield {
      pointer: `/${field}`,
      message: `names a service account`,
      help: 'Remove it: each server has one of its own, with no rights.',
    };
  }
  if (pod['automountServiceAccountToken'] === true) {
    yield {
      pointer: '/automountServiceAccountToken',
      message: 'mounts a token of its service account',
      help: 'Remove it: nothing in the pod talks to the Kubernetes API.',
    };
  }
  if (pod['ephemeralContainers'] !== undefined) {
    yield {
      pointer: '/ephemeralContainers',
      message: 'has ephemeral containers',
      help: 'Remove them: they are for debugging a pod that runs.',
    };
  }
}

function* containers(pod: JsonObject): Iterable<FloorViolation> {
  for (const list of ['containers', 'initContainers'] as const) {
    for (const { fields, pointer } of podContainers(pod, list)) {
      const at = pointer.slice('/spec/pod'.length);
      yield* securityContext(asObject(fields['securityContext']), at);
      yield* hostFields(fields, at);
    }
  }
}

function* hostFields(fields: Readonly<Record<string, Json>>, at: string): Iterable<FloorViolation> {
  for (const [index, port] of asList(fields['ports']).entries()) {
    if (asObject(port)['hostPort'] === undefined) continue;
    yield {
      pointer: `${at}/ports/${index}/hostPort`,
      message: 'opens a port of its node by `hostPort`',
      help: 'Remove it: clients come through the gateway.',
    };
  }
  const handlers = [
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => [`/${probe}`, fields[probe]] as const),
    ...['postStart', 'preStop'].map((hook) => [`/lifecycle/${hook}`, asObject(fields['lifecycle'])[hook]] as const),
  ];
  for (const [pointer, handler] of handlers) {
    for (const action of ['httpGet', 'tcpSocket']) {
      if (asObject(asObject(handler)[action])['host'] === undefined) continue;
      yield {
        pointer: `${at}${pointer}/${action}/host`,
        message: 'probes another host',
        help: 'Remove `host`: a probe asks its own pod.',
      };
    }
  }
}

function* securityContext(context: Readonly<Record<string, Json>>, at: string): Iterable<FloorViolation> {
  const violation = (field: string, message: string, help = 'Remove it.'): FloorViolation => ({
    pointer: `${at}/securityContext/${field}`,
    message,
    help,
  });
  if (context['privileged'] === true) yield violation('privileged', 'has a privileged container');
  if (context['allowPrivilegeEscalation'] === true) {
    yield violation('allowPrivilegeEscalation', 'lets a container gain privileges');
  }
  if (context['runAsNonRoot'] === false) yield violation('runAsNonRoot', 'lets a container run as root');
  for (const field of ['runAsUser', 'runAsGroup']) {
    const id = context[field];
    if (typeof id !== 'number' || id >= lowestId) continue;
    yield violation(field, `has \`${field}\` ${id}`, `Remove it, or take ${lowestId} or above.`);
  }
  if (context['readOnlyRootFilesystem'] === false) {
    yield violation('readOnlyRootFilesystem', 'has a writable root file system', 'Remove it; `/tmp` can be written.');
  }
  if (context['procMount'] !== undefined && context['procMount'] !== 'Default') {
    yield violation('procMount', 'changes how `/proc` is mounted');
  }
  if (asList(asObject(context['capabilities'])['add']).length > 0) {
    yield violation('capabilities/add', 'adds Linux capabilities');
  }
  for (const profile of ['seccompProfile', 'appArmorProfile']) {
    if (asObject(context[profile])['type'] !== 'Unconfined') continue;
    yield violation(`${profile}/type`, `turns off its \`${profile}\``);
  }
  for (const field of ['sysctls', 'windowsOptions', 'seLinuxOptions']) {
    if (context[field] !== undefined) yield violation(field, `sets \`${field}\``);
  }
}
