import { hostPortText } from '../../envoy/index.ts';
import type { HostPort, PodStatus, RouterWord } from '../../ir/index.ts';
import type { Log } from '../log.ts';
import type { KeepAlive } from './keep-alive.ts';
import { RouterLink } from './router-link.ts';
import type { RouterNames } from './router-names.ts';

/** A router that an agent must reckon with. */
export interface KnownRouter {
  readonly address: HostPort;
  /** Whether a stream to it is open. */
  readonly connected: boolean;
  /** Its last word on that stream. Absent: none yet, so it releases nothing. */
  readonly word?: RouterWord;
}

export interface RouterStreamsSettings {
  readonly names: RouterNames;
  /** Folder of certificates for mutual TLS. Absent: plain text. */
  readonly tls?: string | undefined;
  readonly log: Log;
  /** Milliseconds between two looks at the names. Absent: a second. */
  readonly every?: number;
  readonly keepAlive?: KeepAlive;
}

/** An agent's streams to all routers: statuses up, words down. */
export class RouterStreams {
  readonly #settings: RouterStreamsSettings;
  readonly #changed: () => void;
  readonly #links = new Map<string, RouterLink>();
  #named: ReadonlySet<string> | undefined;
  #status: { readonly value: PodStatus; text?: string } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param changed is called when a router comes or goes, or says another word */
  constructor(settings: RouterStreamsSettings, changed: () => void) {
    this.#settings = settings;
    this.#changed = changed;
    void this.#look();
  }

  /**
   * Every router that names tell of or that holds a stream, sorted by address. Undefined: names were never resolved, so
   * nobody knows how many there are.
   */
  routers(): readonly KnownRouter[] | undefined {
    if (this.#named === undefined) return undefined;
    return [...this.#links]
      .filter(([key, link]) => this.#named?.has(key) || link.connected)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { address, connected, word }]) => ({ address, connected, ...(word !== undefined && { word }) }));
  }

  /** Sends a status to every router, also to those that connect later. Where one is slow, only the newest goes. */
  send(status: PodStatus): void {
    this.#status = { value: status };
    for (const link of this.#links.values()) link.tell();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const link of this.#links.values()) link.close();
    this.#links.clear();
  }

  async #look(): Promise<void> {
    const found = await this.#settings.names().catch(() => undefined);
    if (this.#closed) return;
    if (found !== undefined) this.#adopt(found);
    this.#timer = setTimeout(() => void this.#look(), this.#settings.every ?? 1_000);
  }

  #adopt(found: readonly HostPort[]): void {
    const named = new Map(found.map((address) => [hostPortText(address), address]));
    const isFirst = this.#named === undefined;
    const before = this.#named ?? new Set();
    this.#named = new Set(named.keys());
    for (const [key, address] of named) {
      if (!this.#links.has(key)) this.#links.set(key, this.#link(address));
    }
    this.#forget();
    if (isFirst || before.size !== named.size || [...named.keys()].some((key) => !before.has(key))) this.#changed();
  }

  /** A router that has no name any more is dialled no more once its stream is gone. */
  #forget(): void {
    for (const [key, link] of this.#links) {
      if (this.#named?.has(key) || link.connected) continue;
      link.close();
      this.#links.delete(key);
    }
  }

  #link(address: HostPort): RouterLink {
    const { tls, log, keepAlive } = this.#settings;
    return new RouterLink({
      address,
      tls,
      keepAlive,
      status: () => {
        if (this.#status !== undefined) this.#status.text ??= JSON.stringify(this.#status.value);
        return this.#status?.text;
      },
      changed: () => {
        this.#forget();
        this.#changed();
      },
      said: log,
    });
  }
}
