import type { Instance } from '../state/instance.ts';
import type { Pool } from '../state/pool.ts';

/** What an ordinal holds, by rules 1 to 3, without one of its copies: to be asked about many that may come for it. */
export class Sums {
  readonly #instance: Instance;
  readonly #pool: Pool;
  readonly #k: number;
  readonly #stays: number;
  readonly #gpuStays: number;
  readonly #disk: number;
  /** The largest need of any copy, and of any other. */
  readonly #top: readonly [number, number];
  readonly #gpuTop: readonly [number, number];
  /** What is free without the copy, and what the others need on top. */
  #room = { slots: 0, all: 0, stays: 0, gpuAll: 0, gpuStays: 0, disk: 0, top: 0, gpuTop: 0 };

  constructor(instance: Instance, pool: Pool, k: number) {
    const { memory, gpu, always, disk, transient, gpuTransient } = instance;
    let stays = 0;
    let gpuStays = 0;
    let onDisk = 0;
    const top: [number, number] = [0, 0];
    const gpuTop: [number, number] = [0, 0];
    for (const model of pool.held(k)) {
      stays += always[model]! * memory[model]!;
      gpuStays += always[model]! * gpu[model]!;
      onDisk += disk[model]!;
      note(top, transient[model]!);
      note(gpuTop, gpuTransient[model]!);
    }
    this.#instance = instance;
    this.#pool = pool;
    this.#k = k;
    this.#stays = stays;
    this.#gpuStays = gpuStays;
    this.#disk = onDisk;
    this.#top = top;
    this.#gpuTop = gpuTop;
  }

  /** Lets one copy be gone; −1: none. */
  without(out: number): void {
    const { memory, gpu, always, disk, transient, gpuTransient } = this.#instance;
    const { shape } = this.#pool;
    const w = shape.workers;
    const some = out >= 0;
    const size = some ? memory[out]! : 0;
    const onGpu = some ? gpu[out]! : 0;
    const stays = some && always[out] === 1;
    this.#room = {
      slots: shape.slots - this.#pool.held(this.#k).length + Number(some),
      all: shape.limit - this.#pool.used(this.#k) + size * w,
      stays: shape.memory - (this.#stays - (stays ? size : 0)) * w,
      gpuAll: shape.gpuLimit - this.#pool.gpuUsed(this.#k) + onGpu * w,
      gpuStays: shape.gpu - (this.#gpuStays - (stays ? onGpu : 0)) * w,
      disk: shape.disk - this.#disk + (some ? disk[out]! : 0),
      top: some && transient[out] === this.#top[0] ? this.#top[1] : this.#top[0],
      gpuTop: some && gpuTransient[out] === this.#gpuTop[0] ? this.#gpuTop[1] : this.#gpuTop[0],
    };
  }

  /** Whether one copy more would be legal then. */
  takes(model: number): boolean {
    const { memory, gpu, always, disk, transient, gpuTransient } = this.#instance;
    const w = this.#pool.shape.workers;
    const room = this.#room;
    const size = memory[model]! * w;
    if (size > room.all || room.slots < 1) return false;
    const top = transient[model]! > room.top ? transient[model]! : room.top;
    if ((always[model] === 1 ? size : 0) + top * w > room.stays) return false;
    if (disk[model]! > room.disk) return false;
    const onGpu = gpu[model]! * w;
    if (onGpu === 0 && gpuTransient[model] === 0) return true;
    const gpuTop = gpuTransient[model]! > room.gpuTop ? gpuTransient[model]! : room.gpuTop;
    return onGpu <= room.gpuAll && (always[model] === 1 ? onGpu : 0) + gpuTop * w <= room.gpuStays;
  }
}

/** Keeps the two largest. */
function note(two: [number, number], value: number): void {
  if (value > two[0]) {
    two[1] = two[0];
    two[0] = value;
  } else if (value > two[1]) two[1] = value;
}
