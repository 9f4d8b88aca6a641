import { createSocket, type Socket } from 'node:dgram';
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

/** What shows other processes like this one which ports it has. */
const held = new Map<number, Socket>();

/**
 * Takes a port for as long as this process lives. That nobody listens on it is not enough: whoever took it may be about
 * to, and two Envoys can listen on one port, each with a share of the connections. So its twin of UDP, which nobody
 * needs, is kept as well, and no two processes get that.
 *
 * @returns false: it is taken
 */
export async function holdPort(port: number): Promise<boolean> {
  if (held.has(port)) return true;
  if (!(await isFree(port))) return false;
  const twin = await boundTwin(port);
  if (twin === undefined) return false;
  held.set(port, twin);
  return true;
}

function boundTwin(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: false });
    socket.on('error', () => resolve(undefined));
    socket.bind({ port, address: loopback, exclusive: true }, () => {
      socket.unref();
      resolve(socket);
    });
  });
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
    if (!held.has(port) && (await holdPort(port))) return { host: loopback, port };
  }
  throw new Error(`no port from ${first} to ${last} is free`);
}

/** Whether nobody listens on a port of this machine, so that we can. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: loopback, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
