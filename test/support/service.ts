import { connect, createServer, type Server, type Socket } from 'node:net';
import type { HostPort } from '../../src/ir/index.ts';
import type { GatewayPorts } from './load.ts';

/**
 * What a Service does with the connections of its clients: each new one goes to a gateway that is ready, and stays there
 * until one side ends it.
 */
export class Service {
  readonly #ready: () => readonly GatewayPorts[];
  readonly #servers: readonly [http: Server, grpc: Server];
  readonly #sockets = new Set<Socket>();
  #turn = 0;

  /** @param ready gateways that are ready now */
  constructor(ready: () => readonly GatewayPorts[]) {
    this.#ready = ready;
    this.#servers = [
      createServer((client) => this.#pass(client, 'http')),
      createServer((client) => this.#pass(client, 'grpc')),
    ];
  }

  async listen(): Promise<GatewayPorts> {
    const [http, grpc] = await Promise.all(this.#servers.map(listen));
    if (http === undefined || grpc === undefined) throw new Error('no port');
    return { http, grpc };
  }

  close(): void {
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #pass(client: Socket, protocol: 'http' | 'grpc'): void {
    const ready = this.#ready();
    const gateway = ready[this.#turn++ % Math.max(1, ready.length)];
    if (gateway === undefined) {
      client.destroy();
      return;
    }
    const server = connect(gateway[protocol]);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroySoon();
      });
    }
  }
}

function listen(server: Server): Promise<HostPort> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}
