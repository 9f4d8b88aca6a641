import { type Pace, pause } from './pace.ts';
import type { InferenceServer } from './servers/server.ts';

/** What a watch tells of. */
export interface ServerEvents {
  readonly lives: () => void;
  /** All that it held is gone. */
  readonly died: () => void;
  /** Names that it answers for. */
  readonly counted: (names: ReadonlySet<string>) => void;
  /** What it takes, in MiB. */
  readonly measured: (memory: number) => void;
}

/**
 * A "no" that took longer than this, in milliseconds, is none: a server whose loop stands still while it loads takes a
 * connection and says nothing, and one that is gone refuses it at once.
 */
const slow = 4_000;

/** Looks at the inference server again and again. */
export class ServerWatch {
  readonly #server: InferenceServer;
  readonly #pace: Pace;
  readonly #events: ServerEvents;
  readonly #ended = new AbortController();
  #live: boolean;
  #counting: Promise<void> | undefined;

  /** @param live whether it lived when it was last looked at */
  constructor(server: InferenceServer, pace: Pace, live: boolean, events: ServerEvents) {
    this.#server = server;
    this.#pace = pace;
    this.#live = live;
    this.#events = events;
  }

  start(): void {
    void this.#every(this.#pace.look, () => this.look());
    void this.#every(this.#pace.count, () => this.count());
  }

  close(): void {
    this.#ended.abort();
  }

  /** Finds out whether it lives. */
  async look(): Promise<void> {
    const live = await isLive(this.#server, this.#live);
    if (this.#ended.signal.aborted || live === this.#live) return;
    this.#live = live;
    if (live) this.#events.lives();
    else this.#events.died();
  }

  /** Finds out what it holds and takes. Who asks meanwhile gets the same answer, so that the next one was asked later. */
  count(): Promise<void> {
    this.#counting ??= this.#count().finally(() => {
      this.#counting = undefined;
    });
    return this.#counting;
  }

  async #count(): Promise<void> {
    if (!this.#live) return;
    const names = await this.#server.loaded();
    if (names !== undefined && !this.#ended.signal.aborted) this.#events.counted(names);
    await this.measure();
  }

  /** Finds out what it takes; gives up where it is too busy to say. */
  async measure(): Promise<void> {
    const memory = await Promise.race([this.#server.memory(), pause(slow).then(() => undefined)]);
    if (memory !== undefined && !this.#ended.signal.aborted) this.#events.measured(memory);
  }

  async #every(interval: number, what: () => Promise<void>): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await what();
      await pause(interval, signal);
    }
  }
}

/** Whether the server lives, by an answer; one that is only slow is as it was, and one lost connection is no death. */
export async function isLive(server: InferenceServer, before: boolean): Promise<boolean> {
  const asked = performance.now();
  for (let left = before ? 2 : 1; left > 0; left--) {
    if (await server.live()) return true;
    if (performance.now() - asked > slow) return before;
  }
  return false;
}
