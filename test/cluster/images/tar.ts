import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What a layer holds at one path. */
export interface Entry {
  /** Below the root, without a slash at either end. */
  readonly path: string;
  /** A folder where none of these is there. */
  readonly file?: { readonly from: string } | { readonly text: string };
  /** Where a symbolic link leads. */
  readonly link?: string;
  /** Whether a file may be run. */
  readonly program?: boolean;
}

const block = 512;

/**
 * Writes a tar file that says nothing of this machine: in order of paths, all owned by root and of the year 1970, written
 * by nobody but the owner. Folders above an entry are there before it. Of two entries of a path the later counts.
 */
export function writeTar(file: string, entries: Iterable<Entry>): void {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    for (let at = entry.path.indexOf('/'); at > 0; at = entry.path.indexOf('/', at + 1)) {
      const path = entry.path.slice(0, at);
      if (!byPath.has(path)) byPath.set(path, { path });
    }
    byPath.set(entry.path, entry);
  }
  const out = openSync(file, 'wx');
  try {
    const paths = [...byPath.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    for (const path of paths) writeEntry(out, byPath.get(path) ?? { path });
    writeAll(out, Buffer.alloc(2 * block));
  } finally {
    closeSync(out);
  }
}

function writeEntry(out: number, { path, file, link, program }: Entry): void {
  if (link !== undefined) writeHeader(out, { path, type: '2', mode: 0o777, size: 0, link });
  else if (file === undefined) writeHeader(out, { path: `${path}/`, type: '5', mode: 0o755, size: 0 });
  else {
    const data = 'text' in file ? Buffer.from(file.text) : readFileSync(file.from);
    writeHeader(out, { path, type: '0', mode: program ? 0o755 : 0o644, size: data.length });
    writeData(out, data);
  }
}

interface Header {
  readonly path: string;
  readonly type: '0' | '2' | '5' | 'x';
  readonly mode: number;
  readonly size: number;
  readonly link?: string;
}

/** A ustar header, after one in the pax format for what does not fit into it. */
function writeHeader(out: number, header: Header): void {
  const { path, type, mode, size, link = '' } = header;
  const long = [
    ...(Buffer.byteLength(path) > 100 ? [paxRecord('path', path)] : []),
    ...(Buffer.byteLength(link) > 100 ? [paxRecord('linkpath', link)] : []),
  ].join('');
  if (long !== '') {
    writeHeader(out, { path: 'pax', type: 'x', mode: 0o644, size: Buffer.byteLength(long) });
    writeData(out, Buffer.from(long));
  }
  const bytes = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) =>
    bytes.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  bytes.fill(Buffer.from(path).subarray(0, 100), 0, Math.min(100, Buffer.byteLength(path)));
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  bytes.write(' '.repeat(8), 148, 'latin1');
  bytes.write(type, 156, 'latin1');
  bytes.fill(Buffer.from(link).subarray(0, 100), 157, 157 + Math.min(100, Buffer.byteLength(link)));
  bytes.write('ustar\x0000', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  writeAll(out, bytes);
}

/** `length key=value\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  let length = bytes + 1;
  while (bytes + String(length).length !== length) length++;
  return `${length}${rest}`;
}

function writeData(out: number, data: Buffer): void {
  writeAll(out, data);
  writeAll(out, Buffer.alloc((block - (data.length % block)) % block));
}

function writeAll(out: number, data: Buffer): void {
  for (let done = 0; done < data.length; ) done += writeSync(out, data, done);
}
