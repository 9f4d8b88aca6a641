import { isObject, type Json, type JsonObject } from '../../../ir/index.ts';

/** Most elements that a warm-up request may have in all its inputs: a signature is data from an artifact. */
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
  const filled: JsonObject[] = [];
  let left = largest;
  for (const input of inputs) {
    const zero = zeroInput(input, left);
    if (zero === undefined) return undefined;
    left -= zero.data.length;
    filled.push(zero);
  }
  return { inputs: filled };
}

function zeroInput(input: Json, most: number): (JsonObject & { readonly data: readonly Json[] }) | undefined {
  if (!isObject(input)) return undefined;
  const { name, datatype, shape: lengths, parameters } = input;
  if (typeof name !== 'string' || typeof datatype !== 'string' || !Array.isArray(lengths)) return undefined;
  // Their data does not go into JSON.
  if (datatype === 'FP16' || datatype === 'BF16') return undefined;
  const shape = lengths.map((length) => (typeof length === 'number' && length > 0 ? length : 1));
  const size = shape.reduce((product, length) => product * length, 1);
  if (!Number.isSafeInteger(size) || size > most) return undefined;
  const data = Array.from({ length: size }, () => zeros[datatype] ?? 0);
  return { name, datatype, shape, data, ...(isObject(parameters) && { parameters }) };
}
