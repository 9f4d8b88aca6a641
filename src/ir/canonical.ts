import { createHash } from 'node:crypto';
import type { Json } from './json.ts';

/** JSON with the keys of every object in code-unit order: equal values give equal text, and so equal hashes. Absent fields are left out. */
export function canonicalJson(value: Json | object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? sortedKeys(inner) : inner,
  );
}

function sortedKeys(object: object): object {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 in hexadecimal; `digits` shortens it, where a name must stay short. */
export function sha256(text: string, digits = 64): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
