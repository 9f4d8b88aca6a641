import { createServer } from 'node:net';
import type { HostPort } from '../../ir/index.ts';

export const loopback = '127.0.0.1';

/**
 * Where ports are taken from: below those that systems give to outgoing connections, so that a port stays free while
 * the process that listens on it is started again.
 */
const first = 20_000;
const last = 29_999;

/** Ports of this machine that nobody listens on, each given once. */
export class LoopbackPorts {
  #next = first + ((process.pid * 97) % (last - first));

  /** @throws {Error} where none is free */
  async take(): Promise<HostPort> {
    for (let tries = 0; tries <= last - first; tries++) {
      const port = this.#next;
      this.#next = port === last ? first : port + 1;
      if (await isFree(port)) return { host: loopback, port };
    }
    throw new Error(`no port from ${first} to ${last} is free`);
  }
}

/** Whether nobody listens on a port of this machine, so that we can. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: loopback, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
