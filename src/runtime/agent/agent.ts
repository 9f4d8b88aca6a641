import { type Artifact, type DecodedShards, loadName, type PlannedModel, type PodStatus } from '../../ir/index.ts';
import type { MountedPlan } from '../mount/index.ts';
import type { Done } from './agent-metrics.ts';
import { type AgentView, copyKey, decide, isInside, isRoutable } from './decide/index.ts';
import { Facts } from './facts.ts';
import { FailureBook } from './failure-book.ts';
import { artifactsInUse } from './fetch-copy.ts';
import { LoadMeter } from './load-meter.ts';
import { pause, restOfAsking } from './pace.ts';
import type { AgentParts } from './parts.ts';
import { Patience } from './patience.ts';
import { isReady } from './readiness.ts';
import { ServerWatch } from './server-watch.ts';
import { Statuses } from './status.ts';
import { takeStock } from './stock.ts';
import { TwiceInARow } from './twice.ts';
import { waitForCalm } from './wait-for-calm.ts';
import { Work } from './work.ts';

/** How often it is looked at what the pod has to do for each time that it may be told. */
const samplesBetweenWords = 5;

/**
 * Brings one pod to what the plan says. Level-triggered: after each change it compares what should be with what is and
 * starts what is to be started, so that it does not matter which changes it has seen.
 */
export class Agent {
  readonly #parts: AgentParts;
  readonly #facts: Facts;
  readonly #failures: FailureBook;
  readonly #statuses = new Statuses();
  readonly #ended = new AbortController();
  readonly #patience: Patience;
  #watch: ServerWatch | undefined;
  /** Undefined: nothing is decided or said before it is known what is here. */
  #work: Work | undefined;
  #ready: boolean;
  /** Names that the server did not know when it was last asked. */
  #missing = new TwiceInARow();
  /** Names that it knew then, and that nothing here is known by. */
  readonly #strays = new TwiceInARow();
  #turning = false;
  /** Whether the sidecar is to be told once more what it did not take. */
  #retelling = false;

  constructor(parts: AgentParts) {
    this.#parts = parts;
    this.#facts = new Facts(parts);
    this.#failures = new FailureBook(parts, this.#ended.signal, () => this.changed());
    this.#patience = new Patience(parts.settings.handoverDeadline * 1000, this.#ended.signal, () => this.changed());
    this.#ready = parts.ready.was;
  }

  /** Takes stock, and goes on from there; answers when Envoy may start. */
  async start(): Promise<void> {
    const { notes, doors, server, pace, log } = this.#parts;
    const facts = this.#facts;
    const saved = notes.plan();
    if (saved !== undefined && facts.plan === undefined) this.#act(saved);
    const stock = await takeStock(this.#parts, this.#ended.signal);
    if (stock === undefined) return;
    const { live, copies, names, freed, culprit } = stock;
    log('took stock', { live, loaded: Object.keys(names) });
    facts.live = live;
    facts.copies = copies;
    facts.names = names;
    facts.memory.restore(freed);
    for (const name of Object.keys(names)) facts.open.add(name);
    if (culprit !== undefined) this.#blame(culprit);
    await doors.prepare(facts.letIn());
    this.#watch = new ServerWatch(server, pace, live, {
      lives: () => this.#lives(),
      died: () => this.#died(),
      counted: (loaded) => this.#counted(loaded),
      measured: (memory) => this.#measured(memory),
    });
    this.#watch.start();
    void this.#meter();
    void this.#begin(this.#watch);
  }

  /** Takes in what is mounted: a complete plan, or why it is none, which changes nothing but the word on it. */
  adopt({ plan, fault }: MountedPlan<PlannedModel>): void {
    const { notes, log } = this.#parts;
    this.#facts.planFault = fault;
    this.changed();
    if (plan === undefined) {
      log('plan not complete', { reason: fault });
    } else if (plan.digest !== this.#facts.planDigest) {
      this.#act(plan);
      try {
        notes.savePlan(plan);
      } catch (error) {
        log('plan not saved', { reason: String(error) });
      }
    }
  }

  /** Something is not as it was: decides anew, soon. */
  changed(): void {
    if (this.#turning) return;
    this.#turning = true;
    setImmediate(() => {
      this.#turning = false;
      if (!this.#ended.signal.aborted && this.#work !== undefined) this.#turn(this.#work);
    });
  }

  /** Whether the pod counts as ready: once it does, it does for good. */
  get ready(): boolean {
    if (this.#ready || this.#work === undefined) return this.#ready;
    const { place, settings, ready, log } = this.#parts;
    const now = performance.now();
    const patience = settings.runtime.loadTimeout * 1000;
    const { plan, live, copies, tried } = this.#facts;
    this.#ready = isReady({ plan, live, copies, tried, ordinal: place.ordinal, now, patience });
    try {
      if (this.#ready) ready.remember();
    } catch (error) {
      log('readiness not noted', { reason: String(error) });
    }
    return this.#ready;
  }

  /** What on disk does not make way for other artifacts. */
  get artifactsInUse(): readonly Artifact[] {
    return artifactsInUse(this.#facts);
  }

  /** How often something was done. */
  get done(): Done {
    return this.#facts.done;
  }

  get status(): PodStatus | undefined {
    return this.#statuses.last;
  }

  /** The pod is ending: hands all over. Answers when it may end; may be asked again. */
  async drain(signal: AbortSignal): Promise<void> {
    const { settings, doors, pace, log } = this.#parts;
    const facts = this.#facts;
    if (!facts.draining) log('draining');
    facts.draining = true;
    this.changed();
    const end = performance.now() + settings.handoverDeadline * 1000;
    const isHeld = () => facts.copies.some((copy) => isInside(copy) && copy.state !== 'dropping');
    while ((this.#work === undefined || isHeld()) && performance.now() < end && !signal.aborted) {
      await pause(50, signal);
    }
    await waitForCalm(doors, pace.calm, settings.requestTimeout * 1000, signal);
  }

  /** Ends all that it does; the inference server goes on. */
  close(): void {
    const { notes, doors, routers, log } = this.#parts;
    this.#ended.abort();
    this.#watch?.close();
    this.#work?.close();
    doors.close();
    routers.close();
    try {
      if (this.#work !== undefined) notes.cutLoading();
    } catch (error) {
      log('end not noted', { reason: String(error) });
    }
  }

  #act(plan: DecodedShards<PlannedModel>): void {
    const models = this.#facts.adopt(plan);
    this.#failures.adopt(models);
    this.#patience.keep(new Set(models.map(({ current }) => copyKey(current))));
    this.changed();
  }

  /** What is here is said only once Envoy lets it in. */
  async #begin(watch: ServerWatch): Promise<void> {
    const { doors, log, pace } = this.#parts;
    const { signal } = this.#ended;
    const facts = this.#facts;
    let taken = doors.set(facts.letIn());
    // Where there is nothing to let in, nobody waits for Envoy: it may be waiting for the agent.
    while (facts.open.size > 0 && !signal.aborted) {
      const answer = await taken;
      if (answer === 'accepted') break;
      log('routes refused', { reason: answer.rejected });
      await pause(pace.rest.least, signal);
      taken = doors.set(facts.letIn());
    }
    await watch.measure();
    this.#work = new Work(this.#parts, facts, this.#failures, watch, signal, () => this.changed());
    this.changed();
  }

  #turn(work: Work): void {
    const facts = this.#facts;
    const decision = decide(this.#view());
    facts.copies = decision.copies;
    facts.hurry = decision.hurry;
    this.#patience.wait(decision.unproven);
    work.start(decision);
    // Limits may have changed.
    void this.#letIn();
    this.#tell();
  }

  /** Tells the sidecar what to let in, again and again until it takes that. */
  async #letIn(): Promise<void> {
    const { doors, log, pace } = this.#parts;
    const taken = await doors.set(this.#facts.letIn());
    if (taken === 'accepted' || this.#retelling || this.#ended.signal.aborted) return;
    log('routes refused', { reason: taken.rejected });
    this.#retelling = true;
    await pause(pace.count, this.#ended.signal);
    this.#retelling = false;
    this.changed();
  }

  #view(): AgentView {
    const { settings, place, routers } = this.#parts;
    const { plan, live, draining, copies, fetched, memory } = this.#facts;
    const known = routers.routers();
    const used = memory.used(copies);
    return {
      ordinal: place.ordinal,
      capacity: settings.capacity,
      memoryLimit: settings.memory,
      ...(plan !== undefined && { plan }),
      live,
      draining,
      sequence: this.#statuses.next,
      ...(known !== undefined && { routers: known }),
      copies,
      fetched: [...fetched.keys()],
      failures: this.#failures.now(),
      impatient: this.#patience.ended,
      ...(used !== undefined && { used }),
    };
  }

  /** Looks often, and tells now and then: a number of requests in flight is one thing now and another in a moment. */
  async #meter(): Promise<void> {
    const { doors, pace } = this.#parts;
    const meter = new LoadMeter();
    const { signal } = this.#ended;
    for (let samples = 1; !signal.aborted; samples++) {
      const asked = performance.now();
      meter.add(await doors.traffic(), performance.now());
      const took = performance.now() - asked;
      const { load } = meter;
      // What is known no more is told at once: an autoscaler goes by what was said last.
      const isLost = load === undefined && this.#facts.load !== undefined;
      if (isLost || samples % samplesBetweenWords === 0) {
        this.#facts.load = load;
        if (this.#work !== undefined) this.#tell();
      }
      await pause(restOfAsking(took, pace.sample), signal);
    }
  }

  #tell(): void {
    const { settings, place, instance, routers } = this.#parts;
    const { planDigest, planFault, live, draining, memory, load, copies } = this.#facts;
    const told = memory.told(settings.capacity.memory, copies);
    const facts = {
      settings,
      place,
      instance,
      plan: planDigest,
      planFault,
      live,
      draining,
      memory: told,
      load,
      copies,
    };
    const status = this.#statuses.write(facts, new Date());
    if (status !== undefined) routers.send(status);
  }

  #lives(): void {
    this.#parts.log('server lives');
    this.#facts.live = true;
    this.changed();
  }

  #died(): void {
    this.#parts.log('server died');
    this.#facts.live = false;
    this.#lose();
  }

  #measured(memory: number): void {
    this.#facts.memory.measure(memory);
    this.changed();
  }

  /** What it answers for may be less than what it was given: it came back so fast that nobody saw it go. */
  #counted(names: ReadonlySet<string>): void {
    const facts = this.#facts;
    this.#takeOutStrays(names);
    const held = facts.copies.filter(isRoutable).map(({ version }) => loadName(version));
    // What was loaded while it was asked is not in its answer.
    const lost = this.#missing.look(held.filter((name) => !names.has(name)));
    if (lost.size === 0) return;
    this.#parts.log('copies lost', { names: [...lost] });
    if (lost.size === held.length) {
      this.#lose();
      return;
    }
    facts.copies = facts.copies.filter((copy) => !isRoutable(copy) || !lost.has(loadName(copy.version)));
    for (const name of lost) facts.open.delete(name);
    void this.#letIn();
    this.changed();
  }

  /** A load of an earlier run may end after stock was taken, and one that was given up may succeed after all. */
  #takeOutStrays(names: ReadonlySet<string>): void {
    const { server, log } = this.#parts;
    const expected = this.#facts.copies.filter(({ terminal, aborted }) => !terminal && !aborted);
    const known = new Set(expected.map(({ version }) => loadName(version)));
    // What was unloaded while it was asked is still in its answer.
    for (const name of this.#strays.look([...names].filter((name) => !known.has(name)))) {
      log('taken out', { name, reason: 'nothing here is known by it' });
      void server.unload(name);
    }
  }

  /** All copies are gone at once. A load that was under way ends by itself, and knows. */
  #lose(): void {
    const facts = this.#facts;
    facts.life++;
    this.#missing = new TwiceInARow();
    facts.memory.restart();
    facts.copies = facts.copies.filter((copy) => !isInside(copy) || copy.state === 'loading');
    facts.open.clear();
    void this.#letIn();
    this.changed();
  }

  /** The server died, it seems, of a load in an earlier run. */
  #blame(key: string): void {
    const found = this.#facts.named(key);
    if (found === undefined) return;
    const reason = 'the server died while it loaded it';
    this.#failures.add(this.#facts.entry(found.model), { ...found, state: 'loading' }, 'death', reason);
  }
}
