import { byCodeUnit } from '../diagnostics/index.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { isObject, type Json } from './json.ts';
import type { PlanShard, ServerPlan, ShardHead, ShardHeader } from './plan.ts';

/** What a shard can carry: it is found by its name. */
export interface ShardEntry {
  readonly name: string;
}

/** A complete plan, put together again. */
export interface DecodedShards<Entry> {
  readonly owner: string;
  readonly digest: string;
  readonly header: ShardHeader;
  /** Sorted by name. */
  readonly entries: readonly Entry[];
}

/** Why there is no plan to act on. */
export interface ShardFault {
  readonly reason: string;
}

/** What the first shard of a server's plan says of the whole. */
export function serverHeader(environment: string, { runtime, base, max }: ServerPlan): ShardHeader {
  return { environment, runtime, base, max };
}

/** What the first shard of the gateway's plan says of the whole. */
export function gatewayHeader(environment: string): ShardHeader {
  return { environment };
}

/**
 * Which of `count` shards an entry belongs to: FNV-1a over the UTF-8 bytes of its name, mixed by the last step of
 * MurmurHash3 (the low bits of FNV alone are poor), modulo the count. Part of the format: it never changes.
 */
export function shardOf(name: string, count: number): number {
  let hash = fnv(name);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}

/** FNV-1a over the UTF-8 bytes of a name. Nearly all names are ASCII, whose bytes are its code units. */
function fnv(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit > 0x7f) return Buffer.from(name, 'utf8').reduce(fnvStep, 0x811c9dc5);
    hash = fnvStep(hash, unit);
  }
  return hash;
}

function fnvStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/**
 * Cuts a plan into `count` JSON texts, empty shards included. An entry stays in its shard whatever else is in the plan;
 * each entry has a line of its own, so that pull requests show what changed. The first shard names the whole.
 */
export function encodeShards<Entry extends ShardEntry>(
  owner: string,
  header: ShardHeader,
  entries: readonly Entry[],
  count: number,
): readonly string[] {
  const lines: string[][] = Array.from({ length: count }, () => []);
  for (const entry of entries.toSorted((a, b) => byCodeUnit(a.name, b.name))) {
    lines[shardOf(entry.name, count)]?.push(entryText(entry));
  }
  const sums = lines.map(sumOf);
  const head = headText({ digest: digestOf(owner, count, header, sums), header, sums });
  return lines.map((shard, index) =>
    [
      '{"version":1',
      `"owner":${JSON.stringify(owner)}`,
      `"shard":${index}`,
      `"of":${count}`,
      ...(index === 0 ? [head] : []),
      shard.length === 0 ? '"entries":[]}\n' : `"entries":[\n${shard.join(',\n')}\n]}\n`,
    ].join(',\n'),
  );
}

function headText({ digest, header, sums }: ShardHead): string {
  const sumLines = sums.map((sum) => `"${sum}"`).join(',\n');
  return `"head":{"digest":"${digest}",\n"header":${canonicalJson(header)},\n"sums":[\n${sumLines}\n]}`;
}

/**
 * Puts a plan together from the texts of its shards, in any order, repeated or mixed with anything else. Only a complete
 * set counts, which is as its first shard says; two complete sets are as good as none, since neither is known to be
 * newer. Fields that this version does not know are kept in entries and header, and ignored elsewhere. The sums guard
 * against mixtures and damage, not against forgery.
 */
export function decodeShards<Entry extends ShardEntry>(texts: readonly string[]): DecodedShards<Entry> | ShardFault {
  const shards = texts.flatMap((text) => readShard<Entry>(text) ?? []);
  if (shards.length === 0) return { reason: texts.length === 0 ? 'there are no shards' : 'no shard can be read' };
  const found = new Map(shards.map((shard) => [keyOf(shard.owner, shard.of, shard.shard, shard.sum), shard]));
  const heads = new Map(
    shards.flatMap(({ head, owner, of }) => (head === undefined ? [] : [[head.digest, { ...head, owner, of }]])),
  );
  if (heads.size === 0) return { reason: 'the first shard is missing' };
  const tried = [...heads.values()].map((head) => assemble(head, found));
  const complete = tried.filter((set) => !('reason' in set));
  const [first] = complete;
  if (first !== undefined && complete.length === 1) return first;
  if (complete.length > 1) return { reason: 'the shards of two plans are there' };
  const reasons = tried.flatMap((set) => ('reason' in set ? [set.reason] : []));
  return { reason: reasons.toSorted(byCodeUnit).join('; ') };
}

/** A shard, and the sum of what it holds. */
type SummedShard<Entry> = PlanShard<Entry> & { readonly sum: string };

function assemble<Entry extends ShardEntry>(
  { owner, of, digest, header, sums }: ShardHead & { readonly owner: string; readonly of: number },
  found: ReadonlyMap<string, SummedShard<Entry>>,
): DecodedShards<Entry> | ShardFault {
  const shards = sums.flatMap((sum, index) => found.get(keyOf(owner, of, index, sum)) ?? []);
  if (shards.length < of) {
    return { reason: `plan ${digest.slice(0, 8)} of ${owner} has ${shards.length} of ${of} shards` };
  }
  const entries = shards.flatMap((shard) => shard.entries).toSorted((a, b) => byCodeUnit(a.name, b.name));
  return { owner, digest, header, entries };
}

function keyOf(owner: string, of: number, shard: number, sum: string): string {
  return canonicalJson([owner, of, shard, sum]);
}

/** A shard whose head, if it has one, is whole; undefined for anything else. */
function readShard<Entry extends ShardEntry>(text: string): SummedShard<Entry> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isShard<Entry>(value) ? { ...value, sum: sumOf(value.entries.map(entryText)) } : undefined;
  } catch {
    // Not JSON, or nested deeper than the stack allows.
    return undefined;
  }
}

function isShard<Entry extends ShardEntry>(value: unknown): value is PlanShard<Entry> {
  if (!isObject(value)) return false;
  const { version, owner, shard, of, head, entries } = value;
  return (
    version === 1 &&
    typeof owner === 'string' &&
    isCount(shard) &&
    isCount(of) &&
    shard < of &&
    (shard === 0 ? isHead(head) && speaksOf(head, owner, of) : head === undefined) &&
    Array.isArray(entries) &&
    entries.every((entry) => isObject(entry) && typeof entry['name'] === 'string')
  );
}

/** Whether a head is whole, and that of this plan. */
function speaksOf({ digest, header, sums }: ShardHead, owner: string, of: number): boolean {
  return sums.length === of && digestOf(owner, of, header, sums) === digest;
}

function isHead(head: unknown): head is ShardHead {
  if (!isObject(head)) return false;
  const { digest, header, sums } = head;
  return (
    typeof digest === 'string' &&
    isObject(header) &&
    typeof header['environment'] === 'string' &&
    Array.isArray(sums) &&
    sums.every((sum) => typeof sum === 'string')
  );
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Canonical JSON but for the name, which comes first for those who read it. */
function entryText(entry: ShardEntry): string {
  return canonicalJson(entry, 'name');
}

function sumOf(entryTexts: readonly string[]): string {
  return sha256(`[${entryTexts.join(',')}]`);
}

function digestOf(owner: string, of: number, header: ShardHeader, sums: readonly string[]): string {
  return sha256(canonicalJson({ version: 1, owner, of, header, sums }));
}
