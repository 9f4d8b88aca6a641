import { type ClientHttp2Session, connect } from 'node:http2';
import { hostPortText } from '../../envoy/index.ts';
import type { HostPort } from '../../ir/index.ts';
import { type KeepAlive, keepAlive } from './keep-alive.ts';
import { readTls } from './tls.ts';

/** Paths on a router's stream port. */
export const streamPaths = {
  /** Where agents hold their streams. */
  agent: '/v1/agent',
  /** The state of the fleet; with `?watch` a line a change. */
  fleet: '/v1/fleet',
} as const;

/**
 * Begins a session with a router. Certificates are read anew each time. What is checked of the router's is its
 * authority: its address is whatever the cluster gave the pod.
 *
 * @param tls folder of the certificates; absent: plain text
 * @throws where the certificates cannot be read
 */
export function dialRouter(address: HostPort, tls?: string, patience?: KeepAlive): ClientHttp2Session {
  const session =
    tls === undefined
      ? connect(`http://${hostPortText(address)}`)
      : connect(`https://${hostPortText(address)}`, {
          ...readTls(tls),
          rejectUnauthorized: true,
          checkServerIdentity: () => undefined,
        });
  // Whoever holds a stream of it is told by that stream's end.
  session.on('error', () => {});
  keepAlive(session, patience);
  return session;
}
