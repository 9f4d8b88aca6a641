import {
  type PreviousPlace,
  type Problem,
  type ProblemModel,
  type ProblemServer,
  parseOrdinal,
  pointerStep,
} from '../../ir/index.ts';
import { record } from '../state/record.ts';
import { Checker, type Fault, type Fields } from './check-value.ts';
import { didYouMean } from './spelling.ts';

/** Most MiB of a demand or a capacity: a pebibyte, so that every sum of a solve is exact. */
export const mostMiB = 2 ** 30;
/** Most replicas of a server, and copies of a model. */
export const mostReplicas = 10_000;
/** Most of the other numbers. */
const mostWorkers = 1000;
const mostPercent = 1000;
const mostCost = 1_000_000_000;

const problemFields = new Set(['version', 'moves', 'changed', 'policy', 'servers', 'models', 'previous']);
const policyFields = new Set(['survive']);
const serverFields = new Set([
  'name',
  'replicas',
  'beyondBase',
  'capacity',
  'workers',
  'overcommit',
  'capabilities',
  'cost',
]);
const capacityFields = new Set(['memory', 'gpuMemory', 'slots', 'disk']);
const rangeFields = new Set(['min', 'max']);
const placeFields = new Set(['at', 'spare']);
const modelFields = new Set([
  'name',
  'memory',
  'peak',
  'gpuMemory',
  'gpuPeak',
  'disk',
  'replicas',
  'requires',
  'server',
  'residency',
  'update',
  'load',
]);

/**
 * Reads a problem from plain data, as `schemas/problem.schema.json` describes it, and fills in its defaults. A fault
 * is never guessed around: with one fault or more there is no problem. `previous` may name models and servers that
 * are no more; a pin may name a server that is not there, which leaves the model unplaced.
 */
export function parseProblem(value: unknown): { problem: Problem } | { faults: readonly Fault[] } {
  const checker = new Checker();
  const problem = readProblem(checker, value);
  if (checker.faults.length > 0 || !problem) return { faults: checker.faults };
  return { problem };
}

function readProblem(checker: Checker, value: unknown): Problem | undefined {
  const fields = checker.object(value, '', problemFields, ['servers', 'models']);
  if (!fields) return undefined;
  if (Object.hasOwn(fields, 'version') && fields['version'] !== 1) {
    checker.fault('/version', 'must be 1: this is the only version of the format that is known');
  }
  const servers = readList(checker, fields, 'servers', readServer);
  const models = readList(checker, fields, 'models', readModel);
  const policy = Object.hasOwn(fields, 'policy') ? checker.object(fields['policy'], '/policy', policyFields) : {};
  const changed = Object.hasOwn(fields, 'changed') ? readChanged(checker, fields, models) : undefined;
  const previous = Object.hasOwn(fields, 'previous') ? readPrevious(checker, fields['previous']) : undefined;
  return {
    version: 1,
    moves: checker.integer(fields, 'moves', '', 1, 0, 1_000_000),
    ...(changed && { changed }),
    policy: { survive: checker.choice(policy ?? {}, 'survive', '/policy', ['none', 'replica']) },
    servers,
    models,
    ...(previous && { previous }),
  };
}

/** A list of things with distinct names. */
function readList<T extends { readonly name: string }>(
  checker: Checker,
  fields: Fields,
  name: string,
  read: (checker: Checker, value: unknown, pointer: string) => T | undefined,
): T[] {
  if (!Object.hasOwn(fields, name)) return [];
  const items: T[] = [];
  const places = new Map<string, number>();
  for (const [i, value] of checker.list(fields[name], `/${name}`).entries()) {
    const pointer = `/${name}/${i}`;
    const item = read(checker, value, pointer);
    if (!item) continue;
    const first = places.get(item.name);
    if (first === undefined) places.set(item.name, i);
    else if (item.name !== '') checker.fault(`${pointer}/name`, `repeats \`${item.name}\` of /${name}/${first}`);
    items.push(item);
  }
  return items;
}

function readServer(checker: Checker, value: unknown, pointer: string): ProblemServer | undefined {
  const fields = checker.object(value, pointer, serverFields, ['name', 'capacity']);
  if (!fields) return undefined;
  const at = `${pointer}/capacity`;
  const capacity = Object.hasOwn(fields, 'capacity')
    ? (checker.object(fields['capacity'], at, capacityFields, ['memory']) ?? {})
    : {};
  return {
    name: readName(checker, fields, pointer),
    replicas: readRange(checker, fields, pointer, 0),
    beyondBase: checker.choice(fields, 'beyondBase', pointer, ['autoscaled', 'never']),
    capacity: {
      memory: checker.integer(capacity, 'memory', at, 0, 0, mostMiB),
      gpuMemory: checker.integer(capacity, 'gpuMemory', at, 0, 0, mostMiB),
      slots: readLimit(checker, capacity, 'slots', at),
      disk: readLimit(checker, capacity, 'disk', at),
    },
    workers: checker.integer(fields, 'workers', pointer, 1, 1, mostWorkers),
    overcommit: checker.integer(fields, 'overcommit', pointer, 0, 0, mostPercent),
    capabilities: checker.words(fields, 'capabilities', pointer),
    cost: checker.integer(fields, 'cost', pointer, 1, 0, mostCost),
  };
}

function readModel(checker: Checker, value: unknown, pointer: string): ProblemModel | undefined {
  const fields = checker.object(value, pointer, modelFields, ['name', 'memory']);
  if (!fields) return undefined;
  const memory = checker.integer(fields, 'memory', pointer, 0, 0, mostMiB);
  const gpuMemory = checker.integer(fields, 'gpuMemory', pointer, 0, 0, mostMiB);
  const pinned = Object.hasOwn(fields, 'server') && fields['server'] !== null;
  return {
    name: readName(checker, fields, pointer),
    memory,
    peak: readPeak(checker, fields, 'peak', 'memory', memory, pointer),
    gpuMemory,
    gpuPeak: readPeak(checker, fields, 'gpuPeak', 'gpuMemory', gpuMemory, pointer),
    disk: checker.integer(fields, 'disk', pointer, 0, 0, mostMiB),
    replicas: readRange(checker, fields, pointer, 1),
    requires: checker.words(fields, 'requires', pointer),
    server: pinned ? checker.text(fields['server'], `${pointer}/server`) : null,
    residency: checker.choice(fields, 'residency', pointer, ['always', 'onDemand']),
    update: checker.choice(fields, 'update', pointer, ['surge', 'recreate']),
    load: checker.integer(fields, 'load', pointer, 1, 0, Number.MAX_SAFE_INTEGER),
  };
}

function readName(checker: Checker, fields: Fields, pointer: string): string {
  return Object.hasOwn(fields, 'name') ? checker.text(fields['name'], `${pointer}/name`) : '';
}

/** What is absent follows what is there: `{min: 2}` is 2..2, `{max: 3}` is 1..3. */
function readRange(checker: Checker, all: Fields, pointer: string, least: number): { min: number; max: number } {
  if (!Object.hasOwn(all, 'replicas')) return { min: 1, max: 1 };
  const at = `${pointer}/replicas`;
  const fields = checker.object(all['replicas'], at, rangeFields);
  if (!fields) return { min: 1, max: 1 };
  const known = checker.faults.length;
  const most = checker.integer(fields, 'max', at, mostReplicas, least, mostReplicas);
  const min = checker.integer(fields, 'min', at, Math.min(1, most), least, mostReplicas);
  const max = Object.hasOwn(fields, 'max') ? most : Math.max(1, min);
  if (min > max && checker.faults.length === known) checker.fault(at, `has a min of ${min} above its max of ${max}`);
  return { min, max };
}

/** null or absent: no limit. */
function readLimit(checker: Checker, fields: Fields, name: string, pointer: string): number | null {
  if (!Object.hasOwn(fields, name) || fields[name] === null) return null;
  return checker.integer(fields, name, pointer, 0, 0, mostMiB);
}

function readPeak(checker: Checker, fields: Fields, name: string, of: string, size: number, pointer: string): number {
  const peak = checker.integer(fields, name, pointer, size, 0, mostMiB);
  if (peak < size) checker.fault(`${pointer}/${name}`, `is ${peak}, below \`${of}\`, which is ${size} and part of it`);
  return peak;
}

function readChanged(checker: Checker, fields: Fields, models: readonly ProblemModel[]): readonly string[] {
  const known = new Set(models.map(({ name }) => name));
  const changed = checker.words(fields, 'changed', '');
  for (const [i, name] of changed.entries()) {
    if (name !== '' && !known.has(name)) {
      checker.fault(`/changed/${i}`, `names \`${name}\`, which is no model of this problem.${didYouMean(name, known)}`);
    }
  }
  return changed;
}

function readPrevious(checker: Checker, value: unknown): Readonly<Record<string, PreviousPlace>> {
  const previous = record<PreviousPlace>();
  for (const [model, place] of Object.entries(checker.record(value, '/previous') ?? {})) {
    const pointer = `/previous/${pointerStep(model)}`;
    const fields = checker.object(place, pointer, placeFields, ['at']);
    if (!fields) continue;
    const at = Object.hasOwn(fields, 'at') ? readOrdinals(checker, fields['at'], `${pointer}/at`) : [];
    previous[model] = Object.hasOwn(fields, 'spare')
      ? { at, spare: readOrdinals(checker, fields['spare'], `${pointer}/spare`) }
      : { at };
  }
  return previous;
}

function readOrdinals(checker: Checker, value: unknown, pointer: string): readonly string[] {
  return checker.list(value, pointer).map((item, i) => {
    const text = checker.text(item, `${pointer}/${i}`);
    if (text !== '' && !parseOrdinal(text)) {
      checker.fault(`${pointer}/${i}`, `is \`${text}\`, where \`server/ordinal\` is wanted, such as \`cpu/0\``);
    }
    return text;
  });
}
