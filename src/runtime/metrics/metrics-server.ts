import { createServer, type Server } from 'node:http';
import type { HostPort } from '../../ir/index.ts';
import { metricsPath } from '../../names/index.ts';
import { listen, stopListening } from '../listening.ts';
import { expositionText, expositionType, type Metric } from './exposition.ts';

/** What is answered to a path: status and JSON. Undefined: there is no such path. */
export type PathAnswer = (path: string) => { readonly status: number; readonly body: object } | undefined;

/**
 * A port of its own for those who look on from other namespaces: it answers questions and takes no orders, unlike the
 * port of the probes, where whoever asks for a drain gets one.
 */
export class MetricsServer {
  readonly #server: Server;

  constructor(metrics: () => readonly Metric[], answer: PathAnswer = () => undefined) {
    this.#server = createServer((request, response) => {
      response.on('error', () => {});
      request.resume();
      const [path = ''] = (request.url ?? '').split('?');
      const json = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
      };
      if (request.method !== 'GET') return json(405, { error: 'only GET is answered here' });
      if (path === metricsPath) {
        response.writeHead(200, { 'content-type': expositionType }).end(expositionText(metrics()));
        return;
      }
      const found = answer(path);
      json(found?.status ?? 404, found?.body ?? { error: 'there is no such path' });
    });
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** @returns the address: the port may have been left open */
  listen(address: HostPort): Promise<HostPort> {
    return listen(this.#server, address);
  }

  close(): void {
    stopListening(this.#server);
  }
}
