import type { PodMemory, Version } from '../../ir/index.ts';
import type { LocalCopy } from './decide/index.ts';
import { plannedMemory } from './status.ts';

/** What one inference server takes, by what it says and by what is known of it. In MiB. */
export class MemoryAccount {
  readonly #returnsMemory: boolean;
  #measured: number | undefined;
  /** What was unloaded and not given back: the server uses it again before it asks for more. */
  #freed = 0;
  #peak = 0;

  readonly #base: number;

  /**
   * @param returnsMemory whether unloading gives memory back to the operating system
   * @param base what the server takes with no model loaded
   */
  constructor(returnsMemory: boolean, base: number) {
    this.#returnsMemory = returnsMemory;
    this.#base = base;
  }

  /**
   * What it takes, less what it would use again. That is never so much that less would be left than what is loaded is
   * to take: a model that was smaller than planned has freed less than planned. Undefined: the server does not say.
   */
  used(copies: readonly LocalCopy[]): number | undefined {
    if (this.#measured === undefined) return undefined;
    const planned = this.#base + plannedMemory(copies).planned;
    return Math.max(this.#measured - this.#freed, Math.min(this.#measured, planned));
  }

  /** What was unloaded and not given back, for the next run of the agent to know. */
  get freed(): number {
    return this.#freed;
  }

  /** @param freed as an earlier run of the agent knew it, of the same life of the server */
  restore(freed: number): void {
    this.#freed = freed;
  }

  measure(memory: number): void {
    this.#measured = memory;
  }

  /**
   * @param copies with the one that is to be loaded, as `loading`
   * @returns most that all take together while it loads
   */
  load({ memory }: Version, copies: readonly LocalCopy[]): number {
    const { withLoad } = plannedMemory(copies);
    this.#peak = Math.max(this.#peak, withLoad);
    this.#freed = Math.max(0, this.#freed - memory);
    return withLoad;
  }

  unload({ memory }: Version): void {
    if (!this.#returnsMemory) this.#freed += memory;
  }

  /** The server died: whatever it took, it is given back. */
  restart(): void {
    this.#measured = undefined;
    this.#freed = 0;
    this.#peak = 0;
  }

  told(capacity: number, copies: readonly LocalCopy[]): PodMemory {
    const { planned, withLoad } = plannedMemory(copies);
    this.#peak = Math.max(this.#peak, withLoad);
    return {
      capacity,
      planned,
      peak: this.#peak,
      ...(this.#measured !== undefined && { used: this.#measured }),
    };
  }
}
