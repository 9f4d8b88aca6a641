import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a folder as a TLS Secret mounts it: `tls.crt`, `tls.key` and `ca.crt`, of one certificate that vouches for itself. */
export function writeCertificates(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file('tls.key')];
  const names = ['-subj', '/CN=stowage.test', '-addext', 'subjectAltName=DNS:stowage.test,IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...key, '-out', file('tls.crt'), '-days', '2', ...names], { stdio: 'pipe' });
  copyFileSync(file('tls.crt'), file('ca.crt'));
}
