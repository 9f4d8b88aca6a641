import type { Json, JsonObject } from '../../ir/index.ts';
import { containers, volumes } from '../../names/index.ts';
import { isMap } from './merge-pod.ts';

/** Told of each field that the floor changes: its JSON pointer in the PodSpec, and what it says now (undefined: nothing). */
export type Overridden = (pointer: string, now: Json | undefined) => void;

/** Users and groups below are those of people and of the system on many images and nodes. */
export const lowestId = 10_001;

/** Who the processes of a pod are. Files that they share belong to the group, which all have. */
const userIds: Readonly<Record<string, number>> = {
  [containers.envoy]: lowestId + 1,
  [containers.agent]: lowestId + 2,
  [containers.router]: lowestId + 2,
  [containers.witness]: lowestId + 2,
};

/** Volume types of the Pod Security Standard "restricted". */
const volumeTypes: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/**
 * Makes any PodSpec keep to the Pod Security Standard "restricted" and to what we add to it: a read-only root file
 * system, high user and group ids, no service-account token. What is stricter already stays. Volumes of other types are
 * taken out; `floorVolumes` finds them.
 */
export function securityFloor(pod: JsonObject, overridden: Overridden = () => {}): JsonObject {
  const floored = new Fields(pod, '', overridden);
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) floored.remove(field, (value) => value !== true);
  for (const field of ['ephemeralContainers', 'serviceAccount']) floored.remove(field);
  floored.set('automountServiceAccountToken', false);
  floored.set('restartPolicy', undefined, (value) => value === 'Always');
  floored.merge('securityContext', podContext);
  floored.each('initContainers', containerFloor);
  floored.each('containers', containerFloor);
  floored.filter('volumes', (volume) => isAllowedVolume(volume));
  return floored.value;
}

export function isAllowedVolume(volume: Json): boolean {
  return isMap(volume) && Object.keys(volume).every((field) => field === 'name' || volumeTypes.has(field));
}

/** Volume names that are ours in a server pod. */
export const reservedVolumes: ReadonlySet<string> = new Set(Object.values(volumes));

function podContext(context: Fields): void {
  context.set('runAsNonRoot', true);
  for (const field of ['runAsUser', 'runAsGroup']) context.set(field, lowestId, isHighId);
  context.set('fsGroup', lowestId);
  context.set('fsGroupChangePolicy', 'OnRootMismatch');
  context.merge('seccompProfile', seccomp);
  shared(context);
  context.remove('sysctls');
}

function containerFloor(container: Fields): void {
  const user = userIds[String(container.value['name'])];
  container.merge('securityContext', (context) => {
    context.set('allowPrivilegeEscalation', false);
    context.set('readOnlyRootFilesystem', true);
    context.set('runAsNonRoot', true);
    if (user !== undefined) context.set('runAsUser', user);
    else if ('runAsUser' in context.value) context.set('runAsUser', lowestId, isHighId);
    if ('runAsGroup' in context.value) context.set('runAsGroup', lowestId, isHighId);
    context.remove('privileged', (value) => value === false);
    context.remove('procMount', (value) => value === 'Default');
    context.merge('capabilities', (capabilities) => {
      capabilities.set('drop', ['ALL'], (value) => Array.isArray(value) && value.length === 1 && value[0] === 'ALL');
      capabilities.remove('add');
    });
    context.merge('seccompProfile', seccomp);
    shared(context);
  });
  container.each('ports', (port) => {
    port.remove('hostPort');
    port.remove('hostIP');
  });
  for (const field of ['startupProbe', 'livenessProbe', 'readinessProbe']) container.within(field, handlerFloor);
  container.within('lifecycle', (lifecycle) => {
    lifecycle.within('preStop', handlerFloor);
    lifecycle.within('postStart', handlerFloor);
  });
}

/** What pods and containers have in common. */
function shared(context: Fields): void {
  context.remove('seLinuxOptions');
  context.remove('windowsOptions');
  context.within('appArmorProfile', (profile) => {
    profile.set('type', 'RuntimeDefault', (value) => value === 'RuntimeDefault' || value === 'Localhost');
  });
}

function seccomp(profile: Fields): void {
  profile.set('type', 'RuntimeDefault', (value) => value === 'RuntimeDefault' || value === 'Localhost');
}

/** A probe or hook that names a host would make the kubelet call it. */
function handlerFloor(handler: Fields): void {
  for (const kind of ['httpGet', 'tcpSocket']) handler.within(kind, (action) => action.remove('host'));
}

function isHighId(value: Json | undefined): boolean {
  return typeof value === 'number' && value >= lowestId;
}

/** A map that is being changed: a copy, which knows where it stands. */
class Fields {
  readonly #fields: Record<string, Json>;
  readonly #at: string;
  readonly #overridden: Overridden;

  constructor(fields: JsonObject, at: string, overridden: Overridden) {
    this.#fields = { ...fields };
    this.#at = at;
    this.#overridden = overridden;
  }

  get value(): JsonObject {
    return this.#fields;
  }

  /** Sets the field unless what it holds is good. Only a value that was there and was not good counts as overridden. */
  set(field: string, value: Json | undefined, isGood: (now: Json) => boolean = (now) => now === value): void {
    const now = this.#fields[field];
    if (now !== undefined && isGood(now)) return;
    if (now !== undefined) this.#report(field, value);
    if (value === undefined) delete this.#fields[field];
    else this.#fields[field] = value;
  }

  /** Removes the field; a value that changes nothing is removed without a word. */
  remove(field: string, isHarmless: (now: Json) => boolean = () => false): void {
    const now = this.#fields[field];
    if (now === undefined) return;
    if (!isHarmless(now)) this.#report(field, undefined);
    delete this.#fields[field];
  }

  /** Changes the map in the field, which is made where it is absent. */
  merge(field: string, change: (inner: Fields) => void): void {
    const now = this.#fields[field];
    const inner = new Fields(isMap(now) ? now : {}, `${this.#at}/${field}`, this.#overridden);
    change(inner);
    this.#fields[field] = inner.value;
  }

  /** Changes the map in the field, where there is one. */
  within(field: string, change: (inner: Fields) => void): void {
    if (isMap(this.#fields[field])) this.merge(field, change);
  }

  /** Changes each map of the list in the field. */
  each(field: string, change: (item: Fields) => void): void {
    const items = this.#fields[field];
    if (!Array.isArray(items)) return;
    this.#fields[field] = items.map((item: Json, index) => {
      if (!isMap(item)) return item;
      const inner = new Fields(item, `${this.#at}/${field}/${index}`, this.#overridden);
      change(inner);
      return inner.value;
    });
  }

  /** Keeps the items of the list that are good. */
  filter(field: string, isGood: (item: Json) => boolean): void {
    const items = this.#fields[field];
    if (Array.isArray(items)) this.#fields[field] = items.filter((item: Json) => isGood(item));
  }

  #report(field: string, now: Json | undefined): void {
    this.#overridden(`${this.#at}/${field}`, now);
  }
}
