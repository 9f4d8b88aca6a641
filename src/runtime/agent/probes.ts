import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HostPort, PodStatus } from '../../ir/index.ts';
import { probePaths } from '../../names/index.ts';
import { listen, stopListening } from '../listening.ts';

/** What probes ask after. */
export interface Probed {
  /** Whether Envoy and the inference server may start: what they read at start is there. */
  readonly started: boolean;
  readonly ready: boolean;
  /** Undefined: there is none yet. */
  readonly status: PodStatus | undefined;
  /** Answers when the pod may end. */
  drain(signal: AbortSignal): Promise<void>;
}

/** Where people see what the agent says of its pod. */
export const statusPath = '/status';

/** Answers probes and the preStop hook, over plain HTTP. */
export class Probes {
  readonly #probed: Probed;
  readonly #server: Server;

  constructor(probed: Probed) {
    this.#probed = probed;
    this.#server = createServer((request, response) => void this.#answer(request, response));
    // A drain is waited for as long as it takes.
    this.#server.requestTimeout = 0;
    this.#server.timeout = 0;
  }

  /** @returns the address: the port may have been left open */
  listen(address: HostPort): Promise<HostPort> {
    return listen(this.#server, address);
  }

  close(): void {
    stopListening(this.#server);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    const say = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`);
    const yes = (is: boolean) => (is ? say(200, 'yes') : say(503, 'not yet'));
    const { started, ready, status } = this.#probed;
    switch (request.url?.split('?')[0]) {
      case probePaths.live:
        say(200, 'yes');
        break;
      case probePaths.started:
        yes(started);
        break;
      case probePaths.ready:
        yes(ready);
        break;
      case probePaths.drain: {
        // Whoever goes away before the answer does not take the drain back.
        const gone = new AbortController();
        response.once('close', () => gone.abort());
        await this.#probed.drain(gone.signal);
        if (!response.destroyed) say(200, 'yes');
        break;
      }
      case statusPath:
        if (status === undefined) yes(false);
        else
          response.writeHead(200, { 'content-type': 'application/json' }).end(`${JSON.stringify(status, null, 2)}\n`);
        break;
      default:
        say(404, 'no such path');
    }
  }
}
