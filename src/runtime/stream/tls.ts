import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One end's certificate and key, and the authority that the other end's certificate must be of. PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/**
 * Reads what a TLS Secret mounts.
 *
 * @throws where a file is missing
 */
export function readTls(folder: string): TlsFiles {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { cert: read('tls.crt'), key: read('tls.key'), ca: read('ca.crt') };
}

/** How often mounted certificates are looked at, in milliseconds. */
const lookAgain = 10_000;

/**
 * Tells when the mounted certificates are others. Files that are missing or half written meanwhile change nothing.
 *
 * @returns ends the watch
 */
export function watchTls(folder: string, changed: (files: TlsFiles) => void, every = lookAgain): () => void {
  let last = textOf(folder);
  const timer = setInterval(() => {
    const text = textOf(folder);
    if (text === undefined || text === last) return;
    last = text;
    changed(readTls(folder));
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

function textOf(folder: string): string | undefined {
  try {
    return Object.values(readTls(folder)).join('\0');
  } catch {
    return undefined;
  }
}
