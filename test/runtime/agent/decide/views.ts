import type { PlannedModel, Version } from '../../../../src/ir/index.ts';
import type { AgentView, KnownRouter, LocalCopy } from '../../../../src/runtime/agent/decide/index.ts';
import { copyKey } from '../../../../src/runtime/agent/decide/index.ts';

/** Views in few words. */

/** A version whose physical name is `model-number`. */
export function version(model: string, number: number, change: Partial<Version> = {}): Version {
  return {
    physical: `${model}-${number}`,
    artifact: { uri: `s3://example-models/${model}/${number}`, store: 'artifacts', format: 'sklearn' },
    memory: 100,
    peak: 100,
    ...change,
  };
}

/** An entry for ordinal 0 with version 1 and none before it. */
export function planned(name: string, change: Partial<PlannedModel> = {}): PlannedModel {
  return {
    name,
    current: version(name, 1),
    former: [],
    at: [0],
    spare: [],
    residency: 'always',
    update: 'surge',
    limits: {},
    ...change,
  };
}

export function copy(
  model: string,
  number: number,
  state: LocalCopy['state'],
  change: Partial<LocalCopy> = {},
): LocalCopy {
  return {
    model,
    version: version(model, number),
    state,
    ...(state === 'leaving' && { leavingAt: 1 }),
    ...change,
  };
}

/** A router whose word is up to date, but for what is given. */
export function router(change: Partial<NonNullable<KnownRouter['word']>> = {}): KnownRouter {
  return { word: { seen: 100, released: [], aborted: [], refuge: [], ...change } };
}

/** Ordinal 0 of a live server with room for ten models of the usual size, one router, and all artifacts at hand. */
export function view(plan: readonly PlannedModel[], change: Partial<AgentView> = {}): AgentView {
  return {
    ordinal: 0,
    capacity: { memory: 1000 },
    memoryLimit: 2000,
    plan,
    live: true,
    draining: false,
    sequence: 7,
    routers: [router()],
    copies: [],
    fetched: plan.flatMap(({ current, former }) => [current, ...former].map(copyKey)),
    failures: {},
    ...change,
  };
}
