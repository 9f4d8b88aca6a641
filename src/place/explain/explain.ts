import { byCodeUnit, suggest } from '../../diagnostics/index.ts';
import {
  ordinalText,
  type ProblemModel,
  type ProblemServer,
  type Reason,
  type Remedy,
  type Unplaced,
} from '../../ir/index.ts';
import { didYouMean } from '../problem/spelling.ts';
import type { Instance } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';
import { findRemedies, type Trials } from './remedies.ts';
import { Shortages } from './shortage.ts';

/** Unplaced models for which remedies are sought one by one; of the rest, those without room get one that is for all. */
const FULL = 20;

/** Why models have no place, and the evidence of what is proven of that. */
export interface Explained {
  readonly unplaced: readonly Unplaced[];
  readonly shortages: Shortages;
}

/** Says for each unplaced model which servers dropped out and why, whether that is proven, and what would place it. */
export async function explain(
  instance: Instance,
  packing: Packing,
  unplaced: readonly number[],
  trials: Trials,
): Promise<Explained> {
  const shortages = new Shortages(instance);
  const explained: Unplaced[] = [];
  for (const [i, m] of unplaced.entries()) {
    const model = instance.models[m]!.name;
    const reasons = funnel(instance, packing, m);
    const own = i < FULL ? await findRemedies(instance, packing, m, reasons, trials) : [];
    const isOneOfMany = (own.length === 0 || unplaced.length > 1) && reasons.at(-1)!.step === 'room';
    const forAll = isOneOfMany ? await trials.enoughReplicas(model) : [];
    const remedies = [...own.filter((remedy) => !forAll.some((other) => isSame(remedy, other))), ...forAll];
    const moves = remedies.find(({ kind }) => kind === 'moves');
    const why = moves
      ? { reasons: withMoves(instance, reasons, moves), proof: null }
      : await proven(m, reasons, shortages);
    explained.push({ model, ...why, remedies });
  }
  return { unplaced: explained, shortages };
}

/** Where the funnel ends with servers that are full: with the group of models that cannot all have room, if one is found. */
async function proven(
  m: number,
  reasons: readonly Reason[],
  shortages: Shortages,
): Promise<Pick<Unplaced, 'reasons' | 'proof'>> {
  const last = reasons.at(-1)!;
  if (last.step !== 'room') return { reasons, proof: 'alone' };
  const group = await shortages.of(m);
  if (!group) return { reasons, proof: null };
  const message = `${last.message} ${group.message[0]!.toUpperCase()}${group.message.slice(1)}.`;
  return { reasons: [...reasons.slice(0, -1), { ...last, message }], proof: group.method };
}

/** Where more moves would do, that is the last reason. */
function withMoves(instance: Instance, reasons: readonly Reason[], { value = 0 }: Remedy): Reason[] {
  const room: Reason = { ...reasons.at(-1)!, left: candidatesLeft(reasons) };
  const message = `It would fit if ${value === 1 ? 'one other model' : `up to ${value} other models`} a change moved; the limit is ${instance.problem.moves}.`;
  return [...reasons.slice(0, -1), room, { step: 'moves', message, left: [] }];
}

function isSame(a: Remedy, b: Remedy): boolean {
  return a.kind === b.kind && a.server === b.server && a.value === b.value;
}

/** Servers that were in question before the last step. */
function candidatesLeft(reasons: readonly Reason[]): readonly string[] {
  return reasons.at(-1)?.nearest === undefined ? [] : [reasons.at(-1)!.nearest!];
}

/** The steps that excluded a server, in order, each with the nearest of those that it excluded; after the last none is left. */
function funnel(instance: Instance, packing: Packing, m: number): Reason[] {
  const given = instance.models[m]!;
  const model = { ...given, requires: given.requires.toSorted(byCodeUnit) };
  const servers = instance.servers.map(({ index }) => index);
  const reasons: Reason[] = [];
  let left: readonly number[] = servers;
  const narrow = (stay: readonly number[], reason: (dropped: readonly number[]) => Omit<Reason, 'left'>): boolean => {
    if (stay.length < left.length || left.length === 0) {
      const { step, message, ...rest } = reason(left.filter((s) => !stay.includes(s)));
      reasons.push({ step, message, left: stay.map((s) => instance.servers[s]!.name), ...rest });
    }
    left = stay;
    return stay.length === 0;
  };
  if (model.server !== null) {
    const pinned = servers.filter((s) => instance.servers[s]!.name === model.server);
    if (narrow(pinned, () => pinReason(instance, model))) return reasons;
  }
  const source = (s: number): ProblemServer => instance.sources[s]!;
  const able = left.filter((s) => missing(model, source(s)).length === 0);
  const capable = (dropped: readonly number[]) => capabilityReason(model, dropped.map(source));
  if (narrow(able, capable)) return reasons;
  const many = left.filter((s) => instance.servers[s]!.max >= model.replicas.min);
  if (narrow(many, (dropped) => copiesReason(instance, model, dropped))) return reasons;
  for (const limit of limits) {
    const stay = left.filter((s) => limit.lack(instance, m, s) <= 0);
    if (narrow(stay, (dropped) => limitReason(instance, m, dropped, limit))) return reasons;
  }
  reasons.push(roomReason(instance, packing, m, left));
  return reasons;
}

function pinReason(instance: Instance, { server: pin }: ProblemModel): Omit<Reason, 'left'> {
  const names = instance.servers.map(({ name }) => name);
  if (pin !== null && names.includes(pin)) return { step: 'pin', message: `It is pinned to \`${pin}\`.` };
  const near = pin === null ? undefined : suggest(pin, names);
  return {
    step: 'pin',
    message: `It is pinned to \`${pin}\`, and there is no such server.${didYouMean(pin ?? '', names)}`,
    ...(near !== undefined && { nearest: near }),
  };
}

function missing(model: ProblemModel, server: ProblemServer): string[] {
  return model.requires.filter((word) => !server.capabilities.includes(word));
}

function capabilityReason(model: ProblemModel, servers: readonly ProblemServer[]): Omit<Reason, 'left'> {
  if (servers.length === 0) return { step: 'capabilities', message: 'There is no server.' };
  const near = servers.reduce((best, one) => (missing(model, one).length < missing(model, best).length ? one : best));
  const lacks = missing(model, near);
  const offered = [...new Set(servers.flatMap(({ capabilities }) => capabilities))].sort();
  const unknown = model.requires.filter((word) => !offered.includes(word));
  const hints = unknown.map((word) => didYouMean(word, offered)).join('');
  return {
    step: 'capabilities',
    message: `It requires ${quote(model.requires)}; \`${near.name}\` comes nearest and lacks ${quote(lacks)}.${hints}`,
    nearest: near.name,
  };
}

function copiesReason(instance: Instance, model: ProblemModel, servers: readonly number[]): Omit<Reason, 'left'> {
  const most = servers.reduce((best, s) => (instance.servers[s]!.max > instance.servers[best]!.max ? s : best));
  const { name, max } = instance.servers[most]!;
  const need = model.replicas.min;
  return {
    step: 'copies',
    message: `Its ${count(need, 'copy', 'copies')} must stand on distinct replicas of one server; \`${name}\` has at most ${max}.`,
    shortfall: Math.max(0, need - max),
    nearest: name,
  };
}

/** One limit of an empty ordinal. */
interface Limit {
  readonly step: 'memory' | 'gpuMemory' | 'slots' | 'disk';
  /** How much an empty ordinal lacks for one copy; 0 or less: nothing. */
  lack(instance: Instance, model: number, server: number): number;
  says(instance: Instance, model: number, server: number): string;
}

const limits: readonly Limit[] = [
  {
    step: 'memory',
    lack: (instance, m, s) => {
      const { workers: w, memory, limit } = instance.servers[s]!;
      const need = instance.memory[m]! * w;
      const stays = instance.always[m] === 1 ? need : 0;
      return Math.max(stays + instance.transient[m]! * w - memory, need - limit);
    },
    says: (instance, m, s) => {
      const { workers: w, memory, name } = instance.servers[s]!;
      return `${demand(instance, m, w, 'memory')}, where an empty replica of \`${name}\` has ${memory} MiB`;
    },
  },
  {
    step: 'gpuMemory',
    lack: (instance, m, s) => {
      const { workers: w, gpu, gpuLimit } = instance.servers[s]!;
      const need = instance.gpu[m]! * w;
      const stays = instance.always[m] === 1 ? need : 0;
      return Math.max(stays + instance.gpuTransient[m]! * w - gpu, need - gpuLimit);
    },
    says: (instance, m, s) => {
      const { workers: w, gpu, name } = instance.servers[s]!;
      return `${demand(instance, m, w, 'gpu')}, where an empty replica of \`${name}\` has ${gpu === 0 ? 'no GPU' : `${gpu} MiB`}`;
    },
  },
  {
    step: 'slots',
    lack: (instance, _m, s) => 1 - instance.servers[s]!.slots,
    says: (instance, _m, s) => `It needs a slot, and \`${instance.servers[s]!.name}\` has none`,
  },
  {
    step: 'disk',
    lack: (instance, m, s) => instance.disk[m]! - instance.servers[s]!.disk,
    says: (instance, m, s) => {
      const { disk, name } = instance.servers[s]!;
      return `It needs ${instance.disk[m]} MiB of disk, for its artifact and a former version, where \`${name}\` has ${disk} MiB`;
    },
  },
];

/** What one copy needs on an otherwise empty ordinal, in words. */
function demand(instance: Instance, m: number, workers: number, of: 'memory' | 'gpu'): string {
  const size = (of === 'memory' ? instance.memory : instance.gpu)[m]!;
  const onTop = (of === 'memory' ? instance.transient : instance.gpuTransient)[m]!;
  const what = of === 'memory' ? 'memory' : 'GPU memory';
  const each = workers > 1 ? ` on each of ${workers} workers` : '';
  if (instance.always[m] !== 1) return `It needs ${onTop} MiB of ${what} to load${each}`;
  if (onTop === 0) return `It needs ${size} MiB of ${what}${each}`;
  const why = instance.models[m]!.update === 'surge' ? 'a new version loads beside the old' : 'it loads';
  return `It needs ${size} MiB of ${what}${each} and ${onTop} MiB on top while ${why}`;
}

function limitReason(instance: Instance, m: number, servers: readonly number[], limit: Limit): Omit<Reason, 'left'> {
  const near = servers.reduce((best, s) => (limit.lack(instance, m, s) < limit.lack(instance, m, best) ? s : best));
  return {
    step: limit.step,
    message: `${limit.says(instance, m, near)}.`,
    shortfall: Math.max(0, limit.lack(instance, m, near)),
    nearest: instance.servers[near]!.name,
  };
}

/** What an ordinal lacks as it is filled now. */
interface Lack {
  readonly server: number;
  readonly ordinal: number;
  readonly memory: number;
  readonly gpuMemory: number;
  readonly slots: number;
  readonly disk: number;
}

/** The ordinal that comes nearest to taking in the last copy of a model. */
function nearestOrdinal(instance: Instance, packing: Packing, m: number, servers: readonly number[]): Lack {
  const all = servers.map((s) => {
    const pool = packing.pools[s]!;
    const { max } = instance.servers[s]!;
    const lacks = Array.from({ length: Math.min(max, pool.size + instance.min[m]!) }, (_, k) => ({
      server: s,
      ordinal: k,
      memory: Math.max(0, pool.lacking(m, k)),
      ...pool.lackingElse(m, k),
    }));
    return lacks.sort((a, b) => compareLack(a, b) || a.ordinal - b.ordinal)[
      Math.min(lacks.length, instance.min[m]!) - 1
    ]!;
  });
  return all.reduce((best, lack) => (compareLack(lack, best) < 0 ? lack : best));
}

function compareLack(a: Lack, b: Lack): number {
  return a.memory - b.memory || a.gpuMemory - b.gpuMemory || a.slots - b.slots || a.disk - b.disk;
}

function roomReason(instance: Instance, packing: Packing, m: number, servers: readonly number[]): Reason {
  const lack = nearestOrdinal(instance, packing, m, servers);
  const { name } = instance.servers[lack.server]!;
  const parts = [
    ...(lack.memory > 0 ? [`${lack.memory} MiB of memory`] : []),
    ...(lack.gpuMemory > 0 ? [`${lack.gpuMemory} MiB of GPU memory`] : []),
    ...(lack.slots > 0 ? [count(lack.slots, 'slot', 'slots')] : []),
    ...(lack.disk > 0 ? [`${lack.disk} MiB of disk`] : []),
  ];
  const [shortfall] = [lack.memory, lack.gpuMemory, lack.slots, lack.disk].filter((part) => part > 0);
  const full = `${servers.length === 1 ? `\`${name}\` could hold it` : `${servers.length} servers could hold it`}, but there is no room left`;
  const message =
    parts.length > 0
      ? `${full}: \`${ordinalText(name, lack.ordinal)}\` comes nearest and lacks ${parts.join(' and ')}.`
      : instance.problem.policy.survive === 'replica'
        ? `No other replica of \`${name}\` could take it in if its own were lost, which \`survive: replica\` asks for.`
        : `Room for it on \`${name}\` was found only after other models had been left out.`;
  return { step: 'room', message, left: [], ...(shortfall !== undefined && { shortfall }), nearest: name };
}

function quote(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
