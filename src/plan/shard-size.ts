import type { Diagnostics } from '../diagnostics/index.ts';
import {
  encodeShards,
  type Fleet,
  gatewayHeader,
  type NodeOrigin,
  originAt,
  type Plan,
  type PlannedModel,
  type RoutedModel,
  type ShardEntry,
  type ShardHeader,
  serverHeader,
  shardOf,
  type Version,
} from '../ir/index.ts';
import { configMapLimit, gatewayPlanOwner, serverPlanOwner } from '../names/index.ts';
import { planCodes } from './codes.ts';
import { thousands } from './thousands.ts';

/** Bytes of a ConfigMap that are left to its metadata and to growth while it is written. */
const reserve = 16 * 1024;
const shardLimit = configMapLimit - reserve;
/** What a shard holds beside its entries is never longer than this, and for each shard a sum. */
const frameBound = 1024;
const sumBound = 72;
/** More ConfigMaps than this are not proposed. */
const mostShards = 256;

/** A plan that is about to be cut into shards. */
interface Sharded<Entry extends ShardEntry> {
  readonly title: string;
  readonly owner: string;
  readonly header: ShardHeader;
  readonly entries: readonly Entry[];
  readonly count: number;
  readonly origin: NodeOrigin;
  readonly pointer: string;
  /** No entry's text is longer, in bytes. */
  readonly bound: (entry: Entry) => number;
}

/** Reports each plan of which a shard is larger than a ConfigMap may be, with the number of shards that would do. */
export function checkShardSizes(fleet: Fleet, plan: Plan, diagnostics: Diagnostics): void {
  const plans = new Map(plan.servers.map((one) => [one.server, one]));
  for (const server of fleet.servers) {
    const one = plans.get(server.name);
    if (one === undefined) continue;
    const sharded: Sharded<PlannedModel> = {
      title: `Server \`${server.name}\``,
      owner: serverPlanOwner(server.name),
      header: serverHeader(plan.environment, one),
      entries: one.models,
      count: server.planShards,
      origin: server.origin,
      pointer: '/spec/planShards',
      bound: plannedBound,
    };
    check(sharded, diagnostics);
  }
  const gateway: Sharded<RoutedModel> = {
    title: 'the gateway',
    owner: gatewayPlanOwner,
    header: gatewayHeader(plan.environment),
    entries: plan.gateway.models,
    count: fleet.environment.gateway.planShards,
    origin: fleet.environment.origin,
    pointer: '/spec/gateway/planShards',
    bound: routedBound,
  };
  check(gateway, diagnostics);
}

function check<Entry extends ShardEntry>(sharded: Sharded<Entry>, diagnostics: Diagnostics): void {
  const { title, entries, count, origin, pointer, bound } = sharded;
  // Exact sizes cost as much as writing the plan: most plans are far from the limit.
  const bounds = entries.map(bound);
  const frame = frameBound + sumBound * count;
  if (bounds.reduce((sum, one) => sum + one, frame) <= shardLimit) return;
  const shards = new Array<number>(count).fill(frame);
  for (const [at, entry] of entries.entries()) {
    const shard = shardOf(entry.name, count);
    shards[shard] = (shards[shard] ?? 0) + (bounds[at] ?? 0);
  }
  if (shards.every((most) => most <= shardLimit)) return;
  const size = largest(sharded, count);
  if (size <= shardLimit) return;
  const enough = enoughShards(sharded);
  diagnostics.report(planCodes.shardSize, {
    message: `The plan of ${title} does not fit into ${count} ConfigMap${count === 1 ? '' : 's'}: one would hold ${thousands(size)} bytes, and ${thousands(shardLimit)} is the most`,
    origin: originAt(origin, pointer),
    help:
      enough === undefined
        ? 'No number of ConfigMaps would do: the parameters of one model are too large.'
        : `Set \`planShards: ${enough}\`. The pods restart once.`,
  });
}

/** Bytes of the largest shard. */
function largest<Entry extends ShardEntry>({ owner, header, entries }: Sharded<Entry>, count: number): number {
  return Math.max(...encodeShards(owner, header, entries, count).map((text) => Buffer.byteLength(text)));
}

/** The smallest power of two that is enough. Undefined: none up to the most that is sensible. */
function enoughShards<Entry extends ShardEntry>(sharded: Sharded<Entry>): number | undefined {
  for (let count = 1; count <= mostShards; count *= 2) {
    if (count > sharded.count && largest(sharded, count) <= shardLimit) return count;
  }
  return undefined;
}

function plannedBound({ name, at, spare, current, former }: PlannedModel): number {
  const versions = former.reduce((sum, version) => sum + versionBound(version), versionBound(current));
  return 344 + name.length + 6 * (at.length + spare.length) + versions;
}

/** Names are plain ASCII; of other text, every character may be escaped. */
function versionBound({ physical, loadedAs = '', artifact }: Version): number {
  const { uri, store, format, version = '', digest = '', formatVersion = '', parameters } = artifact;
  const escaped = uri.length + format.length + version.length + digest.length + formatVersion.length;
  const bound = 256 + physical.length + loadedAs.length + store.length + 6 * escaped;
  return parameters === undefined ? bound : bound + 3 * JSON.stringify(parameters).length;
}

function routedBound({ name, physical, loadedAs = '', former, server, at, spare }: RoutedModel): number {
  let bound = 288 + name.length + physical.length + loadedAs.length + server.length + 6 * (at.length + spare.length);
  for (const one of former) bound += one.length + 3;
  return bound;
}
