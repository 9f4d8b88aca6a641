import type { EnvironmentPart, NodeOrigin, Origin, Runtime, Server, ServerPart } from '../ir/index.ts';
import { serverWords } from './capabilities.ts';
import { serverVariable } from './pod.ts';

/** What the compiler gives to a server that neither itself nor its Environment says. Sizes in MiB. */
const defaults = { cpu: 1000, overcommit: 0, cacheSize: 10 * 1024 };

/** The variable by which a server that uses MLServer's layout says how many workers it has. */
export const workersVariable = 'MLSERVER_PARALLEL_WORKERS';

/** The server with its runtime's share taken off and all that is absent filled in. */
export function linkServer(
  part: ServerPart,
  runtime: Runtime,
  environment: EnvironmentPart | undefined,
  words: { readonly tenants: boolean; readonly asked: ReadonlyMap<string, ReadonlySet<string>> },
): Server {
  const shared = environment?.defaults.server ?? {};
  const { capacity, cache, ...rest } = part;
  return {
    ...rest,
    origin: withDefaults(part, environment),
    capacity: { memory: Math.max(0, part.memory - runtime.baseMemory), ...capacity },
    workers: part.workers ?? podWorkers(part, runtime) ?? runtime.workers,
    overcommit: part.overcommit ?? shared.overcommit ?? defaults.overcommit,
    cpu: part.cpu ?? shared.cpu ?? defaults.cpu,
    cache: cache ?? shared.cache ?? { size: capacity.disk ?? defaults.cacheSize },
    capabilities: serverWords(part, runtime, words.tenants, words.asked),
  };
}

/** What the pod says instead of the runtime; undefined where it says nothing, or nothing that is a number. */
export function podWorkers({ pod }: ServerPart, { layout }: Runtime): number | undefined {
  const variable = layout === 'mlserver' ? serverVariable(pod, workersVariable) : undefined;
  const text = typeof variable?.value === 'string' ? variable.value : '';
  // With 0 the server itself holds the one copy.
  return /^[0-9]{1,3}$/.test(text) ? Math.max(1, Number(text)) : undefined;
}

/** The server's origin, with the fields that stand in the Environment. */
function withDefaults(part: ServerPart, environment: EnvironmentPart | undefined): NodeOrigin {
  if (environment === undefined) return part.origin;
  const { file, document } = environment.origin;
  const moved: Record<string, Origin> = {};
  for (const field of ['overcommit', 'cpu', 'cache'] as const) {
    if (part[field] !== undefined || environment.defaults.server[field] === undefined) continue;
    moved[`/spec/${field}`] = { file, document, pointer: `/spec/defaults/server/${field}` };
  }
  return Object.keys(moved).length > 0 ? { ...part.origin, fields: { ...part.origin.fields, ...moved } } : part.origin;
}
