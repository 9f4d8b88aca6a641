import type { CopyStatus, PlannedModel, RoutedModel } from '../../../src/ir/index.ts';
import { copyKey, decide, isInside, type LocalCopy } from '../../../src/runtime/agent/decide/index.ts';
import {
  type Decisions,
  decideAll,
  leadsTo,
  type RouteTable,
  type SeenPod,
  timedModels,
  wordsOf,
} from '../../../src/runtime/router/handover/index.ts';
import {
  type AgentState,
  type Case,
  type Link,
  plannedModel,
  type RouterState,
  routedModel,
  type Word,
} from './world.ts';

/** What an agent does from its state. */
export interface AgentStep {
  readonly copies: readonly LocalCopy[];
  readonly said: number;
  readonly drops: boolean;
}

/** What a router does from its state. */
export interface RouterStep {
  readonly table: number;
  /** By agent. Null: nothing is said to it. */
  readonly words: readonly (Omit<Word, 'seen'> | null)[];
  readonly renew: readonly number[];
  /** Models whose time runs: of a handover, and of a standstill. */
  readonly underWay: readonly string[];
  readonly inTheWay: readonly string[];
}

const since = '';

/** The real rules of agents and routers over the small states of a case. The same state is decided once. */
export class Rules {
  readonly planned: readonly (readonly PlannedModel[])[];
  readonly routed: readonly (readonly RoutedModel[])[];
  readonly #case: Case;
  readonly #fetched: readonly string[];
  readonly #agentSteps = new Map<string, AgentStep>();
  readonly #routerSteps = new Map<string, RouterStep>();
  readonly #statuses: (readonly CopyStatus[])[] = [];
  readonly #statusIds = new Map<string, number>();
  readonly #tables: RouteTable[] = [];
  readonly #tableIds = new Map<string, number>();

  constructor(one: Case) {
    this.#case = one;
    this.planned = one.plans.map(({ models }) => models.map(plannedModel));
    this.routed = one.plans.map(({ models }) => models.map(routedModel));
    this.#fetched = [
      ...new Set(this.planned.flat().flatMap(({ current, former }) => [current, ...former].map(copyKey))),
    ];
  }

  /** What the agent of a pod decides; its next status has the next sequence. */
  agent(ordinal: number, agent: AgentState, links: readonly Link[]): AgentStep {
    const routers = links.flatMap(({ open, word }, router) =>
      open || agent.named[router] ? [word === null ? {} : { word: fullWord(word) }] : [],
    );
    const { plan, copies, failures, draining, sequence } = agent;
    const key = JSON.stringify([ordinal, plan, copies, failures, draining, sequence, routers]);
    const known = this.#agentSteps.get(key);
    if (known !== undefined) return known;
    const decision = decide({
      ordinal,
      capacity: { memory: this.#case.capacity },
      memoryLimit: 1_000,
      plan: this.planned[plan] ?? [],
      live: true,
      draining,
      sequence: sequence + 1,
      routers,
      copies,
      fetched: this.#fetched,
      failures,
    });
    // Reasons are for people; what is kept of them is what the router passes on.
    const kept = decision.copies.map(({ reason, ...copy }) => (copy.terminal ? { ...copy, reason: 'bad' } : copy));
    const step = { copies: kept, said: this.#say(kept), drops: decision.drop.length > 0 };
    this.#agentSteps.set(key, step);
    return step;
  }

  /** What a router that has a plan and has waited for pods decides. */
  router(router: RouterState): RouterStep {
    const { plan, overdue, stalled, pods, accepted, pending } = router;
    const seen = pods.map((pod) => pod && [pod.said, pod.draining, pod.connected, pod.released]);
    const key = JSON.stringify([plan, overdue, stalled, seen, accepted, pending]);
    const known = this.#routerSteps.get(key);
    if (known !== undefined) return known;
    const seenPods = pods.flatMap((pod, ordinal): readonly SeenPod[] =>
      pod === null
        ? []
        : [
            {
              ...podOf(ordinal),
              draining: pod.draining,
              connected: pod.connected,
              released: new Set(pod.released),
              copies: this.#statuses[pod.said] ?? [],
            },
          ],
    );
    const entries = this.routed[plan] ?? [];
    const times = { overdue: new Set(overdue), stalled: new Set(stalled), stranded: new Set<string>() };
    const given = pending === null ? [] : [this.table(pending)];
    const current = accepted === null ? undefined : [this.table(accepted), ...given];
    const decisions: Decisions = decideAll(entries, seenPods, times);
    const { words, renew } = wordsOf(entries, seenPods, decisions, current);
    const byOrdinal = new Map([...words].map(([{ ordinal }, word]) => [ordinal, word]));
    const { underWay, inTheWay } = timedModels(decisions);
    const step: RouterStep = {
      table: this.#tableId(decisions.routes),
      words: pods.map((_pod, ordinal) => {
        const word = byOrdinal.get(ordinal);
        if (word === undefined) return null;
        return {
          released: word.released,
          aborted: word.aborted.map(({ physical }) => physical),
          refuge: word.refuge,
          proven: word.proven ?? [],
        };
      }),
      renew: renew.map(({ ordinal }) => ordinal),
      underWay: [...underWay],
      inTheWay: [...inTheWay],
    };
    this.#routerSteps.set(key, step);
    return step;
  }

  table(id: number): RouteTable {
    return this.#tables[id] ?? new Map();
  }

  /** Whether a table leads, for a model, to a copy that is really let in. */
  leadsToOne(table: RouteTable, model: string, agents: readonly AgentState[]): boolean {
    const route = table.get(model);
    if (route === undefined) return false;
    return agents.some(({ copies }, ordinal) =>
      copies.some(
        (copy) =>
          copy.model === model &&
          (copy.state === 'ready' || copy.state === 'leaving') &&
          leadsTo(route, { pod: { ...podOf(ordinal), connected: true, released: new Set() }, status: statusOf(copy) }),
      ),
    );
  }

  /** Physical names that a status calls leaving. */
  leaving(said: number): ReadonlySet<string> {
    const copies = this.#statuses[said] ?? [];
    return new Set(copies.filter(({ state }) => state === 'leaving').map(({ physical }) => physical));
  }

  /** What a status says of copies that nobody has heard of yet. */
  say(copies: readonly LocalCopy[]): number {
    return this.#say(copies);
  }

  #say(copies: readonly LocalCopy[]): number {
    const said = copies.map(statusOf);
    const key = JSON.stringify(said);
    const known = this.#statusIds.get(key);
    if (known !== undefined) return known;
    this.#statusIds.set(key, this.#statuses.length);
    return this.#statuses.push(said) - 1;
  }

  #tableId(table: RouteTable): number {
    const key = JSON.stringify([...table.values()].map(({ reason: _, ...route }) => route));
    const known = this.#tableIds.get(key);
    if (known !== undefined) return known;
    this.#tableIds.set(key, this.#tables.length);
    return this.#tables.push(table) - 1;
  }
}

export function statusOf({ model, version, state, reason, terminal, forRoom }: LocalCopy): CopyStatus {
  const { physical, loadedAs } = version;
  return {
    model,
    physical,
    ...(loadedAs !== undefined && { loadedAs }),
    state,
    since,
    ...(reason !== undefined && { reason }),
    ...(terminal && { terminal }),
    ...(forRoom && { forRoom }),
  };
}

/** Whether a pod still holds anything. */
export function holdsAny({ copies }: AgentState): boolean {
  return copies.some(isInside);
}

function fullWord({ seen, released, aborted, refuge, proven }: Word) {
  return { seen, released, aborted: aborted.map((physical) => ({ physical, reason: 'bad' })), refuge, proven };
}

function podOf(ordinal: number): Omit<SeenPod, 'connected' | 'released'> {
  return {
    version: 1,
    environment: 'test',
    server: 'cpu',
    ordinal,
    pod: `cpu-${ordinal}`,
    instance: '',
    sequence: 0,
    address: { host: `10.0.0.${ordinal}`, port: 1 },
    live: true,
    draining: false,
    memory: { capacity: 0, planned: 0, peak: 0 },
    copies: [],
  };
}
