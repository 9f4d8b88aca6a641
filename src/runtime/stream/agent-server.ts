import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { HostPort, PodStatus, RouterWord } from '../../ir/index.ts';
import type { Log } from '../log.ts';
import { streamPaths } from './dial.ts';
import { type KeepAlive, keepAlive } from './keep-alive.ts';
import { lineReader } from './lines.ts';
import { newestOnly } from './newest.ts';
import { readStatus } from './shapes.ts';
import { readTls, watchTls } from './tls.ts';

/** One agent's stream, from its first status on. */
export interface AgentStream {
  /** Sends a word; where the agent is slow to read, only the newest goes. */
  readonly say: (word: RouterWord) => void;
  /** Ends it: the agent comes again, and nothing that was said holds for it. */
  readonly end: () => void;
}

export interface AgentServerSettings {
  readonly environment: string;
  readonly at: HostPort;
  /** Folder of certificates for mutual TLS. Absent: plain text. */
  readonly tls?: string | undefined;
  readonly log: Log;
  readonly keepAlive?: KeepAlive;
  /** Milliseconds between two looks at the certificates. Absent: ten seconds. */
  readonly lookAtTls?: number;
}

/** What the server tells of. A stream that never sent a status is never told of. */
export interface AgentServerEvents {
  readonly status: (stream: AgentStream, status: PodStatus) => void;
  readonly gone: (stream: AgentStream) => void;
  /** The state of the fleet, as one line of JSON. */
  readonly fleet: () => string;
  /** Calls back after each change of it, until the function that it gives is called. */
  readonly watchFleet: (changed: () => void) => () => void;
}

/** Longest time that a stream may be open without a status, in milliseconds. */
const silence = 30_000;

/** Where agents hold their streams, and where the state of the fleet is told. */
export class AgentServer {
  readonly #settings: AgentServerSettings;
  readonly #events: AgentServerEvents;
  readonly #server: Http2Server | Http2SecureServer;
  readonly #sessions = new Set<ServerHttp2Session>();
  readonly #endWatch: () => void;

  /** @throws where certificates are to be used and cannot be read */
  constructor(settings: AgentServerSettings, events: AgentServerEvents) {
    this.#settings = settings;
    this.#events = events;
    const { tls, lookAtTls } = settings;
    if (tls === undefined) {
      this.#server = createServer();
      this.#endWatch = () => {};
    } else {
      const server = createSecureServer({ ...readTls(tls), requestCert: true, rejectUnauthorized: true });
      this.#server = server;
      this.#endWatch = watchTls(
        tls,
        (files) => {
          try {
            server.setSecureContext(files);
            settings.log('certificates changed');
          } catch (error) {
            settings.log('certificates cannot be used', { reason: String(error) });
          }
        },
        lookAtTls,
      );
    }
    // The two kinds of server have the same events, in types that do not meet.
    const server: Http2Server = this.#server as Http2Server;
    server.on('session', (session) => {
      this.#sessions.add(session);
      session.on('error', () => {});
      session.once('close', () => this.#sessions.delete(session));
      keepAlive(session, settings.keepAlive);
    });
    server.on('sessionError', () => {});
    server.on('stream', (stream, headers) => {
      stream.on('error', () => {});
      this.#answer(stream, String(headers[':method']), String(headers[':path']));
    });
  }

  /** Begins to listen, and gives the address: the port may have been left open. */
  listen(): Promise<HostPort> {
    const { host, port } = this.#settings.at;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        this.#server.on('error', (error) => this.#settings.log('stream server', { reason: error.message }));
        resolve({ host, port: (this.#server.address() as AddressInfo).port });
      });
    });
  }

  close(): void {
    this.#endWatch();
    this.#server.close();
    for (const session of this.#sessions) session.destroy();
  }

  #answer(stream: ServerHttp2Stream, method: string, path: string): void {
    const [route = '', query] = path.split('?');
    if (method === 'POST' && route === streamPaths.agent) {
      this.#agent(stream);
    } else if (method === 'GET' && route === streamPaths.fleet) {
      stream.respond({ ':status': 200, 'content-type': 'application/json' });
      if (query === 'watch') this.#watch(stream);
      else stream.end(`${this.#events.fleet()}\n`);
    } else {
      stream.respond({ ':status': 404 });
      stream.end();
    }
  }

  #watch(stream: ServerHttp2Stream): void {
    stream.resume();
    const send = newestOnly(stream);
    const tell = () => send(() => this.#events.fleet());
    const end = this.#events.watchFleet(tell);
    stream.once('close', end);
    tell();
  }

  #agent(stream: ServerHttp2Stream): void {
    stream.respond({ ':status': 200, 'content-type': 'application/x-ndjson' });
    const send = newestOnly(stream);
    const agent: AgentStream = {
      say: (word) => send(() => JSON.stringify(word)),
      end: () => stream.close(),
    };
    let last: PodStatus | undefined;
    const refuse = (reason: string): void => {
      const pod = last?.pod;
      this.#settings.log('stream refused', { reason, ...(pod !== undefined && { pod }) });
      stream.close();
    };
    const quiet = setTimeout(() => {
      if (last === undefined) refuse('it says nothing');
    }, silence);
    quiet.unref();
    const read = lineReader((text) => {
      if (stream.closed) return;
      const status = readStatus(text);
      const fault = status === undefined ? 'it sends what is no status' : this.#faultOf(status, last);
      if (fault !== undefined || status === undefined) return refuse(fault ?? '');
      last = status;
      this.#events.status(agent, status);
    });
    stream.on('data', (piece: Buffer) => {
      if (!read(piece)) refuse('it sends a line that is too long');
    });
    stream.once('end', () => stream.close());
    stream.once('close', () => {
      clearTimeout(quiet);
      if (last !== undefined) this.#events.gone(agent);
    });
  }

  #faultOf({ environment, server, ordinal, instance }: PodStatus, last: PodStatus | undefined): string | undefined {
    if (environment !== this.#settings.environment) return `it is of environment ${environment}`;
    if (last === undefined) return undefined;
    const same = last.server === server && last.ordinal === ordinal && last.instance === instance;
    return same ? undefined : 'it says that it is another pod than before';
  }
}
