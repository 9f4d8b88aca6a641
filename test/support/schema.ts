import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from '../../src/ir/index.ts';

/**
 * Checks values against a published schema of ours, and that it names each of their fields: published schemas are open,
 * here every object of known fields is closed. Gives the faults in words.
 */
export function schemaFaults(file: string): (value: unknown) => readonly string[] {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas', file), 'utf8')) as Json;
  const check = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(closed(schema) as object);
  return (value) => (check(value) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
}

function closed(schema: Json): Json {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map(closed);
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return inner['type'] === 'object' && 'required' in inner && 'properties' in inner
    ? { ...inner, additionalProperties: false }
    : inner;
}
