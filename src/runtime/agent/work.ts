import { loadName } from '../../ir/index.ts';
import { copyKey, type Decision, type LocalCopy } from './decide/index.ts';
import type { Facts } from './facts.ts';
import type { FailureBook } from './failure-book.ts';
import type { FailureKind } from './failures.ts';
import { fetchCopy } from './fetch-copy.ts';
import { loadCopy } from './load-copy.ts';
import { pause, restAfter } from './pace.ts';
import type { AgentParts } from './parts.ts';
import type { ServerWatch } from './server-watch.ts';

/** Carries decisions out. Each piece of work ends by changing the facts, and says so. */
export class Work {
  readonly #parts: AgentParts;
  readonly #facts: Facts;
  readonly #failures: FailureBook;
  readonly #watch: ServerWatch;
  readonly #signal: AbortSignal;
  readonly #changed: () => void;
  readonly #fetches = new Map<string, AbortController>();

  constructor(
    parts: AgentParts,
    facts: Facts,
    failures: FailureBook,
    watch: ServerWatch,
    signal: AbortSignal,
    changed: () => void,
  ) {
    this.#parts = parts;
    this.#facts = facts;
    this.#failures = failures;
    this.#watch = watch;
    this.#signal = signal;
    this.#changed = changed;
  }

  start({ copies, fetch, load, drop }: Decision): void {
    const { fetched, tried } = this.#facts;
    const byKey = new Map(copies.map((copy) => [copyKey(copy.version), copy]));
    for (const [key, fetching] of this.#fetches) if (byKey.get(key)?.state !== 'fetching') fetching.abort();
    for (const key of fetched.keys()) if (!isKept(byKey.get(key))) fetched.delete(key);
    const now = performance.now();
    for (const key of load === undefined ? fetch : [...fetch, load]) if (!tried.has(key)) tried.set(key, now);
    const each = (keys: readonly string[], what: (copy: LocalCopy) => Promise<void>) => {
      for (const key of keys) {
        const copy = byKey.get(key);
        if (copy !== undefined) void what(copy);
      }
    };
    each(fetch, (copy) => this.#fetch(copy));
    each(load === undefined ? [] : [load], (copy) => this.#load(copy));
    each(drop, (copy) => this.#drop(copy));
  }

  close(): void {
    for (const fetching of this.#fetches.values()) fetching.abort();
  }

  async #fetch(copy: LocalCopy): Promise<void> {
    const key = copyKey(copy.version);
    const fetching = new AbortController();
    this.#fetches.set(key, fetching);
    const result = await fetchCopy(this.#parts, copy, this.#facts, fetching.signal);
    if (this.#fetches.get(key) === fetching) this.#fetches.delete(key);
    // One that was given up says nothing; the next one may be under way already.
    if (fetching.signal.aborted || this.#signal.aborted) return;
    this.#facts.forget(key, 'fetching');
    const { fetches } = this.#facts.done;
    if ('path' in result) {
      // What was here says nothing of whether stores can be reached.
      if (!result.kept) fetches.ok++;
      this.#facts.fetched.set(key, result.path);
    } else {
      fetches.failed++;
      this.#fail(copy, result.terminal ? 'terminal' : 'passing', result.reason);
    }
    this.#changed();
  }

  async #load(copy: LocalCopy): Promise<void> {
    const facts = this.#facts;
    const { life } = facts;
    const key = copyKey(copy.version);
    const died = () => facts.life !== life;
    const memory = facts.memory.load(copy.version, facts.copies);
    this.#parts.log('loading', { model: copy.model, physical: copy.version.physical, memory });
    facts.name(copy);
    const fault =
      (await loadCopy(this.#parts, copy, facts.names, facts.fetched.get(key), died)) ??
      (died() ? ({ kind: 'passing', reason: 'the server went away' } as const) : undefined);
    if (this.#signal.aborted) return;
    const reason = fault?.reason ?? (await this.#open(copy, died));
    if (this.#signal.aborted) return;
    facts.done.loads[reason === undefined ? 'ok' : 'failed']++;
    if (reason === undefined) {
      this.#parts.log('loaded', { model: copy.model, physical: copy.version.physical });
      facts.change(key, ({ model, version, state }) => ({
        model,
        version,
        state: state === 'loading' ? 'ready' : state,
      }));
      this.#failures.clear(copy.model, key);
      this.#changed();
      return;
    }
    this.#fail(copy, fault?.kind ?? 'passing', reason);
    facts.forget(key, 'loading');
    await this.#watch.look();
    await this.#watch.measure();
    // It may have died and come back before anybody looked.
    for (let count = 0; count < 2 && fault?.kind === 'death' && !died(); count++) await this.#watch.count();
    this.#changed();
  }

  /** Lets requests in to what is loaded; gives the reason where that fails. */
  async #open({ version }: LocalCopy, died: () => boolean): Promise<string | undefined> {
    const { doors, server } = this.#parts;
    const { open } = this.#facts;
    const name = loadName(version);
    open.add(name);
    const [taken] = await Promise.all([doors.set(this.#facts.letIn()), this.#watch.measure()]);
    if (died()) return 'the server went away';
    if (taken === 'accepted') return undefined;
    open.delete(name);
    await server.unload(name);
    return taken.rejected;
  }

  /** Lets requests in until none can be on its way, then closes the door, then unloads. */
  async #drop(copy: LocalCopy): Promise<void> {
    const { settings, pace, doors, notes, log } = this.#parts;
    const facts = this.#facts;
    const { life } = facts;
    const key = copyKey(copy.version);
    const name = loadName(copy.version);
    const isOver = () => this.#signal.aborted || facts.life !== life;
    const longest = 1000 * (facts.limits(name).timeout ?? settings.requestTimeout);
    const begun = performance.now();
    const left = () => begun + (facts.hurry ? Math.min(pace.linger, longest) : longest) - performance.now();
    while (left() > 0 && !isOver()) await pause(Math.min(100, Math.max(0, left())), this.#signal);
    if (isOver()) return;
    facts.open.delete(name);
    while ((await doors.set(facts.letIn())) !== 'accepted' && !isOver()) await pause(pace.rest.least, this.#signal);
    await this.#unload(copy, isOver);
    if (isOver()) return;
    log('unloaded', { model: copy.model, physical: copy.version.physical });
    facts.memory.unload(copy.version);
    const { [name]: _, ...names } = facts.names;
    facts.names = names;
    try {
      notes.saveNames(names);
      notes.saveFreed(facts.memory.freed);
    } catch (error) {
      log('unload not noted', { reason: String(error) });
    }
    await this.#watch.measure();
    if (!isOver()) facts.forget(key, 'dropping');
    this.#changed();
  }

  /** Until the server has done it, or is gone. */
  async #unload({ model, version }: LocalCopy, isOver: () => boolean): Promise<void> {
    const { server, pace, log, random } = this.#parts;
    for (let refusals = 1; !isOver(); refusals++) {
      const fault = await server.unload(loadName(version));
      if (fault === undefined || isOver()) return;
      const { reason } = fault;
      log('not unloaded', { model, physical: version.physical, reason });
      this.#facts.change(copyKey(version), (one) => ({ ...one, refusals, reason }));
      this.#changed();
      await pause(restAfter(refusals, pace.rest, random()), this.#signal);
    }
  }

  #fail(copy: LocalCopy, kind: FailureKind, reason: string): void {
    this.#failures.add(this.#facts.entry(copy.model), copy, kind, reason);
  }
}

/** Whether the artifact of a copy is still for something. */
function isKept(copy: LocalCopy | undefined): boolean {
  return copy !== undefined && copy.state !== 'fetching' && !copy.terminal && !copy.aborted;
}
