import { byCodeUnit } from '../diagnostics/index.ts';
import type { Demand, EnvironmentPart, Model, ModelPart, NodeOrigin, Origin, Sizes, Store } from '../ir/index.ts';
import { modelWords, offer } from './capabilities.ts';
import type { LinkedModel, LinkedServer } from './linked.ts';
import { storesOf } from './stores.ts';

/** What all models of a fleet are linked against. */
export interface ModelScope {
  readonly environment: EnvironmentPart | undefined;
  /** One for each name. */
  readonly servers: readonly LinkedServer[];
  readonly sizes: Sizes | undefined;
  readonly tenants: boolean;
  /** Filled while linking: models that ask for the same things have the same servers. */
  readonly found: Map<string, Found>;
}

interface Found extends Pick<LinkedModel, 'offering' | 'candidates' | 'runtimes'> {
  /** What such models require, with all that the compiler adds. */
  readonly words: readonly string[];
}

/** The model with its store, its size and its servers looked up and all that is absent filled in. */
export function linkModel(part: ModelPart, scope: ModelScope): LinkedModel {
  const stores = storesOf(part.storage, scope.environment?.stores ?? []);
  const { format, server, tenant, requires } = part;
  const key = JSON.stringify([format.name, format.version, server, tenant, requires]);
  const found = scope.found.get(key) ?? find(part, scope);
  scope.found.set(key, found);
  const { offering, candidates, runtimes } = found;
  return { part, stores, offering, candidates, runtimes, model: fill(part, stores[0], found, scope) };
}

/** The servers that the model can go to. Where they have several runtimes, those of the preferred one remain. */
function find(part: ModelPart, { servers, tenants }: ModelScope): Found {
  const offering = servers.filter(({ runtime }) => runtime !== undefined && offer(runtime, part.format) !== undefined);
  const candidates = offering.filter((server) => fits(part, server, tenants));
  const runtimes = preference(part, candidates);
  const chosen = runtimes[0]?.runtime.name;
  return {
    offering,
    candidates: candidates.filter(({ runtime }) => runtime?.name === chosen),
    runtimes,
    words: modelWords(part, tenants, runtimes.length > 1 ? chosen : undefined),
  };
}

/** Whether pin, own words and tenant leave the server. */
function fits(part: ModelPart, { part: { name }, server }: LinkedServer, tenants: boolean): boolean {
  if (part.server !== undefined && part.server !== name) return false;
  const offered = server?.capabilities ?? [];
  return (
    part.requires.every((word) => offered.includes(word)) &&
    (!tenants || offered.includes(`tenant=${part.tenant ?? ''}`))
  );
}

/** The candidates' runtimes: by the format's priority, then by name. */
function preference(part: ModelPart, candidates: readonly LinkedServer[]): LinkedModel['runtimes'] {
  const runtimes = new Map(candidates.flatMap(({ runtime }) => (runtime ? [[runtime.name, runtime]] : [])));
  return [...runtimes.values()]
    .map((runtime) => ({ runtime, priority: offer(runtime, part.format)?.priority ?? 0 }))
    .toSorted((a, b) => b.priority - a.priority || byCodeUnit(a.runtime.name, b.runtime.name));
}

/** Undefined where store or memory are missing. */
function fill(
  part: ModelPart,
  store: Store | undefined,
  { candidates, words }: Found,
  { environment, sizes }: ModelScope,
): Model | undefined {
  const shared = environment?.defaults.model ?? {};
  const measured = sizesOf(part.name, sizes);
  const demand = demandOf(part.demand, measured);
  if (demand === undefined || store === undefined) return undefined;
  return {
    ...without(part, 'tenant'),
    origin: originOf(part, measured, environment, sizes),
    storage: { ...without(part.storage, 'secret'), store: store.name },
    demand,
    replicas: part.replicas ?? shared.replicas ?? { min: 1, max: 1 },
    requires: words,
    residency: part.residency ?? shared.residency ?? 'always',
    update: part.update ?? shared.update ?? 'surge',
    idempotent: part.idempotent ?? candidates.every((each) => each.runtime?.repositoryApi !== 'none'),
    rename: part.rename ?? true,
    limits: { ...shared.limits, ...part.limits },
  };
}

/** The same object without a field; itself where it has none, since such a copy costs more than all else here. */
function without<T extends object, K extends keyof T>(object: T, field: K): Omit<T, K> {
  if (object[field] === undefined) return object;
  const { [field]: _left, ...rest } = object;
  return rest;
}

function sizesOf(name: string, sizes: Sizes | undefined): Partial<Demand> {
  return sizes !== undefined && Object.hasOwn(sizes.models, name) ? (sizes.models[name] ?? {}) : {};
}

/** What the model says, then what was measured. A measured peak never falls below a memory that the model says itself. */
function demandOf(own: Partial<Demand>, measured: Partial<Demand>): Demand | undefined {
  const memory = own.memory ?? measured.memory;
  if (memory === undefined) return undefined;
  const gpuMemory = own.gpuMemory ?? measured.gpuMemory ?? 0;
  return {
    memory,
    peak: own.peak ?? peakOf(measured.peak, memory, own.memory),
    gpuMemory,
    gpuPeak: own.gpuPeak ?? peakOf(measured.gpuPeak, gpuMemory, own.gpuMemory),
    disk: own.disk ?? measured.disk ?? 0,
  };
}

function peakOf(measured: number | undefined, memory: number, own: number | undefined): number {
  return own === undefined ? (measured ?? memory) : Math.max(measured ?? 0, memory);
}

/** The model's origin, with the fields that stand in the Environment or among the sizes. */
function originOf(
  part: ModelPart,
  measured: Partial<Demand>,
  environment: EnvironmentPart | undefined,
  sizes: Sizes | undefined,
): NodeOrigin {
  const moved: Record<string, Origin> = {};
  for (const field of ['memory', 'peak', 'gpuMemory', 'gpuPeak', 'disk'] as const) {
    if (sizes === undefined || part.demand[field] !== undefined || measured[field] === undefined) continue;
    const { file, document } = sizes.origin;
    moved[`/spec/${field}`] = { file, document, pointer: `/models/${part.name}/${field}` };
  }
  for (const field of ['replicas', 'residency', 'update', 'limits'] as const) {
    if (environment === undefined || part[field] !== undefined) continue;
    if (environment.defaults.model[field] === undefined) continue;
    const { file, document } = environment.origin;
    moved[`/spec/${field}`] = { file, document, pointer: `/spec/defaults/model/${field}` };
  }
  return Object.keys(moved).length > 0 ? { ...part.origin, fields: { ...part.origin.fields, ...moved } } : part.origin;
}
