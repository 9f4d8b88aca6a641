import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { type DecodedShards, decodeShards, type ShardEntry, sha256 } from '../../ir/index.ts';
import { planShardFile } from '../../names/index.ts';

/** A complete plan, or why the one that is mounted is none. */
export type MountedPlan<Entry> =
  | { readonly plan: DecodedShards<Entry>; readonly fault?: never }
  | { readonly plan?: never; readonly fault: string };

/** A swap of the mounted folder is noticed at once; where the file system does not tell, within this many milliseconds. */
const lookAgain = 2_000;

/**
 * The shards of a plan in a mounted folder, which the kubelet swaps as a whole. Only a complete plan of the expected
 * owner and environment counts; a mixture or a torn one is a fault, and whoever listens keeps what it has.
 */
export class PlanMount<Entry extends ShardEntry> {
  readonly #folder: string;
  readonly #shards: number;
  readonly #owner: string;
  readonly #environment: string;
  readonly #changed: (mounted: MountedPlan<Entry>) => void;
  readonly #watcher: FSWatcher | undefined;
  readonly #timer: NodeJS.Timeout;
  /** Digest of what was told last: the texts themselves may be megabytes. */
  #last: string | undefined;

  constructor(
    mount: { readonly folder: string; readonly shards: number; readonly owner: string; readonly environment: string },
    changed: (mounted: MountedPlan<Entry>) => void,
  ) {
    this.#folder = mount.folder;
    this.#shards = mount.shards;
    this.#owner = mount.owner;
    this.#environment = mount.environment;
    this.#changed = changed;
    this.#watcher = this.#watch();
    this.#timer = setInterval(() => this.look(), lookAgain);
    this.#timer.unref();
  }

  /** Reads what is mounted now, and tells of it where it differs from what it told last. */
  look(): void {
    const texts = Array.from({ length: this.#shards }, (_, shard) => this.#read(shard));
    const read = texts.filter((text) => text !== undefined);
    const key = sha256(read.join('\0'));
    if (key === this.#last) return;
    this.#last = key;
    this.#changed(this.#decode(read));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#watcher?.close();
  }

  #decode(texts: readonly string[]): MountedPlan<Entry> {
    const decoded = decodeShards<Entry>(texts);
    if ('reason' in decoded) return { fault: decoded.reason };
    if (decoded.owner !== this.#owner) return { fault: `the plan is of ${decoded.owner}, not of ${this.#owner}` };
    const { environment } = decoded.header;
    if (environment !== this.#environment) return { fault: `the plan is of environment ${environment}` };
    return { plan: decoded };
  }

  #read(shard: number): string | undefined {
    try {
      return readFileSync(join(this.#folder, planShardFile(shard)), 'utf8');
    } catch {
      // Not applied yet, or being swapped.
      return undefined;
    }
  }

  #watch(): FSWatcher | undefined {
    try {
      const watcher = watch(this.#folder, () => this.look());
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  }
}
