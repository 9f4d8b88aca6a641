import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import type { HostPort, RouterWord } from '../../ir/index.ts';
import { dialRouter, streamPaths } from './dial.ts';
import type { KeepAlive } from './keep-alive.ts';
import { lineReader } from './lines.ts';
import { newestOnly } from './newest.ts';
import { readWord } from './shapes.ts';

/** Pauses before dialling again, in milliseconds: at first, and at most. Each is spread by half, so that many agents do not come at once. */
const firstPause = 50;
const longestPause = 2_000;

/** How long a router has for its first answer, in milliseconds. */
const dialPatience = 5_000;

export interface LinkSettings {
  readonly address: HostPort;
  readonly tls?: string | undefined;
  readonly keepAlive?: KeepAlive | undefined;
  /** The status to send, as JSON. Undefined: there is none yet. */
  readonly status: () => string | undefined;
  readonly changed: () => void;
  readonly said: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** The stream to one router, dialled again whenever it breaks. */
export class RouterLink {
  readonly #settings: LinkSettings;
  #session: ClientHttp2Session | undefined;
  #send: ((line: () => string) => void) | undefined;
  #word: RouterWord | undefined;
  #pause = firstPause;
  /** Why it was not reached when that was last said. */
  #unreached: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(settings: LinkSettings) {
    this.#settings = settings;
    this.#dial();
  }

  get address(): HostPort {
    return this.#settings.address;
  }

  /** Whether the router has taken the stream that is open now. */
  get connected(): boolean {
    return this.#send !== undefined;
  }

  /** Its last word on the stream that is open now. Undefined: none yet. */
  get word(): RouterWord | undefined {
    return this.#word;
  }

  /** Sends the newest status. */
  tell(): void {
    if (this.#settings.status() !== undefined) this.#send?.(() => this.#settings.status() ?? '');
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#session?.destroy();
  }

  #dial(): void {
    const { address, tls, keepAlive } = this.#settings;
    let session: ClientHttp2Session;
    let stream: ClientHttp2Stream;
    try {
      session = dialRouter(address, tls, keepAlive);
      stream = session.request({ ':method': 'POST', ':path': streamPaths.agent }, { endStream: false });
    } catch (error) {
      this.#again(String(error));
      return;
    }
    this.#session = session;
    let fault = 'the stream ended';
    const slow = setTimeout(() => {
      fault = 'no answer in time';
      session.destroy();
    }, dialPatience);
    session.on('error', (error) => {
      fault = error.message;
    });
    stream.on('error', (error) => {
      fault = error.message;
    });
    stream.on('response', (headers) => {
      clearTimeout(slow);
      if (headers[':status'] !== 200) {
        fault = `answered ${headers[':status']}`;
        session.destroy();
        return;
      }
      this.#pause = firstPause;
      this.#unreached = undefined;
      this.#send = newestOnly(stream);
      this.tell();
      this.#settings.said('router connected', { address });
      this.#settings.changed();
    });
    const read = lineReader((text) => {
      const word = readWord(text);
      if (word === undefined) {
        fault = 'it says what is no word';
        session.destroy();
      } else if (!session.destroyed) {
        this.#word = word;
        this.#settings.changed();
      }
    });
    stream.on('data', (piece: Buffer) => {
      if (read(piece)) return;
      fault = 'it sends a line that is too long';
      session.destroy();
    });
    stream.on('end', () => session.destroy());
    // One that is reset does not end, and its session may go on without it.
    stream.on('close', () => session.destroy());
    session.once('close', () => {
      clearTimeout(slow);
      this.#again(fault);
    });
  }

  /** Nothing that was said on a stream holds after its end. */
  #again(fault: string): void {
    const wasConnected = this.connected;
    this.#session = undefined;
    this.#send = undefined;
    this.#word = undefined;
    if (this.#closed) return;
    const { said } = this.#settings;
    if (wasConnected) said('router disconnected', { address: this.address, reason: fault });
    else if (fault !== this.#unreached) said('router not reached', { address: this.address, reason: fault });
    if (!wasConnected) this.#unreached = fault;
    const pause = this.#pause * (0.75 + Math.random() / 2);
    this.#pause = Math.min(2 * this.#pause, longestPause);
    this.#timer = setTimeout(() => this.#dial(), pause);
    if (wasConnected) this.#settings.changed();
  }
}
