import { readFileSync } from 'node:fs';
import { Diagnostics } from '../diagnostics/index.ts';
import { type JsonObject, sha256 } from '../ir/index.ts';
import { readDocuments } from '../read/index.ts';
import type { ReadSource } from './compile.ts';
import { writeWhole } from './write-file.ts';

/** Bumped when the reader makes something else of the same text. */
const version = 'read-1';

/**
 * Keeps what the reader made of each source, keyed by a hash of its text, in one file. Only sources without a
 * diagnostic are kept. A file that is missing or broken costs time only; what has the shape of a document is believed,
 * so the file must lie where nobody but the user writes (see `cacheFolder`). Positions are found by reading the source
 * again.
 */
export class ReadCache {
  readonly #path: string;
  readonly #kept: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();

  constructor(path: string) {
    this.#path = path;
    this.#kept = load(path);
  }

  readonly read: ReadSource = (source, diagnostics) => {
    const key = sha256(`${version}\0${source.path}\0${source.text}`, 32);
    const line = this.#kept.get(key);
    const kept = line === undefined ? undefined : parse(line);
    if (line !== undefined && kept) {
      this.#used.set(key, line);
      return kept.map(([index, value]) => ({ file: source.path, index, value }));
    }
    const own = new Diagnostics();
    const documents = readDocuments(source, own);
    const found = own.list();
    for (const diagnostic of found) diagnostics.add(diagnostic);
    if (found.length === 0)
      this.#used.set(key, JSON.stringify(documents.map(({ index, value }): Kept => [index, value])));
    return documents;
  };

  /** Writes what this run used, if that differs from what was there. */
  save(): void {
    if (this.#used.size === this.#kept.size && this.#used.keys().every((key) => this.#kept.has(key))) return;
    const lines = this.#used.entries().map(([key, text]) => `${key}${text}\n`);
    try {
      writeWhole(this.#path, [...lines].join(''), 0o600);
    } catch {
      // A cache that cannot be written only costs the next run its head start.
    }
  }
}

type Kept = readonly [index: number, value: JsonObject];

/** Undefined: it is not what `read` keeps. */
function parse(line: string): readonly Kept[] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) && value.every(isKept) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [index, document] = value as readonly unknown[];
  const isIndex = typeof index === 'number' && Number.isSafeInteger(index) && index >= 0;
  return isIndex && typeof document === 'object' && document !== null && !Array.isArray(document);
}

function load(path: string): ReadonlyMap<string, string> {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return new Map(lines.filter((line) => line.length > 33).map((line) => [line.slice(0, 32), line.slice(32)]));
  } catch {
    return new Map();
  }
}
