import { isObject, type Json, type JsonObject } from '../../ir/index.ts';

/** Most elements of the example: it is to be read. */
const largest = 64;

const patience = 2_000;

/**
 * A command that sends a request to one of these models: to the first that says what it takes an inference, else to the
 * first the question what it is.
 *
 * @param gateway URL that clients use
 */
export async function exampleRequest(gateway: string, models: readonly string[]): Promise<string | undefined> {
  for (const name of models) {
    const request = requestOf(await metadata(`${gateway}/v2/models/${name}`));
    if (request === undefined) continue;
    const body = JSON.stringify(request).replaceAll("'", "'\\''");
    return `curl ${gateway}/v2/models/${name}/infer -H 'content-type: application/json' -d '${body}'`;
  }
  return models[0] === undefined ? undefined : `curl ${gateway}/v2/models/${models[0]}`;
}

async function metadata(url: string): Promise<JsonObject | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    const value = (await response.json()) as Json;
    return response.ok && isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A request that the model's signature allows. Undefined: it gives none, or a large one. */
function requestOf(found: JsonObject | undefined): JsonObject | undefined {
  const inputs = found?.['inputs'];
  if (!Array.isArray(inputs) || inputs.length === 0) return undefined;
  const tensors = inputs.map(tensor);
  return tensors.every((each) => each !== undefined) ? { inputs: tensors } : undefined;
}

function tensor(input: Json): JsonObject | undefined {
  if (!isObject(input)) return undefined;
  const { name, datatype, shape: lengths } = input;
  if (typeof name !== 'string' || typeof datatype !== 'string' || !Array.isArray(lengths)) return undefined;
  const shape = lengths.map((length) => (typeof length === 'number' && length > 0 ? length : 1));
  const size = shape.reduce((product, length) => product * length, 1);
  if (size > largest || !/^(FP32|FP64|U?INT(8|16|32|64))$/.test(datatype)) return undefined;
  return { name, shape, datatype, data: Array.from({ length: size }, (_, i) => i + 1) };
}
