import { createServer, type Server, type ServerResponse } from 'node:http';
import type { HostPort } from '../../ir/index.ts';
import { probePaths } from '../../names/index.ts';
import { listen, stopListening } from '../listening.ts';
import { newestOnly } from '../stream/index.ts';

/** What the probes of a router ask. */
export interface ProbeAnswers {
  /** Whether the pod may count as ready. */
  readonly ready: () => boolean;
  /** Ends when the pod may end. */
  readonly drain: () => Promise<void>;
  /** The state of the fleet, as one line of JSON. */
  readonly fleet: () => string;
  readonly watchFleet: (changed: () => void) => () => void;
}

/** The state of the fleet on the plain port: once, or a line a change with `?watch`. */
const statusPath = '/status';

/** The plain port of a router: probes, and the state of the fleet. */
export class Probes {
  readonly #server: Server;
  readonly #answers: ProbeAnswers;

  constructor(answers: ProbeAnswers) {
    this.#answers = answers;
    this.#server = createServer((request, response) => {
      response.on('error', () => {});
      request.resume();
      const [path = '', query] = (request.url ?? '').split('?');
      if (request.method === 'GET') this.#answer(path, query, response);
      else end(response, 405, 'GET only');
    });
    // A drain is waited for as long as it takes.
    this.#server.requestTimeout = 0;
    this.#server.timeout = 0;
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  listen(address: HostPort): Promise<HostPort> {
    return listen(this.#server, address);
  }

  close(): void {
    stopListening(this.#server);
  }

  #answer(path: string, query: string | undefined, response: ServerResponse): void {
    switch (path) {
      // It listens only once the files that Envoy starts with are there.
      case probePaths.started:
      case probePaths.live:
        end(response, 200, 'yes');
        break;
      case probePaths.ready:
        if (this.#answers.ready()) end(response, 200, 'yes');
        else end(response, 503, 'not yet');
        break;
      case probePaths.drain:
        void this.#answers.drain().then(() => end(response, 200, 'yes'));
        break;
      case statusPath:
        this.#status(query, response);
        break;
      default:
        end(response, 404, 'no such path');
    }
  }

  #status(query: string | undefined, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    if (query !== 'watch') {
      response.end(`${this.#answers.fleet()}\n`);
      return;
    }
    const send = newestOnly(response);
    const tell = () => send(() => this.#answers.fleet());
    response.once('close', this.#answers.watchFleet(tell));
    tell();
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(`${text}\n`);
}
