import { randomUUID } from 'node:crypto';
import type { CopyState, CopyStatus, HostPort, PodStatus, RoutedModel, RouterWord } from '../../src/ir/index.ts';
import { RouterStreams } from '../../src/runtime/stream/index.ts';
import { until } from './until.ts';

/** What a test's agent says of a copy; `physical` is `<model>-<version>`. */
export function aCopy(model: string, version: number | string, state: CopyState, changes: Partial<CopyStatus> = {}) {
  return { model, physical: `${model}-${version}`, state, since: '2026-01-01T00:00:00.000Z', ...changes };
}

export function aStatus(changes: Partial<PodStatus> = {}): PodStatus {
  const { server = 'cpu', ordinal = 0 } = changes;
  return {
    version: 1,
    environment: 'test',
    server,
    ordinal,
    pod: `${server}-${ordinal}`,
    instance: `${server}-${ordinal}-run`,
    sequence: 1,
    address: { host: `10.0.0.${ordinal + 1}`, port: 18400 },
    live: true,
    draining: false,
    memory: { capacity: 1000, planned: 0, peak: 0 },
    copies: [],
    ...changes,
  };
}

/** A model of the gateway's plan; what it leads to is `<name>-1` on the first pod of server `cpu`. */
export function aRouted(changes: Partial<RoutedModel> = {}): RoutedModel {
  const { name = 'iris' } = changes;
  return {
    kind: 'model',
    name,
    physical: `${name}-1`,
    former: [],
    server: 'cpu',
    at: [0],
    spare: [],
    idempotent: true,
    residency: 'always',
    update: 'surge',
    ...changes,
  };
}

/** An agent that says what a test tells it to. */
export class FakeAgent {
  readonly #streams: RouterStreams;
  #status: PodStatus;

  /** @param routers addresses of routers */
  constructor(routers: readonly HostPort[], status: Partial<PodStatus>, tls?: string) {
    this.#status = aStatus({ instance: randomUUID(), ...status });
    this.#streams = new RouterStreams(
      {
        names: async () => routers,
        log: () => {},
        every: 50,
        tls,
      },
      () => {},
    );
    this.#streams.send(this.#status);
  }

  /** Says something else than before. */
  say(changes: Partial<PodStatus>): void {
    this.#status = { ...this.#status, ...changes, sequence: this.#status.sequence + 1 };
    this.#streams.send(this.#status);
  }

  get sequence(): number {
    return this.#status.sequence;
  }

  /** The word of the only router, once it answers what was said last. */
  get word(): RouterWord | undefined {
    return this.#streams.routers()?.[0]?.word;
  }

  /** Waits for a word. */
  async hears(is: (word: RouterWord) => boolean): Promise<RouterWord> {
    await until(() => this.word !== undefined && is(this.word));
    return this.word as RouterWord;
  }

  close(): void {
    this.#streams.close();
  }
}
