import { hash } from 'node:crypto';
import type { Json } from './json.ts';

/** JSON with the keys of every object in code-unit order: equal values give equal text, and so equal hashes. Absent fields are left out. */
export function canonicalJson(value: Json | object): string {
  return textOf(value) ?? 'null';
}

/** Undefined: absent. Writes the text itself, since copying into sorted objects first costs several times as much. */
function textOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = '';
    for (const inner of value) text += `${text === '' ? '' : ','}${textOf(inner) ?? 'null'}`;
    return `[${text}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const inner = textOf(object[key]);
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inner}`;
  }
  return `{${text}}`;
}

/** SHA-256 in hexadecimal; `digits` shortens it, where a name must stay short. */
export function sha256(text: string, digits = 64): string {
  return hash('sha256', text).slice(0, digits);
}
