import type { Instance, ServerShape } from './instance.ts';

/** Ordinals a block of the index covers. */
const BLOCK = 16;

/** What a search has spent, in ordinals looked at: budgets are counted so, never in time. */
export interface Steps {
  spent: number;
}

/** Sums of an ordinal at one moment. */
export interface Saved {
  readonly k: number;
  readonly held: number;
  readonly sums: readonly [number, number, number, number, number, number, number];
}

/**
 * The ordinals of one server and what each holds. Ordinals come into being when first used. An index keeps, for every
 * block of ordinals, the most that one of them has free, so that a search skips full blocks.
 */
export class Pool {
  readonly shape: ServerShape;
  /** An ordinal that takes nothing while it is being emptied; −1: none. */
  closed = -1;
  readonly #instance: Instance;
  #size = 0;
  #always = new Float64Array(BLOCK);
  #all = new Float64Array(BLOCK);
  #transient = new Float64Array(BLOCK);
  #gpuAlways = new Float64Array(BLOCK);
  #gpuAll = new Float64Array(BLOCK);
  #gpuTransient = new Float64Array(BLOCK);
  #disk = new Float64Array(BLOCK);
  readonly #held: number[][] = [];
  /** Per block: most memory free for a model that stays, for any model, and the same of the GPU. −1: no slot. */
  #freeAlways = new Float64Array(1).fill(-1);
  #freeAll = new Float64Array(1).fill(-1);
  #freeGpuAlways = new Float64Array(1).fill(-1);
  #freeGpuAll = new Float64Array(1).fill(-1);
  /** Per block: 1 where what is free is to be found anew before it is used. */
  #stale = new Uint8Array(1);

  constructor(instance: Instance, shape: ServerShape) {
    this.#instance = instance;
    this.shape = shape;
  }

  clone(): Pool {
    const copy = new Pool(this.#instance, this.shape);
    copy.closed = this.closed;
    copy.#size = this.#size;
    copy.#always = this.#always.slice();
    copy.#all = this.#all.slice();
    copy.#transient = this.#transient.slice();
    copy.#gpuAlways = this.#gpuAlways.slice();
    copy.#gpuAll = this.#gpuAll.slice();
    copy.#gpuTransient = this.#gpuTransient.slice();
    copy.#disk = this.#disk.slice();
    copy.#freeAlways = this.#freeAlways.slice();
    copy.#freeAll = this.#freeAll.slice();
    copy.#freeGpuAlways = this.#freeGpuAlways.slice();
    copy.#freeGpuAll = this.#freeGpuAll.slice();
    copy.#stale = this.#stale.slice();
    for (const held of this.#held) copy.#held.push(held.slice());
    return copy;
  }

  /** How many ordinals have come into being. */
  get size(): number {
    return this.#size;
  }

  /** Models on the ordinal, in no particular order. */
  held(k: number): readonly number[] {
    return this.#held[k] ?? [];
  }

  /** Memory of all models on the ordinal. */
  used(k: number): number {
    return this.#all[k] ?? 0;
  }

  /** GPU memory of all models on the ordinal. */
  gpuUsed(k: number): number {
    return this.#gpuAll[k] ?? 0;
  }

  /** What one more model that stays finds free on the ordinal, T left as it is. */
  free(k: number): number {
    if (k >= this.size) return Math.min(this.shape.memory, this.shape.limit);
    return Math.min(this.shape.memory - this.#always[k]! - this.#transient[k]!, this.shape.limit - this.#all[k]!);
  }

  /** T of the ordinal. */
  transient(k: number): number {
    return this.#transient[k] ?? 0;
  }

  /** How full the ordinal is, T aside: the most over memory, GPU memory, slots and disk, 1 being full. */
  fill(k: number): number {
    if (k >= this.size) return 0;
    const { shape } = this;
    return Math.max(
      part(this.#all[k]!, shape.limit),
      part(this.#always[k]!, shape.memory),
      part(this.#gpuAll[k]!, shape.gpuLimit),
      part(this.#gpuAlways[k]!, shape.gpu),
      part(this.#held[k]!.length, shape.slots),
      part(this.#disk[k]!, shape.disk),
    );
  }

  ensure(size: number): void {
    if (size > this.#always.length) this.#grow(Math.max(size, 2 * this.#always.length));
    while (this.#size < size) {
      this.#held.push([]);
      this.#size++;
      this.#widen(this.#size - 1);
    }
  }

  #grow(least: number): void {
    const blocks = Math.ceil(least / BLOCK);
    const size = blocks * BLOCK;
    this.#always = grown(this.#always, size, 0);
    this.#all = grown(this.#all, size, 0);
    this.#transient = grown(this.#transient, size, 0);
    this.#gpuAlways = grown(this.#gpuAlways, size, 0);
    this.#gpuAll = grown(this.#gpuAll, size, 0);
    this.#gpuTransient = grown(this.#gpuTransient, size, 0);
    this.#disk = grown(this.#disk, size, 0);
    this.#freeAlways = grown(this.#freeAlways, blocks, -1);
    this.#freeAll = grown(this.#freeAll, blocks, -1);
    this.#freeGpuAlways = grown(this.#freeGpuAlways, blocks, -1);
    this.#freeGpuAll = grown(this.#freeGpuAll, blocks, -1);
    const stale = new Uint8Array(blocks);
    stale.set(this.#stale);
    this.#stale = stale;
  }

  add(model: number, k: number): void {
    this.ensure(k + 1);
    const { memory, gpu, transient, gpuTransient, disk, always } = this.#instance;
    const w = this.shape.workers;
    const held = this.#held[k]!;
    held.push(model);
    this.#all[k]! += memory[model]! * w;
    this.#gpuAll[k]! += gpu[model]! * w;
    if (always[model] === 1) {
      this.#always[k]! += memory[model]! * w;
      this.#gpuAlways[k]! += gpu[model]! * w;
    }
    this.#transient[k] = Math.max(this.#transient[k]!, transient[model]! * w);
    this.#gpuTransient[k] = Math.max(this.#gpuTransient[k]!, gpuTransient[model]! * w);
    this.#disk[k]! += disk[model]!;
    this.#stale[Math.floor(k / BLOCK)] = 1;
  }

  remove(model: number, k: number): void {
    const { memory, gpu, transient, gpuTransient, disk, always } = this.#instance;
    const w = this.shape.workers;
    const held = this.#held[k]!;
    const at = held.lastIndexOf(model);
    if (at < 0) throw new Error('a model was taken from an ordinal that does not hold it');
    held[at] = held[held.length - 1]!;
    held.pop();
    this.#all[k]! -= memory[model]! * w;
    this.#gpuAll[k]! -= gpu[model]! * w;
    if (always[model] === 1) {
      this.#always[k]! -= memory[model]! * w;
      this.#gpuAlways[k]! -= gpu[model]! * w;
    }
    if (this.#transient[k] === transient[model]! * w) this.#transient[k] = most(held, transient) * w;
    if (this.#gpuTransient[k] === gpuTransient[model]! * w) this.#gpuTransient[k] = most(held, gpuTransient) * w;
    this.#disk[k]! -= disk[model]!;
    this.#widen(k);
  }

  /** What the ordinal holds, so that `restore` can bring it back after models were added. */
  save(k: number): Saved {
    return {
      k,
      held: this.#held[k]!.length,
      sums: [
        this.#always[k]!,
        this.#all[k]!,
        this.#transient[k]!,
        this.#gpuAlways[k]!,
        this.#gpuAll[k]!,
        this.#gpuTransient[k]!,
        this.#disk[k]!,
      ],
    };
  }

  /** Takes away all that was added to the ordinal since it was saved. Nothing else may have been taken away since. */
  restore({ k, held, sums }: Saved): void {
    this.#held[k]!.length = held;
    this.#always[k] = sums[0];
    this.#all[k] = sums[1];
    this.#transient[k] = sums[2];
    this.#gpuAlways[k] = sums[3];
    this.#gpuAll[k] = sums[4];
    this.#gpuTransient[k] = sums[5];
    this.#disk[k] = sums[6];
    this.#widen(k);
  }

  /** Exchanges what two ordinals hold. */
  swap(a: number, b: number): void {
    for (const list of [
      this.#always,
      this.#all,
      this.#transient,
      this.#gpuAlways,
      this.#gpuAll,
      this.#gpuTransient,
      this.#disk,
    ]) {
      [list[a], list[b]] = [list[b]!, list[a]!];
    }
    [this.#held[a], this.#held[b]] = [this.#held[b]!, this.#held[a]!];
    this.#stale[Math.floor(a / BLOCK)] = 1;
    this.#stale[Math.floor(b / BLOCK)] = 1;
  }

  /** Whether what the ordinal holds is legal. */
  legal(k: number): boolean {
    if (k >= this.size) return true;
    const { shape } = this;
    return (
      this.#always[k]! + this.#transient[k]! <= shape.memory &&
      this.#all[k]! <= shape.limit &&
      this.#gpuAlways[k]! + this.#gpuTransient[k]! <= shape.gpu &&
      this.#gpuAll[k]! <= shape.gpuLimit &&
      this.#held[k]!.length <= shape.slots &&
      this.#disk[k]! <= shape.disk
    );
  }

  /** Whether the ordinal could take one more copy, legally by rules 1 to 3. */
  fits(model: number, k: number): boolean {
    if (k === this.closed) return false;
    const { memory, gpu, transient, gpuTransient, disk, always } = this.#instance;
    const { shape } = this;
    const known = k < this.size;
    const w = shape.workers;
    const demand = memory[model]! * w;
    const stays = always[model] === 1;
    if ((known ? this.#all[k]! : 0) + demand > shape.limit) return false;
    const t = Math.max(known ? this.#transient[k]! : 0, transient[model]! * w);
    if ((known ? this.#always[k]! : 0) + (stays ? demand : 0) + t > shape.memory) return false;
    if ((known ? this.#held[k]!.length : 0) >= shape.slots) return false;
    if ((known ? this.#disk[k]! : 0) + disk[model]! > shape.disk) return false;
    const onGpu = gpu[model]! * w;
    const gpuT = gpuTransient[model]! * w;
    if (onGpu === 0 && gpuT === 0) return true;
    if ((known ? this.#gpuAll[k]! : 0) + onGpu > shape.gpuLimit) return false;
    const gt = Math.max(known ? this.#gpuTransient[k]! : 0, gpuT);
    return (known ? this.#gpuAlways[k]! : 0) + (stays ? onGpu : 0) + gt <= shape.gpu;
  }

  /** How much memory is missing for one more copy on the ordinal; 0 or less: none. */
  lacking(model: number, k: number): number {
    const { memory, transient, always } = this.#instance;
    const { shape } = this;
    const demand = memory[model]! * shape.workers;
    const t = Math.max(this.transient(k), transient[model]! * shape.workers);
    const stays = always[model] === 1 ? demand : 0;
    return Math.max((this.#all[k] ?? 0) + demand - shape.limit, (this.#always[k] ?? 0) + stays + t - shape.memory);
  }

  /** How many slots, MiB of GPU memory or of disk are missing for one more copy on the ordinal. */
  lackingElse(model: number, k: number): { gpuMemory: number; slots: number; disk: number } {
    const { gpu, gpuTransient, disk, always } = this.#instance;
    const { shape } = this;
    const demand = gpu[model]! * shape.workers;
    const t = Math.max(this.#gpuTransient[k] ?? 0, gpuTransient[model]! * shape.workers);
    const stays = always[model] === 1 ? demand : 0;
    return {
      gpuMemory: Math.max(
        (this.#gpuAll[k] ?? 0) + demand - shape.gpuLimit,
        (this.#gpuAlways[k] ?? 0) + stays + t - shape.gpu,
        0,
      ),
      slots: Math.max(this.held(k).length + 1 - shape.slots, 0),
      disk: Math.max((this.#disk[k] ?? 0) + disk[model]! - shape.disk, 0),
    };
  }

  /** The lowest ordinal below `to`, of those that have come into being, that could take one more copy; −1: none. */
  firstFit(model: number, to: number, skip: readonly number[], steps: Steps): number {
    const end = Math.min(to, this.size);
    const { memory, gpu, always } = this.#instance;
    const demand = memory[model]! * this.shape.workers;
    const onGpu = gpu[model]! * this.shape.workers;
    const free = always[model] === 1 ? this.#freeAlways : this.#freeAll;
    const freeGpu = always[model] === 1 ? this.#freeGpuAlways : this.#freeGpuAll;
    for (let block = 0; block * BLOCK < end; block++) {
      block = this.#skip(block, end, free, demand, freeGpu, onGpu, steps);
      const stop = Math.min((block + 1) * BLOCK, end);
      for (let k = block * BLOCK; k < stop; k++) if (this.fits(model, k) && !skip.includes(k)) return k;
      if (this.#stale[block] === 1) this.#tighten(block);
    }
    return -1;
  }

  /**
   * Ordinals in [from, to) that could take one more copy, ascending, at most `most` of them, without those in `skip`.
   * Ordinals that have not come into being count as empty.
   */
  fitting(model: number, from: number, to: number, most: number, skip: readonly number[], steps: Steps): number[] {
    const found: number[] = [];
    const end = Math.min(to, this.size);
    const { memory, gpu, always } = this.#instance;
    const demand = memory[model]! * this.shape.workers;
    const onGpu = gpu[model]! * this.shape.workers;
    const free = always[model] === 1 ? this.#freeAlways : this.#freeAll;
    const freeGpu = always[model] === 1 ? this.#freeGpuAlways : this.#freeGpuAll;
    let k = from;
    while (k < end && found.length < most) {
      const block = this.#skip(Math.floor(k / BLOCK), end, free, demand, freeGpu, onGpu, steps);
      k = Math.max(k, block * BLOCK);
      const stop = Math.min((block + 1) * BLOCK, end);
      if (this.#stale[block] === 1) {
        this.#tighten(block);
        if (!(free[block]! >= demand && freeGpu[block]! >= onGpu)) k = stop;
      }
      for (; k < stop && found.length < most; k++) {
        steps.spent++;
        if (this.fits(model, k) && !skip.includes(k)) found.push(k);
      }
      k = Math.max(k, stop);
    }
    for (k = Math.max(from, this.size); k < to && found.length < most; k++) {
      if (!this.fits(model, k)) break;
      if (!skip.includes(k)) found.push(k);
    }
    return found;
  }

  /** The next block from this one on that may have room, or of which that is not known. */
  #skip(
    from: number,
    end: number,
    free: Float64Array,
    demand: number,
    freeGpu: Float64Array,
    onGpu: number,
    steps: Steps,
  ): number {
    const stale = this.#stale;
    const last = Math.ceil(end / BLOCK) - 1;
    let block = from;
    while (block < last && stale[block] === 0 && (free[block]! < demand || freeGpu[block]! < onGpu)) block++;
    steps.spent += block - from + 1;
    return block;
  }

  /** Recomputes a block of which an ordinal has become fuller. */
  #tighten(block: number): void {
    this.#stale[block] = 0;
    this.#freeAlways[block] = -1;
    this.#freeAll[block] = -1;
    this.#freeGpuAlways[block] = -1;
    this.#freeGpuAll[block] = -1;
    const end = Math.min((block + 1) * BLOCK, this.size);
    for (let i = block * BLOCK; i < end; i++) this.#widen(i);
  }

  /** Lets the block of an ordinal know what is free there. */
  #widen(k: number): void {
    const block = Math.floor(k / BLOCK);
    if (this.#stale[block] === 1) return;
    const { shape } = this;
    if (this.#held[k]!.length >= shape.slots) return;
    const all = shape.limit - this.#all[k]!;
    const stays = Math.min(shape.memory - this.#always[k]! - this.#transient[k]!, all);
    if (all > this.#freeAll[block]!) this.#freeAll[block] = all;
    if (stays > this.#freeAlways[block]!) this.#freeAlways[block] = stays;
    const gpuAll = shape.gpuLimit - this.#gpuAll[k]!;
    const gpuStays = Math.min(shape.gpu - this.#gpuAlways[k]! - this.#gpuTransient[k]!, gpuAll);
    if (gpuAll > this.#freeGpuAll[block]!) this.#freeGpuAll[block] = gpuAll;
    if (gpuStays > this.#freeGpuAlways[block]!) this.#freeGpuAlways[block] = gpuStays;
  }
}

function part(used: number, whole: number): number {
  return used === 0 ? 0 : used / Math.max(1, whole);
}

function grown(from: Float64Array<ArrayBuffer>, size: number, value: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(size).fill(value);
  to.set(from);
  return to;
}

function most(held: readonly number[], values: Float64Array): number {
  let top = 0;
  for (const model of held) if (values[model]! > top) top = values[model]!;
  return top;
}
