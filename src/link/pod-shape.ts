import { suggest } from '../diagnostics/index.ts';
import {
  containerFields,
  type Json,
  type JsonObject,
  keptFields,
  type PodFieldType,
  podItems,
  podSpecFields,
  pointerStep,
} from '../ir/index.ts';
import { podContainers, serverContainer } from './pod.ts';
import { asList, asObject, quoted } from './words.ts';

/** A field of a user's pod that Kubernetes does not know, or that holds what it cannot hold. */
export interface ShapeFault {
  readonly kind: 'unknown' | 'type';
  /** Below the Server's document. */
  readonly pointer: string;
  /** What follows "the pod". */
  readonly words: string;
  readonly help: string;
  /** The name that is likely meant. */
  readonly meant?: string;
}

type Fields = Readonly<Record<string, PodFieldType>>;

/** All that the fields of PodSpec, containers and small items can be told of before a cluster sees them. */
export function* podShape(pod: JsonObject): Iterable<ShapeFault> {
  yield* shape(pod, podSpecFields, '/spec/pod', '');
  for (const list of ['containers', 'initContainers'] as const) {
    for (const { name, fields, pointer } of podContainers(pod, list)) {
      const place = name === undefined ? '' : ` in container ${quoted(name)}`;
      // What is not the compiler's cannot be taken away from it.
      const keeps = name === serverContainer && list === 'containers';
      yield* shape(fields, containerFields, pointer, place, keeps ? keptFields : new Set());
    }
  }
}

/** @param kept fields that null cannot take away */
function* shape(fields: JsonObject, known: Fields, at: string, place: string, kept = keptFields): Iterable<ShapeFault> {
  for (const [name, value] of Object.entries(fields)) {
    const pointer = `${at}/${pointerStep(name)}`;
    const type = Object.hasOwn(known, name) ? known[name] : undefined;
    if (type === undefined) yield unknown(name, known, fields, pointer, place);
    else if (value === null) {
      if (!kept.has(name)) continue;
      yield fault(pointer, `takes away ${quoted(name)}${place}`, 'Remove it: the pod does not work without.');
    } else if (name !== 'containers' && name !== 'initContainers') yield* typed(name, value, type, pointer, place);
  }
}

function unknown(name: string, known: Fields, fields: JsonObject, pointer: string, place: string): ShapeFault {
  const meant = suggest(
    name,
    Object.keys(known).filter((each) => !Object.hasOwn(fields, each)),
  );
  return {
    kind: 'unknown',
    pointer,
    words: `has a field ${quoted(name)}${place}, which Kubernetes 1.29 to 1.33 do not know`,
    help:
      meant === undefined
        ? 'A newer cluster may know it; any other refuses or drops it.'
        : `Did you mean \`${meant}\`?`,
    ...(meant !== undefined && { meant }),
  };
}

function* typed(name: string, value: Json, type: PodFieldType, pointer: string, place: string): Iterable<ShapeFault> {
  if (!isOfType(value, type)) {
    yield fault(pointer, `has ${described(value)} as ${quoted(name)}${place}`, wanted(value, type));
    return;
  }
  if (type === 'texts') {
    for (const [index, item] of asList(value).entries()) {
      if (typeof item === 'string') continue;
      yield fault(`${pointer}/${index}`, `has ${described(item)} among ${quoted(name)}${place}`, wanted(item, 'text'));
    }
  } else if (type === 'words') {
    for (const [key, word] of Object.entries(asObject(value))) {
      if (typeof word === 'string') continue;
      const at = `${pointer}/${pointerStep(key)}`;
      yield fault(at, `has ${described(word)} as ${quoted(key)} of ${quoted(name)}${place}`, wanted(word, 'text'));
    }
  } else if (type === 'objects') yield* items(name, asList(value), pointer, place);
}

function* items(name: string, list: readonly Json[], pointer: string, place: string): Iterable<ShapeFault> {
  const item = podItems[name];
  for (const [index, value] of list.entries()) {
    const at = `${pointer}/${index}`;
    if (!isOfType(value, 'object')) {
      yield fault(at, `has ${described(value)} among ${quoted(name)}${place}`, wanted(value, 'object'));
      continue;
    }
    if (item === undefined) continue;
    const where = ` in ${quoted(name)}${place}`;
    const told = Object.entries(asObject(value)).filter(([field]) => !item.open || Object.hasOwn(item.fields, field));
    yield* shape(Object.fromEntries(told), item.fields, at, where, new Set());
    for (const field of item.required) {
      if ((asObject(value)[field] ?? null) !== null) continue;
      yield fault(
        at,
        `has an item without ${quoted(field)}${where}`,
        `Give it a ${quoted(field)}, or remove the item.`,
      );
    }
  }
}

function fault(pointer: string, words: string, help: string): ShapeFault {
  return { kind: 'type', pointer, words, help };
}

function isOfType(value: Json, type: PodFieldType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'objects':
    case 'texts':
      return Array.isArray(value);
    default:
      return value !== null && typeof value === 'object' && !Array.isArray(value);
  }
}

const typeNames: Readonly<Record<PodFieldType, string>> = {
  text: 'a text',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a mapping',
  words: 'a mapping',
  objects: 'a list of mappings',
  texts: 'a list of texts',
};

function wanted(value: Json, type: PodFieldType): string {
  if (type === 'text' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Put it in quotes: \`"${value}"\`.`;
  }
  return `It must be ${typeNames[type]}.`;
}

function described(value: Json): string {
  if (value === null) return 'nothing';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a mapping';
  return typeof value === 'string' ? `the text ${quoted(value)}` : `\`${value}\``;
}
