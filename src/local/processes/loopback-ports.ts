import { createServer } from 'node:net';
import type { HostPort } from '../../ir/index.ts';

export const loopback = '127.0.0.1';

/**
 * Where ports are taken from: below those that systems give to outgoing connections, so that a port stays free while
 * the process that listens on it is started again.
 */
const first = 20_000;
const last = 29_999;

/** Where this process looks next; several processes begin apart from each other. */
let next = first + ((process.pid * 97) % (last - first));

/** Ports that are to be listened on later, and are not to be given away. */
const kept = new Set<number>();

/** Keeps a port that was chosen by someone else from being given away. */
export function keepPort(port: number): void {
  kept.add(port);
}

/**
 * A port of this machine that nobody listens on and that this process has not given away lately: it may be listened on
 * long after this.
 *
 * @throws {Error} where none is free
 */
export async function takePort(): Promise<HostPort> {
  for (let tries = 0; tries <= last - first; tries++) {
    const port = next;
    next = port === last ? first : port + 1;
    if (!kept.has(port) && (await isFree(port))) return { host: loopback, port };
  }
  throw new Error(`no port from ${first} to ${last} is free`);
}

/** Whether nobody listens on a port of this machine, so that we can. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: loopback, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
