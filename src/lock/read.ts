import { byCodeUnit, type Diagnostics, type Origin } from '../diagnostics/index.ts';
import type { Lock, LockedModel, LockedServer } from '../ir/index.ts';
import { lockCodes } from './codes.ts';
import { readLine } from './line.ts';
import { meaningfulLines } from './merge.ts';
import { modelLine, serverLine } from './write.ts';

/** A lock as it was found. */
export interface LockSource {
  /** As in `Origin.file`. */
  readonly path: string;
  readonly text: string;
}

const lockVersion = 1;

/**
 * Reads a lock as a hint: what cannot be used is left out, and each kind of repair is said once. Undefined where there
 * is nothing to go by. Order says nothing, since Git merges locks line by line; where a name comes twice, the line that
 * sorts first counts.
 */
export function readLock(source: LockSource | undefined, diagnostics: Diagnostics): Lock | undefined {
  if (source === undefined || source.text.trim() === '') return undefined;
  const { lines, markers } = meaningfulLines(source.text);
  const servers = new Named<LockedServer>(serverLine);
  const models = new Named<LockedModel>(modelLine);
  const solvers: string[] = [];
  const unreadable = new Finding();
  const repaired = new Finding();
  const duplicate = new Finding();

  for (const { text, start } of lines) {
    const line = readLine(text);
    const end = start + text.length;
    if (line === undefined) unreadable.add(start, end);
    else if (line.kind === 'header') {
      if (line.version !== lockVersion) {
        reportVersion(source, start, end, diagnostics);
        return undefined;
      }
      solvers.push(line.solver);
    } else {
      if (line.repaired) repaired.add(start, end);
      const clashes = line.kind === 'server' ? servers.add(line.server) : models.add(line.model);
      if (clashes) duplicate.add(start, end);
    }
  }

  report(source, { markers, unreadable, repaired, duplicate }, diagnostics);
  if (solvers.length === 0 && unreadable.count === 0) reportHeader(source, diagnostics);
  if (servers.size + models.size + solvers.length === 0) return undefined;
  return {
    version: lockVersion,
    solver: solvers.toSorted(byCodeUnit)[0] ?? '',
    servers: servers.sorted(),
    models: models.sorted(),
  };
}

/** Entries by name; of two that differ, the one whose line sorts first is kept, whatever the order they come in. */
class Named<Entry extends { readonly name: string }> {
  readonly #entries = new Map<string, Entry>();
  readonly #write: (entry: Entry) => string;

  constructor(write: (entry: Entry) => string) {
    this.#write = write;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether there was another entry of this name that says something else. */
  add(entry: Entry): boolean {
    const before = this.#entries.get(entry.name);
    const order = before === undefined ? -1 : byCodeUnit(this.#write(entry), this.#write(before));
    if (order < 0) this.#entries.set(entry.name, entry);
    return before !== undefined && order !== 0;
  }

  sorted(): readonly Entry[] {
    return [...this.#entries.values()].toSorted((a, b) => byCodeUnit(a.name, b.name));
  }
}

/** How often something was found, and where first. */
class Finding {
  #count = 0;
  #span: readonly [start: number, end: number] = [0, 0];

  add(start: number, end: number): void {
    if (this.#count++ === 0) this.#span = [start, end];
  }

  get count(): number {
    return this.#count;
  }

  in(file: string): Origin {
    return { file, span: this.#span };
  }
}

interface Findings {
  readonly markers: readonly (readonly [start: number, end: number])[];
  readonly unreadable: Finding;
  readonly repaired: Finding;
  readonly duplicate: Finding;
}

function report({ path }: LockSource, findings: Findings, diagnostics: Diagnostics): void {
  const { markers, unreadable, repaired, duplicate } = findings;
  const [marker] = markers;
  if (marker !== undefined) {
    diagnostics.report(lockCodes.conflict, {
      message: `\`${path}\` has conflict markers of Git; both sides are taken, and what they disagree on is decided anew`,
      origin: { file: path, span: marker },
      help: 'Let this compile write the lock, look at the plan, and commit both.',
    });
  }
  if (unreadable.count > 0) {
    diagnostics.report(lockCodes.unreadable, {
      message: `${count(unreadable.count, 'line')} of \`${path}\` cannot be read; models whose line is lost are placed anew`,
      origin: unreadable.in(path),
      help: 'Restore the lock from Git if it was edited by hand. This compile writes it anew.',
    });
  }
  if (repaired.count > 0) {
    diagnostics.report(lockCodes.repaired, {
      message: `${count(repaired.count, 'line')} of \`${path}\` ${repaired.count === 1 ? 'has' : 'have'} values that cannot be; the rest of ${repaired.count === 1 ? 'it' : 'them'} is used`,
      origin: repaired.in(path),
      help: 'Restore the lock from Git if it was edited by hand. This compile writes it anew.',
    });
  }
  // Two sides of a conflict name the same things: that has been said.
  if (duplicate.count > 0 && marker === undefined) {
    diagnostics.report(lockCodes.duplicate, {
      message: `${count(duplicate.count, 'line')} of \`${path}\` ${duplicate.count === 1 ? 'names a server or model' : 'name servers or models'} that another line names too; the line that sorts first counts`,
      origin: duplicate.in(path),
      help: 'After a merge this is normal: both branches changed the same model. This compile writes one line.',
    });
  }
}

function reportVersion({ path }: LockSource, start: number, end: number, diagnostics: Diagnostics): void {
  diagnostics.report(lockCodes.version, {
    message: `\`${path}\` is not of format ${lockVersion}, the one that this version reads; all models are placed anew`,
    origin: { file: path, span: [start, end] },
    help: 'If a newer version of stowage wrote it, compile with that version.',
  });
}

function reportHeader({ path }: LockSource, diagnostics: Diagnostics): void {
  diagnostics.report(lockCodes.unreadable, {
    message: `\`${path}\` has no header line; it is taken for format ${lockVersion}`,
    origin: { file: path },
    help: 'Restore the lock from Git if it was edited by hand. This compile writes it anew.',
  });
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
