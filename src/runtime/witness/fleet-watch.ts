import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import { type FleetStatus, type HostPort, isObject, type Json } from '../../ir/index.ts';
import { dialRouter, lineReader, streamPaths } from '../stream/index.ts';

/** Pauses before a router is dialled again, in milliseconds: at first, and at most. */
const firstPause = 100;
const longestPause = 2_000;

/** Watches what one router knows, and dials it again whenever that breaks. */
export class FleetWatch {
  readonly #address: HostPort;
  readonly #tls: string | undefined;
  readonly #changed: () => void;
  #session: ClientHttp2Session | undefined;
  #status: FleetStatus | undefined;
  #pause = firstPause;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param tls folder of certificates for mutual TLS; undefined: plain text */
  constructor(address: HostPort, tls: string | undefined, changed: () => void) {
    this.#address = address;
    this.#tls = tls;
    this.#changed = changed;
    this.#dial();
  }

  /** What it said last on the stream that is open. Undefined: it does not answer. */
  get status(): FleetStatus | undefined {
    return this.#status;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#session?.destroy();
  }

  #dial(): void {
    let session: ClientHttp2Session;
    let stream: ClientHttp2Stream;
    try {
      session = dialRouter(this.#address, this.#tls);
      // Left open from this side: its end would end the watch.
      stream = session.request({ ':method': 'GET', ':path': `${streamPaths.fleet}?watch` }, { endStream: false });
    } catch {
      // Certificates are being replaced.
      this.#again();
      return;
    }
    this.#session = session;
    const read = lineReader((text) => {
      const status = readFleetStatus(text);
      if (status === undefined) return void session.destroy();
      if (session.destroyed) return;
      this.#pause = firstPause;
      this.#status = status;
      this.#changed();
    });
    stream.on('response', (headers) => {
      if (headers[':status'] !== 200) session.destroy();
    });
    stream.on('data', (piece: Buffer) => {
      if (!read(piece)) session.destroy();
    });
    stream.on('error', () => {});
    stream.on('end', () => session.destroy());
    session.once('close', () => this.#again());
  }

  #again(): void {
    this.#session = undefined;
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.#dial(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, longestPause);
    if (this.#status === undefined) return;
    this.#status = undefined;
    this.#changed();
  }
}

/** Undefined: it is none, or of a later version. */
function readFleetStatus(text: string): FleetStatus | undefined {
  try {
    const value = JSON.parse(text) as Json;
    const isStatus =
      isObject(value) &&
      value['version'] === 1 &&
      typeof value['router'] === 'string' &&
      areNamed(value['models'], 'name', 'at', 'missing') &&
      areNamed(value['pods'], 'pod', 'copies');
    return isStatus ? (value as unknown as FleetStatus) : undefined;
  } catch {
    return undefined;
  }
}

function areNamed(value: Json | undefined, name: string, ...lists: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (item) => isObject(item) && typeof item[name] === 'string' && lists.every((list) => Array.isArray(item[list])),
    )
  );
}
