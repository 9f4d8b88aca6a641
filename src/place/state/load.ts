import type { Item, Items } from './items.ts';

/** What one ordinal holds while a pattern is put together, exactly as rules 1 to 3 count it. */
export class Load {
  readonly #items: Items;
  #stays = 0;
  #all = 0;
  #top = 0;
  #gpuStays = 0;
  #gpuAll = 0;
  #gpuTop = 0;
  #held = 0;
  #disk = 0;

  constructor(items: Items) {
    this.#items = items;
  }

  /** How many more copies of the kind it takes, at most `most`. */
  room(item: Item, most: number): number {
    const { shape } = this.#items;
    const top = Math.max(this.#top, item.transient);
    const gpuTop = Math.max(this.#gpuTop, item.gpuTransient);
    let room = Math.min(most, shape.slots - this.#held);
    if (item.memory > 0) room = Math.min(room, Math.floor((shape.limit - this.#all) / item.memory));
    if (item.gpu > 0) room = Math.min(room, Math.floor((shape.gpuLimit - this.#gpuAll) / item.gpu));
    if (item.disk > 0) room = Math.min(room, Math.floor((shape.disk - this.#disk) / item.disk));
    const free = shape.memory - this.#stays - top;
    const gpuFree = shape.gpu - this.#gpuStays - gpuTop;
    if (free < 0 || gpuFree < 0) return 0;
    if (item.always && item.memory > 0) room = Math.min(room, Math.floor(free / item.memory));
    if (item.always && item.gpu > 0) room = Math.min(room, Math.floor(gpuFree / item.gpu));
    return Math.max(0, room);
  }

  /** Adds so many copies; gives what T was, to take them away again. */
  add(item: Item, count: number): { readonly top: number; readonly gpuTop: number } {
    const before = { top: this.#top, gpuTop: this.#gpuTop };
    this.#sum(item, count);
    if (count > 0) {
      this.#top = Math.max(this.#top, item.transient);
      this.#gpuTop = Math.max(this.#gpuTop, item.gpuTransient);
    }
    return before;
  }

  /** Takes away what was added last. */
  undo(item: Item, count: number, before: { readonly top: number; readonly gpuTop: number }): void {
    this.#sum(item, -count);
    this.#top = before.top;
    this.#gpuTop = before.gpuTop;
  }

  #sum(item: Item, count: number): void {
    this.#all += count * item.memory;
    this.#gpuAll += count * item.gpu;
    if (item.always) {
      this.#stays += count * item.memory;
      this.#gpuStays += count * item.gpu;
    }
    this.#disk += count * item.disk;
    this.#held += count;
  }
}
