import type { HostPort } from '../ir/index.ts';
import type { Address, SocketAddress } from './types.ts';

export const anyHost = '0.0.0.0';
export const loopback = '127.0.0.1';

export function socketAddress({ host, port }: HostPort): { readonly socket_address: SocketAddress } {
  return { socket_address: { address: host, port_value: port } };
}

/** As Envoy itself writes the address, which is what a header that chooses hosts is compared with. */
export function hostPortText({ host, port }: HostPort): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

export function pipe(path: string, mode?: number): Address {
  return { pipe: { path, ...(mode !== undefined && { mode }) } };
}
