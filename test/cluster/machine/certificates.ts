import { join } from 'node:path';
import { run } from '../run.ts';

/** The files by which the API server proves to an extension of its API that a request comes from it. */
export interface FrontProxy {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes a certificate authority for the aggregation layer and one client certificate of it. */
export async function frontProxy(folder: string): Promise<FrontProxy> {
  const file = (name: string): string => join(folder, `front-proxy-${name}`);
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await run([
    ...['openssl', 'req', '-x509', ...curve, '-days', '30', '-subj', '/CN=front-proxy-ca'],
    ...['-keyout', file('ca.key'), '-out', file('ca.crt')],
  ]);
  await run([
    ...['openssl', 'req', ...curve, '-subj', '/CN=front-proxy-client'],
    ...['-keyout', file('client.key'), '-out', file('client.csr')],
  ]);
  await run([
    ...['openssl', 'x509', '-req', '-in', file('client.csr'), '-days', '30', '-out', file('client.crt')],
    ...['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial'],
  ]);
  return { authority: file('ca.crt'), certificate: file('client.crt'), key: file('client.key') };
}

/** The key that service-account tokens are signed with. */
export async function signingKey(folder: string): Promise<string> {
  const path = join(folder, 'service-accounts.key');
  await run(['openssl', 'genrsa', '-out', path, '2048']);
  return path;
}
