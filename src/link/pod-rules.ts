import {
  containerRules,
  isAllowed,
  type Json,
  type JsonObject,
  type PodRule,
  podRules,
  serverRules,
} from '../ir/index.ts';
import { podContainers, serverContainer } from './pod.ts';
import { asList, asObject } from './words.ts';

/** One field of a user's pod that breaks a rule. */
export interface BrokenRule {
  readonly rule: PodRule;
  /** Below the Server's document. */
  readonly pointer: string;
}

/** All fields of the user's pod that ask for something else than every pod keeps to. */
export function brokenRules(pod: JsonObject): readonly BrokenRule[] {
  const containers = (['containers', 'initContainers'] as const).flatMap((list) =>
    podContainers(pod, list).flatMap(({ name, fields, pointer }) => {
      const server = list === 'containers' && name === serverContainer;
      return [...containerRules, ...(server ? serverRules : [])].flatMap((rule) => [...broken(rule, fields, pointer)]);
    }),
  );
  const all = [...podRules.flatMap((rule) => [...broken(rule, pod, '/spec/pod')]), ...containers];
  // Of a field that must go as a whole, nothing more is said.
  return all.filter(({ pointer }) => !all.some((other) => pointer.startsWith(`${other.pointer}/`)));
}

function* broken(rule: PodRule, fields: JsonObject, at: string, path = rule.path): Iterable<BrokenRule> {
  const [step = '', ...rest] = path;
  const value: Json = fields[step] ?? null;
  const pointer = `${at}/${step}`;
  // Null takes a field away.
  if (value === null) return;
  if (rest.length === 0) {
    if (!isAllowed(rule, value)) yield { rule, pointer };
  } else if (rest[0] === '*') {
    for (const [index, item] of asList(value).entries()) {
      yield* broken(rule, asObject(item), `${pointer}/${index}`, rest.slice(1));
    }
  } else yield* broken(rule, asObject(value), pointer, rest);
}
