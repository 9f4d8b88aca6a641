import { isObject, type Json, type JsonObject } from '../../../ir/index.ts';

/** Most elements that a warm-up request may have: a signature is data from an artifact. */
const largest = 1024 * 1024;

const zeros: Readonly<Record<string, Json>> = { BOOL: false, BYTES: '' };

/**
 * A request that a model's signature allows, all zeros, one where it lets the client choose a length.
 *
 * @returns undefined where it names no inputs, or none that zeros can be made of
 */
export function zeroRequest(metadata: JsonObject): JsonObject | undefined {
  const inputs = metadata['inputs'];
  if (!Array.isArray(inputs) || inputs.length === 0) return undefined;
  const filled = inputs.map(zeroInput);
  return filled.every((input) => input !== undefined) ? { inputs: filled } : undefined;
}

function zeroInput(input: Json): JsonObject | undefined {
  if (!isObject(input)) return undefined;
  const { name, datatype, shape: lengths, parameters } = input;
  if (typeof name !== 'string' || typeof datatype !== 'string' || !Array.isArray(lengths)) return undefined;
  // Their data does not go into JSON.
  if (datatype === 'FP16' || datatype === 'BF16') return undefined;
  const shape = lengths.map((length) => (typeof length === 'number' && length > 0 ? length : 1));
  const size = shape.reduce((product, length) => product * length, 1);
  if (!Number.isSafeInteger(size) || size > largest) return undefined;
  const data = Array.from({ length: size }, () => zeros[datatype] ?? 0);
  return { name, datatype, shape, data, ...(isObject(parameters) && { parameters }) };
}
