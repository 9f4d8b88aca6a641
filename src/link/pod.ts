import { type Json, type JsonObject, reservedInPod } from '../ir/index.ts';
import { asList, asObject } from './words.ts';

/** One container or volume of a user's partial PodSpec, and where it stands. */
export interface PodPart {
  /** Undefined where it has none, or none that is a text. */
  readonly name: string | undefined;
  readonly fields: Readonly<Record<string, Json>>;
  /** Pointer below the Server's document. */
  readonly pointer: string;
}

/** The name of the inference server's container. */
export const serverContainer = 'server';

/** The containers of a list (`containers`, `initContainers`) of the pod, in their order. */
export function podContainers(pod: JsonObject, list: 'containers' | 'initContainers'): readonly PodPart[] {
  return named(pod[list], `/spec/pod/${list}`);
}

/** The user's part of the inference server's container. */
export function serverPart(pod: JsonObject): PodPart | undefined {
  return podContainers(pod, 'containers').find(({ name }) => name === serverContainer);
}

/** An environment variable that the pod gives the inference server; of several of the name, the last, as in Kubernetes. */
export function serverVariable(
  pod: JsonObject,
  name: string,
): { readonly value: Json; readonly pointer: string } | undefined {
  const container = serverPart(pod);
  const variables = asList(container?.fields['env']);
  const index = variables.findLastIndex((variable) => asObject(variable)['name'] === name);
  if (container === undefined || index === -1) return undefined;
  return { value: asObject(variables[index])['value'] ?? null, pointer: `${container.pointer}/env/${index}` };
}

/** The user's volumes of the pod, in their order. */
export function podVolumes(pod: JsonObject): readonly PodPart[] {
  return named(pod['volumes'], '/spec/pod/volumes');
}

/** Items of a list, by name. */
function named(list: Json | undefined, pointer: string): readonly PodPart[] {
  return asList(list).map((value, index) => {
    const fields = asObject(value);
    const name = fields['name'];
    return { name: typeof name === 'string' ? name : undefined, fields, pointer: `${pointer}/${index}` };
  });
}

/** Whether the path is the compiler's own folder in the server's container, lies in it, or covers it. */
export function isReservedPath(path: string): boolean {
  const steps = path.split('/').filter((each) => each !== '' && each !== '.');
  const own = reservedInPod.mountPath.split('/').filter((each) => each !== '');
  if (steps.includes('..')) return true;
  return own.slice(0, steps.length).every((each, index) => each === steps[index]);
}
