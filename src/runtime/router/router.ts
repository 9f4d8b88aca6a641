import type { FleetStatus, HostPort, RoutedModel, RouterSettings } from '../../ir/index.ts';
import type { Log } from '../log.ts';
import type { Metric } from '../metrics/index.ts';
import type { MountedPlan } from '../mount/index.ts';
import type { AgentServerEvents } from '../stream/index.ts';
import { Deadlines } from './deadlines.ts';
import { addressesOf } from './endpoints.ts';
import { FleetLog } from './fleet-log.ts';
import {
  type Decisions,
  decideAll,
  isSameAddress,
  placeOf,
  type RouteTable,
  timedModels,
  wordsOf,
} from './handover/index.ts';
import { KnownPods } from './known-pods.ts';
import { LostPods } from './lost-pods.ts';
import { Pacer } from './pacer.ts';
import type { GoodPlan, PlanFile } from './plan-file.ts';
import type { PodsFile } from './pods-file.ts';
import type { Publication, Publisher } from './publisher.ts';
import { routerMetrics } from './router-metrics.ts';
import { type Said, wordFor } from './said.ts';
import { type ServerLoad, serverLoad } from './server-load.ts';
import { Watchers } from './watchers.ts';

/** How long the pods that a plan requires are waited for before anything is decided, in milliseconds. */
const patience = 10_000;

/** What Envoy did not take is offered again after so many milliseconds, though nothing has changed. */
const tryAgain = 10_000;

/**
 * A pod that has been ending for so long, in milliseconds, does so under the newest plan: one that moves its models would
 * have been mounted by now.
 */
const planTravel = 100_000;

/**
 * After so many milliseconds every agent has found this router: they ask DNS every second, and name servers may keep an
 * answer for half a minute.
 */
const hearing = 60_000;

/** How many pods may answer for what concerns no model. */
const anyPodsLimit = 8;

export interface RouterParts {
  readonly settings: RouterSettings;
  /** Name of the gateway's pod. */
  readonly pod: string;
  /** Names this run. */
  readonly instance: string;
  readonly log: Log;
  readonly planFile: PlanFile;
  readonly podsFile: PodsFile;
  /** @param changed is to be called when Envoy has accepted or refused something */
  readonly publisher: (changed: () => void) => Publisher;
  /** Whether an Envoy of this pod has had routes of a complete plan before, and how to remember that. */
  readonly served: { readonly before: boolean; readonly remember: () => void };
  readonly clock?: () => number;
}

/** One router: from its plan and what agents say to what its Envoy does, and to what agents are told. */
export class Router {
  readonly #parts: RouterParts;
  readonly #pods = new KnownPods();
  readonly #publisher: Publisher;
  readonly #pacer = new Pacer(() => this.#decide());
  readonly #handovers: Deadlines;
  /** Models that stand still in the way of others. */
  readonly #standstills: Deadlines;
  readonly #endings = new Deadlines(planTravel);
  readonly #lost: LostPods;
  readonly #fleet = new FleetLog();
  readonly #watchers = new Watchers();
  readonly #said: Said = new WeakMap();
  readonly #clock: () => number;
  readonly #begun: number;
  #plan: GoodPlan | undefined;
  #planFault: string | undefined;
  /** The plan that the decisions were made by: the newest may have come since. */
  #decidedBy: GoodPlan | undefined;
  #isSettled = false;
  #decisions: Pick<Decisions, 'models' | 'routes'> | undefined;
  #offered: Publication | undefined;
  #isReady: boolean;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: RouterParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? (() => performance.now());
    this.#begun = this.#clock();
    this.#isReady = parts.served.before;
    this.#handovers = new Deadlines(parts.settings.handoverDeadline * 1_000);
    this.#standstills = new Deadlines(parts.settings.handoverDeadline * 1_000);
    this.#plan = parts.planFile.read();
    this.#pods.recall(parts.podsFile.read());
    this.#publisher = parts.publisher(() => this.#pacer.ask());
    this.#lost = new LostPods(
      () => this.#pods.all(),
      (pod) => {
        parts.log('pod gone', { pod: pod.pod });
        this.#pods.remove(pod);
        this.#pacer.ask();
      },
    );
  }

  /** Whether Envoy has routes that were computed from a complete plan. */
  get ready(): boolean {
    return this.#isReady;
  }

  /** For the server that agents hold their streams to. */
  get events(): AgentServerEvents {
    return {
      status: (stream, status) => {
        if (this.#pods.hear(stream, status)) this.#pacer.ask();
      },
      gone: (stream) => {
        if (this.#pods.lose(stream)) this.#pacer.ask();
      },
      fleet: () => JSON.stringify(this.status()),
      watchFleet: (changed) => this.#watchers.add(changed),
    };
  }

  /** Takes in what is mounted: a complete plan counts, anything else leaves the one it has. */
  adopt({ plan, fault }: MountedPlan<RoutedModel>): void {
    const { log, planFile } = this.#parts;
    this.#planFault = fault;
    if (plan === undefined) {
      log('plan not complete', { reason: fault });
    } else if (plan.digest !== this.#plan?.digest) {
      log('plan', { digest: plan.digest, models: plan.entries.length });
      this.#plan = { digest: plan.digest, entries: plan.entries };
      this.#keep(() => planFile.write({ digest: plan.digest, entries: plan.entries }));
    }
    this.#pacer.ask();
  }

  /** Writes what Envoy starts with and begins to decide. */
  start(): void {
    const routes = new Map(
      this.#models().map(({ name, idempotent }) => [
        name,
        { name, idempotent, leads: [], reserve: [], reason: 'the gateway is starting' },
      ]),
    );
    this.#publisher.prepare(routes);
    this.#pacer.ask();
  }

  /** What this router knows of the whole environment. */
  status(): FleetStatus {
    const { settings, pod } = this.#parts;
    const fault = this.#publisher.fault;
    const facts = this.#facts();
    return {
      version: 1,
      environment: settings.environment,
      router: pod,
      at: new Date().toISOString(),
      ...(this.#decidedBy !== undefined && { plan: this.#decidedBy.digest }),
      ...(this.#planFault !== undefined && { planFault: this.#planFault }),
      ...(fault !== undefined && { routesFault: fault }),
      ...(facts === undefined
        ? { models: [], pods: this.#pods.all().map(({ released: _, ...known }) => known) }
        : this.#fleet.status(facts)),
    };
  }

  /** What all pods of a server have to do together; or why that is not known. */
  load(server: string): ServerLoad | string {
    return serverLoad(server, this.#pods.loads(), this.#hasHeardAll);
  }

  metrics(): readonly Metric[] {
    return routerMetrics({
      ready: this.#isReady,
      planFault: this.#planFault !== undefined,
      routesFault: this.#publisher.fault !== undefined,
      models: this.#fleet.standings,
      pods: this.#pods.loads(),
      settled: this.#hasHeardAll,
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#pacer.close();
    this.#lost.close();
    this.#publisher.close();
    this.#watchers.close();
  }

  /** What is kept for a later run is a help: where the disk is full, this one goes on without. */
  #keep(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#parts.log('not kept', { reason: String(error) });
    }
  }

  #models(plan = this.#plan): readonly RoutedModel[] {
    return (plan?.entries ?? []).filter(({ kind }) => kind === 'model');
  }

  /** All that is decided anew whenever anything has changed. */
  #decide(): void {
    const now = this.#clock();
    if (this.#plan === undefined || !this.#mayDecide(now)) {
      this.#again(Math.min(1_000, patience));
      return;
    }
    const pods = this.#pods.all();
    const models = this.#models();
    this.#endings.keep(new Set(pods.filter(({ draining }) => draining).map(placeOf)), now);
    const before = this.#decisions?.routes;
    const times = {
      overdue: this.#handovers.over(now),
      stalled: this.#standstills.over(now),
      stranded: this.#endings.over(now),
    };
    const decisions = decideAll(models, pods, times, before);
    this.#decisions = { models: decisions.models, routes: decisions.routes };
    this.#decidedBy = this.#plan;
    const { underWay, inTheWay } = timedModels(decisions);
    this.#handovers.keep(underWay, now);
    this.#standstills.keep(inTheWay, now);
    this.#offer(decisions.routes);
    this.#speak(decisions);
    if (this.#publisher.accepted !== undefined && !this.#isReady) {
      this.#isReady = true;
      this.#keep(() => this.#parts.served.remember());
    }
    const facts = this.#facts();
    if (facts !== undefined) this.#fleet.note(facts, new Date().toISOString());
    this.#watchers.tell();
    const waits = [this.#handovers, this.#standstills, this.#endings]
      .map((deadlines) => deadlines.next(now))
      .filter((wait) => wait !== undefined);
    const retry = this.#publisher.fault === undefined ? [] : [tryAgain];
    this.#again(Math.min(...waits, ...retry, 60_000));
  }

  #again(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pacer.ask(), wait);
  }

  /** Whether each pod that the plan requires has been heard, or was waited for long enough. */
  #mayDecide(now: number): boolean {
    if (this.#isSettled) return true;
    const connected = this.#pods.all().filter((pod) => pod.connected);
    const heard = new Set(connected.map(placeOf));
    const isHeard = ({ server, at }: RoutedModel): boolean =>
      at.every((ordinal) => heard.has(placeOf({ server, ordinal })));
    this.#isSettled = now - this.#begun >= patience || this.#models().every(isHeard);
    return this.#isSettled;
  }

  #offer(routes: RouteTable): void {
    const all = this.#pods.all();
    const anyPods = all.filter(({ connected, live, draining }) => connected && live && !draining);
    const publication = {
      routes,
      pods: addressesOf(all),
      anyPods: addressesOf(anyPods).slice(0, anyPodsLimit),
    };
    const isSame =
      this.#offered !== undefined &&
      this.#offered.routes === routes &&
      isSameAddresses(this.#offered.pods, publication.pods) &&
      isSameAddresses(this.#offered.anyPods, publication.anyPods);
    const isDue =
      this.#publisher.faultSince !== undefined && performance.now() - this.#publisher.faultSince >= tryAgain;
    if (isSame && !isDue) return;
    this.#offered = publication;
    // Before Envoy has the routes: whoever starts anew must know at least the pods that they lead to.
    this.#keep(() => this.#parts.podsFile.write(all));
    this.#publisher.offer(publication);
  }

  #speak(decisions: Decisions): void {
    const { words, renew } = wordsOf(this.#models(), this.#pods.all(), decisions, this.#publisher.current);
    const { instance } = this.#parts;
    for (const [pod, content] of words) {
      const stream = this.#pods.streamOf(pod);
      if (stream === undefined) continue;
      const word = wordFor(this.#said, stream, {
        version: 1,
        router: instance,
        seen: pod.sequence,
        ...(this.#plan !== undefined && { plan: this.#plan.digest }),
        ...content,
      });
      if (word === undefined) continue;
      this.#pods.tell(pod, word.released);
      stream.say(word);
    }
    for (const pod of renew) {
      this.#parts.log('stream renewed', { pod: pod.pod, reason: 'what it was told to let go is needed' });
      this.#pods.streamOf(pod)?.end();
    }
  }

  get #hasHeardAll(): boolean {
    return this.#clock() - this.#begun >= hearing;
  }

  #facts() {
    if (this.#decisions === undefined) return undefined;
    return {
      plan: this.#models(this.#decidedBy),
      decisions: this.#decisions,
      accepted: this.#publisher.accepted,
      pods: this.#pods.all(),
    };
  }
}

function isSameAddresses(a: readonly HostPort[], b: readonly HostPort[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return other !== undefined && isSameAddress(one, other);
    })
  );
}
