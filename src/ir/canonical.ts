import { hash } from 'node:crypto';
import type { Json } from './json.ts';

/**
 * JSON with the keys of every object in code-unit order: equal values give equal text, and so equal hashes. Absent fields
 * are left out. `first` names a key of the value itself that comes before all others.
 */
export function canonicalJson(value: Json | object, first?: string): string {
  // Most values are made with their keys in order, and then the engine's own writer is several times as fast.
  return (isInOrder(value, first) ? JSON.stringify(value) : textOf(value, first)) ?? 'null';
}

/** Whether all keys come in the order in which they are to be written. */
function isInOrder(value: unknown, first?: string): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) {
    for (const inner of value) if (typeof inner === 'object' && !isInOrder(inner)) return false;
    return true;
  }
  const object = value as Readonly<Record<string, unknown>>;
  let last = '';
  let isFirst = true;
  for (const key in object) {
    const leads = isFirst && key === first;
    isFirst = false;
    if (key < last || (key === first && !leads)) return false;
    if (!leads) last = key;
    const inner = object[key];
    if (typeof inner === 'object' && !isInOrder(inner)) return false;
  }
  return true;
}

/** Undefined: absent. Writes the text itself, since copying into sorted objects first costs several times as much. */
function textOf(value: unknown, first?: string): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = '';
    for (const inner of value) text += `${text === '' ? '' : ','}${textOf(inner) ?? 'null'}`;
    return `[${text}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(object).sort();
  let text = '';
  for (const key of first === undefined ? keys : [first, ...keys.filter((one) => one !== first)]) {
    const inner = textOf(object[key]);
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inner}`;
  }
  return `{${text}}`;
}

/** SHA-256 in hexadecimal; `digits` shortens it, where a name must stay short. */
export function sha256(text: string, digits = 64): string {
  return hash('sha256', text).slice(0, digits);
}
