import { readFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from '../ir/index.ts';

/**
 * Reads where a program lives from a file of JSON.
 *
 * @param texts fields that must be texts
 * @param addresses fields that must be a host and a port
 * @returns a text says what is wrong where the file says no such thing
 */
export function readPlaceFile(
  path: string,
  texts: readonly string[],
  addresses: readonly string[],
): JsonObject | string {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  if (!isObject(value)) return `${path} holds no JSON object`;
  const fields = value;
  const missing =
    texts.find((field) => typeof fields[field] !== 'string') ?? addresses.find((field) => !isAddress(fields[field]));
  return missing === undefined ? fields : `${path} does not say \`${missing}\``;
}

function isAddress(value: Json | undefined): boolean {
  return isObject(value) && typeof value['host'] === 'string' && Number.isInteger(value['port']);
}
