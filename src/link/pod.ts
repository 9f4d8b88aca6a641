import type { Json, JsonObject } from '../ir/index.ts';
import { asList, asObject } from './words.ts';

/** One container of a user's partial PodSpec, and where it stands. */
export interface PodContainer {
  /** Undefined where it has none, or none that is a text. */
  readonly name: string | undefined;
  readonly fields: Readonly<Record<string, Json>>;
  /** Pointer below the Server's document. */
  readonly pointer: string;
}

/** The name of the inference server's container. */
export const serverContainer = 'server';

/** The containers of a list (`containers`, `initContainers`) of the pod, in their order. */
export function podContainers(pod: JsonObject, list: 'containers' | 'initContainers'): readonly PodContainer[] {
  return asList(pod[list]).map((value, index) => {
    const fields = asObject(value);
    const name = fields['name'];
    return { name: typeof name === 'string' ? name : undefined, fields, pointer: `/spec/pod/${list}/${index}` };
  });
}

/** The user's part of the inference server's container. */
export function serverPart(pod: JsonObject): PodContainer | undefined {
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
