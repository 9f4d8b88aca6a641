import type { LoadedModel } from '../../envoy/index.ts';
import { type DecodedShards, loadName, type PlannedModel, type PodStatus } from '../../ir/index.ts';
import type { MountedPlan } from '../mount/index.ts';
import {
  type AgentView,
  copyKey,
  type Decision,
  decide,
  type Failure,
  isInside,
  isRoutable,
  type LocalCopy,
} from './decide/index.ts';
import { clearFailure, type FailureKind, failuresUnder, noteFailure } from './failures.ts';
import { fetchCopy } from './fetch-copy.ts';
import { loadCopy } from './load-copy.ts';
import { MemoryAccount } from './memory-account.ts';
import type { FailureNotes, NamedCopy } from './notes.ts';
import { pause, restAfter } from './pace.ts';
import type { AgentParts } from './parts.ts';
import { plannedModels } from './planned-models.ts';
import { isReady } from './readiness.ts';
import { ServerWatch } from './server-watch.ts';
import { Statuses } from './status.ts';
import { takeStock } from './stock.ts';

/**
 * Brings one pod to what the plan says. Level-triggered: after each change it compares what should be with what is and
 * starts what is to be started, so that it does not matter which changes it has seen.
 */
export class Agent {
  readonly #parts: AgentParts;
  readonly #ended = new AbortController();
  readonly #statuses = new Statuses();
  readonly #memory: MemoryAccount;
  #watch: ServerWatch | undefined;
  /** Nothing is decided or said before it is known what is here. */
  #stocked = false;
  #plan: readonly PlannedModel[] | undefined;
  #planDigest: string | undefined;
  #planFault: string | undefined;
  #live = false;
  /** Lives of the inference server: what began in one ends with it. */
  #life = 0;
  #draining = false;
  #hurry = false;
  #copies: readonly LocalCopy[] = [];
  /** Names that requests are let in for. */
  readonly #open = new Set<string>();
  #names: Record<string, NamedCopy> = {};
  /** By key: paths of verified artifacts. */
  readonly #fetched = new Map<string, string>();
  readonly #fetches = new Map<string, AbortController>();
  #failures: FailureNotes;
  /** By key: how often in a row it has failed, and whether the next try is due. */
  readonly #rests = new Map<string, { readonly failures: number; resting: boolean }>();
  /** By key: when it was first tried. */
  readonly #tried = new Map<string, number>();
  #ready: boolean;
  #missing: ReadonlySet<string> = new Set();
  #turning = false;

  constructor(parts: AgentParts) {
    this.#parts = parts;
    this.#memory = new MemoryAccount(parts.settings.runtime.returnsMemory);
    this.#failures = parts.notes.failures();
    this.#ready = parts.ready.was;
  }

  /** Takes stock, and goes on from there; answers when Envoy may start. */
  async start(): Promise<void> {
    const { notes, doors, server, pace, log } = this.#parts;
    const saved = notes.plan();
    if (saved !== undefined && this.#plan === undefined) this.#act(saved);
    const stock = await takeStock(this.#parts, this.#ended.signal);
    this.#live = stock.live;
    this.#copies = stock.copies;
    this.#names = { ...stock.names };
    for (const name of Object.keys(stock.names)) this.#open.add(name);
    if (stock.culprit !== undefined) this.#blame(stock.culprit);
    log('took stock', { live: stock.live, loaded: Object.keys(stock.names) });
    await doors.prepare(this.#doorModels());
    this.#watch = new ServerWatch(server, pace, stock.live, {
      lives: () => this.#lives(),
      died: () => this.#died(),
      counted: (names) => this.#counted(names),
      measured: (memory) => this.#measured(memory),
    });
    this.#watch.start();
    void this.#begin();
  }

  /** Takes in what is mounted: a complete plan, or why it is none, which changes nothing but the word on it. */
  adopt(mounted: MountedPlan<PlannedModel>): void {
    const { notes, log } = this.#parts;
    if (mounted.plan === undefined) {
      log('plan not complete', { reason: mounted.fault });
      this.#planFault = mounted.fault;
      this.changed();
      return;
    }
    this.#planFault = undefined;
    this.changed();
    if (mounted.plan.digest === this.#planDigest) return;
    this.#act(mounted.plan);
    try {
      notes.savePlan(mounted.plan);
    } catch (error) {
      log('plan not saved', { reason: String(error) });
    }
  }

  /** Something is not as it was: decides anew, soon. */
  changed(): void {
    if (this.#turning) return;
    this.#turning = true;
    setImmediate(() => {
      this.#turning = false;
      if (!this.#ended.signal.aborted) this.#turn();
    });
  }

  /** Whether the pod counts as ready: once it does, it does for good. */
  get ready(): boolean {
    if (this.#ready || !this.#stocked) return this.#ready;
    const { place, settings, ready } = this.#parts;
    this.#ready = isReady({
      plan: this.#plan,
      ordinal: place.ordinal,
      live: this.#live,
      copies: this.#copies,
      tried: this.#tried,
      now: performance.now(),
      patience: settings.runtime.loadTimeout * 1000,
    });
    if (this.#ready) this.#try('readiness not noted', () => ready.remember());
    return this.#ready;
  }

  get status(): PodStatus | undefined {
    return this.#statuses.last;
  }

  /** The pod is ending: hands all over. Answers when it may end; may be asked again. */
  async drain(signal: AbortSignal): Promise<void> {
    const { settings, doors, pace, log } = this.#parts;
    if (!this.#draining) log('draining');
    this.#draining = true;
    this.changed();
    const begun = performance.now();
    const isHeld = () => !this.#stocked || this.#copies.some((copy) => isInside(copy) && copy.state !== 'dropping');
    while (isHeld() && performance.now() - begun < settings.handoverDeadline * 1000 && !signal.aborted) {
      await pause(50, signal);
    }
    const released = performance.now();
    for (let calmSince = released; !signal.aborted; await pause(100, signal)) {
      const now = performance.now();
      if ((await doors.inFlight()) > 0) calmSince = performance.now();
      else if (now - calmSince >= pace.calm) break;
      if (now - released >= settings.requestTimeout * 1000) break;
    }
  }

  /** Ends all that it does; the inference server goes on. */
  close(): void {
    const { notes, doors, routers } = this.#parts;
    this.#ended.abort();
    this.#watch?.close();
    for (const fetch of this.#fetches.values()) fetch.abort();
    doors.close();
    routers.close();
    try {
      // A load that this end cuts off tells nothing of the model.
      notes.endLoading();
    } catch {
      // The disk is gone, and with it what would be remembered.
    }
  }

  #act({ digest, entries }: DecodedShards<PlannedModel>): void {
    const { notes, log } = this.#parts;
    const { models, ignored } = plannedModels(entries);
    log('plan', { digest, models: models.length, ...(ignored.length > 0 && { ignored }) });
    this.#plan = models;
    this.#planDigest = digest;
    const failures = failuresUnder(models, this.#failures);
    if (JSON.stringify(failures) !== JSON.stringify(this.#failures)) {
      this.#failures = failures;
      this.#try('failures not saved', () => notes.saveFailures(failures));
    }
    const named = new Set(models.flatMap(({ current, former }) => [current, ...former].map(copyKey)));
    for (const key of this.#rests.keys()) if (!named.has(key)) this.#rests.delete(key);
    for (const key of this.#tried.keys()) if (!named.has(key)) this.#tried.delete(key);
    this.changed();
  }

  /** What is here is said only once Envoy lets it in. */
  async #begin(): Promise<void> {
    const { doors, log, pace } = this.#parts;
    const set = doors.set(this.#doorModels());
    if (this.#open.size > 0) {
      let taken = await set;
      while (taken !== 'accepted' && !this.#ended.signal.aborted) {
        log('routes refused', { reason: taken.rejected });
        await pause(pace.rest.least, this.#ended.signal);
        taken = await doors.set(this.#doorModels());
      }
    }
    await this.#watch?.measure();
    this.#stocked = true;
    this.changed();
  }

  #turn(): void {
    if (!this.#stocked) return;
    const decision = decide(this.#view());
    this.#copies = decision.copies;
    this.#hurry = decision.hurry;
    this.#start(decision);
    if (this.#open.size > 0) void this.#parts.doors.set(this.#doorModels());
    this.#tell();
  }

  #view(): AgentView {
    const { settings, place, routers } = this.#parts;
    const known = routers.routers();
    const used = this.#memory.used;
    return {
      ordinal: place.ordinal,
      capacity: settings.capacity,
      memoryLimit: settings.memory,
      ...(this.#plan !== undefined && { plan: this.#plan }),
      live: this.#live,
      draining: this.#draining,
      sequence: this.#statuses.next,
      ...(known !== undefined && { routers: known }),
      copies: this.#copies,
      fetched: [...this.#fetched.keys()],
      failures: this.#failuresNow(),
      ...(used !== undefined && { used }),
    };
  }

  #failuresNow(): Readonly<Record<string, Failure>> {
    const now: Record<string, Failure> = {};
    for (const { failed } of Object.values(this.#failures)) {
      for (const [key, { reason, terminal }] of Object.entries(failed)) {
        const resting = this.#rests.get(key)?.resting;
        now[key] = { reason, ...(terminal && { terminal }), ...(resting && { resting }) };
      }
    }
    return now;
  }

  #start({ copies, fetch, load, drop }: Decision): void {
    const states = new Map(copies.map((copy) => [copyKey(copy.version), copy]));
    for (const [key, fetching] of this.#fetches) if (states.get(key)?.state !== 'fetching') fetching.abort();
    for (const key of this.#fetched.keys()) if (!isKept(states.get(key))) this.#fetched.delete(key);
    const now = performance.now();
    for (const key of [...fetch, ...(load === undefined ? [] : [load])]) {
      if (!this.#tried.has(key)) this.#tried.set(key, now);
    }
    for (const key of fetch) void this.#fetch(states.get(key));
    if (load !== undefined) void this.#load(states.get(load));
    for (const key of drop) void this.#drop(states.get(key));
  }

  async #fetch(copy: LocalCopy | undefined): Promise<void> {
    if (copy === undefined) return;
    const key = copyKey(copy.version);
    const fetching = new AbortController();
    this.#fetches.set(key, fetching);
    const result = await fetchCopy(this.#parts, copy, this.#copies, this.#fetched, fetching.signal);
    if (this.#fetches.get(key) === fetching) this.#fetches.delete(key);
    // One that was given up says nothing; the next one may be under way already.
    if (fetching.signal.aborted || this.#ended.signal.aborted) return;
    this.#forget(key, 'fetching');
    if ('path' in result) this.#fetched.set(key, result.path);
    else this.#fail(copy, result.terminal ? 'terminal' : 'passing', result.reason);
    this.changed();
  }

  async #load(copy: LocalCopy | undefined): Promise<void> {
    if (copy === undefined) return;
    const { doors, log } = this.#parts;
    const life = this.#life;
    const key = copyKey(copy.version);
    const name = loadName(copy.version);
    const memory = this.#memory.load(copy.version, this.#copies);
    log('loading', { model: copy.model, physical: copy.version.physical, memory });
    const entry = this.#plan?.find(({ name: model }) => model === copy.model);
    this.#names = { ...this.#names, [name]: { model: copy.model, version: copy.version, limits: entry?.limits ?? {} } };
    const fault = await loadCopy(this.#parts, copy, this.#names, this.#fetched.get(key), () => this.#life !== life);
    if (this.#ended.signal.aborted) return;
    if (fault === undefined && this.#life === life) {
      this.#open.add(name);
      const [taken] = await Promise.all([doors.set(this.#doorModels()), this.#watch?.measure()]);
      if (this.#ended.signal.aborted) return;
      if (taken === 'accepted' && this.#life === life) {
        this.#loaded(key, copy);
        return this.changed();
      }
      this.#open.delete(name);
      this.#fail(copy, 'passing', taken === 'accepted' ? 'the server went away' : taken.rejected);
      if (this.#life === life) await this.#parts.server.unload(name);
    } else {
      this.#fail(copy, fault?.kind ?? 'passing', fault?.reason ?? 'the server went away');
    }
    this.#forget(key, 'loading');
    await this.#watch?.look();
    await this.#watch?.measure();
    // It may have died and come back before anybody looked.
    if (fault?.kind === 'death' && this.#life === life) {
      await this.#watch?.count();
      await this.#watch?.count();
    }
    this.changed();
  }

  #loaded(key: string, copy: LocalCopy): void {
    const { notes, log } = this.#parts;
    log('loaded', { model: copy.model, physical: copy.version.physical });
    this.#copies = this.#copies.map((one) =>
      copyKey(one.version) === key && one.state === 'loading'
        ? { model: one.model, version: one.version, state: 'ready' }
        : one,
    );
    this.#rests.delete(key);
    const failures = clearFailure(this.#failures, copy.model, key);
    if (failures === this.#failures) return;
    this.#failures = failures;
    this.#try('failures not saved', () => notes.saveFailures(failures));
  }

  /** Lets requests in until none can be on its way, then closes the door, then unloads. */
  async #drop(copy: LocalCopy | undefined): Promise<void> {
    if (copy === undefined) return;
    const { settings, server, pace, doors, notes, log } = this.#parts;
    const { signal } = this.#ended;
    const life = this.#life;
    const key = copyKey(copy.version);
    const name = loadName(copy.version);
    const longest = 1000 * (this.#limits(name).timeout ?? settings.requestTimeout);
    const isOver = () => signal.aborted || this.#life !== life;
    const begun = performance.now();
    const left = () => begun + (this.#hurry ? Math.min(pace.linger, longest) : longest) - performance.now();
    while (left() > 0 && !isOver()) await pause(Math.min(100, Math.max(0, left())), signal);
    if (isOver()) return;
    this.#open.delete(name);
    while ((await doors.set(this.#doorModels())) !== 'accepted' && !isOver()) await pause(pace.rest.least, signal);
    for (let refusals = 1; !isOver(); refusals++) {
      const fault = await server.unload(name);
      if (isOver()) return;
      if (fault === undefined) break;
      log('not unloaded', { model: copy.model, physical: copy.version.physical, reason: fault.reason });
      this.#copies = this.#copies.map((one) =>
        copyKey(one.version) === key ? { ...one, refusals, reason: fault.reason } : one,
      );
      this.changed();
      await pause(restAfter(refusals, pace.rest, this.#parts.random()), signal);
    }
    if (isOver()) return;
    log('unloaded', { model: copy.model, physical: copy.version.physical });
    this.#memory.unload(copy.version);
    const { [name]: _, ...names } = this.#names;
    this.#names = names;
    this.#try('names not saved', () => notes.saveNames(names));
    await this.#watch?.measure();
    if (!isOver()) this.#forget(key, 'dropping');
    this.changed();
  }

  #lives(): void {
    this.#parts.log('server lives');
    this.#live = true;
    this.changed();
  }

  /** All its copies are gone at once. A load that was under way ends by itself, and knows. */
  #died(): void {
    this.#parts.log('server died');
    this.#live = false;
    this.#lose();
  }

  /** What it answers for may be less than what it was given: it came back so fast that nobody saw it go. */
  #counted(names: ReadonlySet<string>): void {
    const held = this.#copies.filter((copy) => isRoutable(copy)).map(({ version }) => loadName(version));
    const missing = new Set(held.filter((name) => !names.has(name)));
    const lost = [...missing].filter((name) => this.#missing.has(name));
    this.#missing = missing;
    if (lost.length === 0) return;
    this.#parts.log('copies lost', { names: lost });
    if (lost.length === held.length) {
      this.#lose();
      return;
    }
    const gone = (copy: LocalCopy) => isRoutable(copy) && lost.includes(loadName(copy.version));
    this.#copies = this.#copies.filter((copy) => !gone(copy));
    for (const name of lost) this.#open.delete(name);
    void this.#parts.doors.set(this.#doorModels());
    this.changed();
  }

  #lose(): void {
    this.#life++;
    this.#missing = new Set();
    this.#memory.restart();
    this.#copies = this.#copies.filter((copy) => !isInside(copy) || copy.state === 'loading');
    this.#open.clear();
    void this.#parts.doors.set([]);
    this.changed();
  }

  #measured(memory: number): void {
    this.#memory.measure(memory);
    this.changed();
  }

  #forget(key: string, state: LocalCopy['state']): void {
    this.#copies = this.#copies.filter((copy) => copyKey(copy.version) !== key || copy.state !== state);
  }

  /** The server died, it seems, of a load in an earlier run. */
  #blame(key: string): void {
    const entry = this.#plan?.find(({ current, former }) => [current, ...former].some((one) => copyKey(one) === key));
    const version = entry && [entry.current, ...entry.former].find((one) => copyKey(one) === key);
    if (entry === undefined || version === undefined) return;
    this.#fail({ model: entry.name, version, state: 'loading' }, 'death', 'the server died while it loaded it');
  }

  #fail(copy: LocalCopy, kind: FailureKind, reason: string): void {
    const { notes, log, pace, random } = this.#parts;
    const key = copyKey(copy.version);
    const entry = this.#plan?.find(({ name }) => name === copy.model);
    log('failed', { model: copy.model, physical: copy.version.physical, kind, reason });
    if (entry === undefined) return;
    this.#failures = noteFailure(this.#failures, entry, key, kind, reason);
    if (kind !== 'passing') this.#try('failures not saved', () => notes.saveFailures(this.#failures));
    if (this.#failures[copy.model]?.failed[key]?.terminal) return;
    const rest = { failures: (this.#rests.get(key)?.failures ?? 0) + 1, resting: true };
    this.#rests.set(key, rest);
    void pause(restAfter(rest.failures, pace.rest, random()), this.#ended.signal).then(() => {
      rest.resting = false;
      this.changed();
    });
  }

  #tell(): void {
    const { settings, place, instance, routers } = this.#parts;
    const status = this.#statuses.write(
      {
        settings,
        place,
        instance,
        plan: this.#planDigest,
        planFault: this.#planFault,
        live: this.#live,
        draining: this.#draining,
        memory: this.#memory.told(settings.capacity.memory, this.#copies),
        copies: this.#copies,
      },
      new Date(),
    );
    if (status !== undefined) routers.send(status);
  }

  #doorModels(): readonly LoadedModel[] {
    return [...this.#open].toSorted().map((name) => ({ physical: name, ...this.#limits(name) }));
  }

  /** As the plan says now; for a model that it has no more, as it said. */
  #limits(name: string): PlannedModel['limits'] {
    const note = this.#names[name];
    const entry = this.#plan?.find(({ name: model }) => model === note?.model);
    const { concurrency, timeout } = entry?.limits ?? note?.limits ?? {};
    return { ...(concurrency !== undefined && { concurrency }), ...(timeout !== undefined && { timeout }) };
  }

  #try(event: string, what: () => void): void {
    try {
      what();
    } catch (error) {
      this.#parts.log(event, { reason: String(error) });
    }
  }
}

function isKept(copy: LocalCopy | undefined): boolean {
  return copy !== undefined && copy.state !== 'fetching' && !copy.terminal && !copy.aborted;
}
