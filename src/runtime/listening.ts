import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostPort } from '../ir/index.ts';

/**
 * Has a server listen. Faults after that are those of single connections, which end by themselves.
 *
 * @returns the address: the port may have been left open
 */
export function listen(server: Server, { host, port }: HostPort): Promise<HostPort> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      server.on('error', () => {});
      resolve({ host, port: (server.address() as AddressInfo).port });
    });
  });
}

/** Ends a server with all of its connections. */
export function stopListening(server: Server): void {
  server.close();
  server.closeAllConnections();
}
