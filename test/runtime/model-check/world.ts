import type { PlannedModel, RoutedModel, Version } from '../../../src/ir/index.ts';
import type { Failure, LocalCopy } from '../../../src/runtime/agent/decide/index.ts';

/** All that can differ between two moments, as plain data: two worlds with the same text are the same. */
export interface World {
  readonly agents: readonly AgentState[];
  readonly routers: readonly RouterState[];
  /** By agent, then router. */
  readonly links: readonly (readonly Link[])[];
  /** How often what may happen from outside has still to be tried. */
  readonly budget: Budget;
}

export interface Budget {
  readonly agentRestarts: number;
  readonly routerRestarts: number;
  readonly rejections: number;
  /** Of loads of a version that can fail. */
  readonly failures: number;
  readonly drains: number;
  readonly newRouters: number;
}

export interface AgentState {
  /** Index of the plan it acts on. */
  readonly plan: number;
  readonly copies: readonly LocalCopy[];
  readonly failures: Readonly<Record<string, Failure>>;
  /** Sequence of the last status. */
  readonly sequence: number;
  /** What that status said of the copies: an index into all that were ever said. */
  readonly said: number;
  readonly draining: boolean;
  /** Whether DNS has told it of each router. */
  readonly named: readonly boolean[];
}

export interface RouterState {
  readonly on: boolean;
  /** Index of the plan it acts on; -1: it has none. */
  readonly plan: number;
  readonly isSettled: boolean;
  readonly overdue: readonly string[];
  readonly stalled: readonly string[];
  /** By agent: what it knows of its pod. Null: nothing. */
  readonly pods: readonly (SeenState | null)[];
  /** Indices of routing tables. Those of this run; what its Envoy has outlasts it. */
  readonly pending: number | null;
  readonly next: number | null;
  readonly offered: number | null;
  readonly accepted: number | null;
  readonly envoy: number | null;
  /** What it knew when it last gave its Envoy something, which outlasts it. */
  readonly saved: readonly (SeenState | null)[];
}

export interface SeenState {
  readonly sequence: number;
  readonly said: number;
  readonly draining: boolean;
  readonly connected: boolean;
  readonly released: readonly string[];
  readonly word: string;
}

export interface Word {
  readonly seen: number;
  readonly released: readonly string[];
  readonly aborted: readonly string[];
  readonly refuge: readonly string[];
  readonly proven: readonly string[];
}

export interface Sent {
  readonly sequence: number;
  readonly said: number;
  readonly draining: boolean;
}

/** One stream. What is on the wire comes first; of what waits behind it only the newest is there. */
export interface Link {
  /** Whether the agent holds it. */
  readonly open: boolean;
  /** Whether the router has ended it, of which the agent does not know yet. */
  readonly ended: boolean;
  /** Whether what the router knows of the pod came on this stream. */
  readonly bound: boolean;
  readonly up: readonly Sent[];
  readonly down: readonly Word[];
  readonly word: Word | null;
}

export const noLink: Link = { open: false, ended: false, bound: false, up: [], down: [], word: null };

/** One small fleet and what happens to it. */
export interface Case {
  readonly name: string;
  readonly pods: number;
  readonly routers: number;
  /** Room for models on each pod, in MiB; each version takes 1 unless it says otherwise. */
  readonly capacity: number;
  /** The first is what runs at the beginning. */
  readonly plans: readonly PlanOfCase[];
  readonly budget?: Partial<Budget>;
  /** Physical names of versions whose load fails for good, once. */
  readonly bad?: readonly string[];
  /** Models that are named as interrupted. */
  readonly mayInterrupt?: readonly string[];
  /** Whether the newest plan comes everywhere before a deadline passes. Absent: it need not. */
  readonly plansAreQuick?: true;
  /** Whether an end need not be the plan: only that nothing is let fall is shown. Absent: it must be. */
  readonly mayEndAnywhere?: true;
  /** Physical names that may also be at all places of the last plan at the end. Absent: none but what it plans. */
  readonly ends?: readonly string[];
}

export interface PlanOfCase {
  readonly models: readonly ModelOfCase[];
}

export interface ModelOfCase {
  readonly name: string;
  readonly version: number;
  readonly at: readonly number[];
  readonly former?: readonly number[];
  readonly spare?: readonly number[];
  readonly refuge?: number;
  readonly update?: 'surge' | 'recreate' | 'inPlace';
  readonly mayInterrupt?: true;
}

const digest = 'sha256:00';

function version({ name, update }: ModelOfCase, number: number): Version {
  return {
    physical: `${name}-${number}`,
    ...(update === 'inPlace' && { loadedAs: name }),
    artifact: { uri: `s3://${name}/${number}`, store: 's', format: 'sklearn', digest },
    memory: 1,
    peak: 1,
  };
}

export function plannedModel(model: ModelOfCase): PlannedModel {
  const { name, at, spare = [], refuge, update = 'surge', former = [], mayInterrupt } = model;
  return {
    name,
    current: version(model, model.version),
    former: former.map((number) => version(model, number)),
    at,
    spare,
    ...(refuge !== undefined && { refuge }),
    residency: 'always',
    update,
    ...(mayInterrupt && { mayInterrupt }),
    limits: {},
  };
}

export function routedModel(model: ModelOfCase): RoutedModel {
  const { name, at, spare = [], refuge, update = 'surge', former = [], mayInterrupt } = model;
  const { physical, loadedAs } = version(model, model.version);
  return {
    kind: 'model',
    name,
    physical,
    ...(loadedAs !== undefined && { loadedAs }),
    former: former.map((number) => version(model, number).physical),
    server: 'cpu',
    at,
    spare,
    ...(refuge !== undefined && { refuge }),
    idempotent: true,
    residency: 'always',
    update,
    ...(mayInterrupt && { mayInterrupt }),
  };
}
