import type { PlannedModel } from '../../../../src/ir/index.ts';
import {
  type AgentView,
  copyKey,
  type Decision,
  decide,
  isInside,
  isRoutable,
  type KnownRouter,
  type LocalCopy,
} from '../../../../src/runtime/agent/decide/index.ts';
import { router, view } from './views.ts';

/** What may happen to a pod. Numbers choose one of those that can: a copy, a router. */
export type PodEvent =
  | { readonly kind: 'plan'; readonly plan: readonly PlannedModel[] }
  /** The plan before, again. */
  | { readonly kind: 'back' }
  | { readonly kind: 'fetched' | 'fetchFailed' | 'loaded' | 'loadFailed' | 'unloaded' | 'rested' }
  | { readonly kind: 'word'; readonly router: number; readonly heeds: boolean; readonly refuge: readonly string[] }
  | { readonly kind: 'abort'; readonly physical: string }
  | { readonly kind: 'died' | 'lives' | 'drains' }
  | { readonly kind: 'routers'; readonly count: number };

/**
 * One pod with a server, a store and routers that do what they are told to do next: the agent's decisions are carried
 * out, and what happens to it comes from outside.
 */
export class SimulatedPod {
  view: AgentView;
  #before: readonly PlannedModel[] = [];
  /** Each decision, with the view that it was made from. */
  readonly seen: { readonly view: AgentView; readonly decision: Decision }[] = [];

  constructor(plan: readonly PlannedModel[], memory: number) {
    this.view = view(plan, { sequence: 1, fetched: [], capacity: { memory }, routers: [router({ seen: 0 })] });
    this.turn();
  }

  turn(): void {
    const decision = decide(this.view);
    this.seen.push({ view: this.view, decision });
    const { copies } = decision;
    const said = JSON.stringify(copies) !== JSON.stringify(this.view.copies);
    const failed = copies.filter(({ terminal, state }) => state === 'fetching' || terminal).map(keyOf);
    const fetched = this.view.fetched.filter(
      (key) => copies.some((copy) => keyOf(copy) === key) && !failed.includes(key),
    );
    this.view = { ...this.view, copies, fetched, sequence: this.view.sequence + (said ? 1 : 0) };
  }

  happen(event: PodEvent): void {
    this.view = this.#after(event);
    this.turn();
  }

  /** Does all that server, store and routers can do for it, until nothing changes any more; false where that never comes. */
  settle(): boolean {
    for (let i = 0; i < 500; i++) {
      const before = JSON.stringify(this.view);
      this.happen({ kind: 'lives' });
      for (const index of this.view.routers?.keys() ?? []) {
        this.happen({ kind: 'word', router: index, heeds: true, refuge: [] });
      }
      for (const kind of ['rested', 'fetched', 'loaded', 'unloaded'] as const) this.happen({ kind });
      if (JSON.stringify(this.view) === before) return true;
    }
    return false;
  }

  #after(event: PodEvent): AgentView {
    const now = this.view;
    switch (event.kind) {
      case 'back':
        return this.#after({ kind: 'plan', plan: this.#before });
      case 'plan': {
        this.#before = now.plan ?? [];
        const named = new Set(event.plan.flatMap(({ current, former }) => [current, ...former].map(copyKey)));
        const failures = Object.fromEntries(Object.entries(now.failures).filter(([key]) => named.has(key)));
        return { ...now, plan: event.plan, failures };
      }
      case 'fetched': {
        const copy = now.copies.find(({ state }) => state === 'fetching');
        return copy ? { ...this.#without(copy), fetched: [...now.fetched, keyOf(copy)] } : now;
      }
      case 'fetchFailed':
        return this.#failed(
          now.copies.find(({ state }) => state === 'fetching'),
          false,
        );
      case 'loadFailed':
        return this.#failed(
          now.copies.find(({ state }) => state === 'loading'),
          true,
        );
      case 'loaded': {
        const copy = now.copies.find(({ state }) => state === 'loading');
        if (copy === undefined) return now;
        const { [keyOf(copy)]: _, ...failures } = now.failures;
        const copies = now.copies.map((one): LocalCopy => (one === copy ? { ...one, state: 'ready' } : one));
        return { ...now, copies, failures };
      }
      case 'unloaded': {
        const copy = now.copies.find(({ state }) => state === 'dropping');
        return copy ? this.#without(copy) : now;
      }
      case 'rested': {
        const rested = Object.entries(now.failures).map(([key, { resting: _, ...failure }]) => [key, failure] as const);
        return { ...now, failures: Object.fromEntries(rested) };
      }
      case 'word': {
        const { routers = [] } = now;
        const spoken = routers.map((one, index): KnownRouter => {
          if (index !== event.router % routers.length) return one;
          const leaving = now.copies.filter(({ state }) => state === 'leaving').map(({ version }) => version.physical);
          const waiting = now.copies.filter(({ state }) => state === 'waiting').map(({ version }) => version.physical);
          const word = { ...(one.word ?? router({}).word), seen: now.sequence - 1, refuge: event.refuge };
          return router({ ...word, released: event.heeds ? leaving : [], ...(event.heeds && { proven: waiting }) });
        });
        return { ...now, routers: spoken };
      }
      case 'abort':
        return {
          ...now,
          routers:
            now.routers?.map(({ word }) =>
              word ? { word: { ...word, aborted: [{ physical: event.physical, reason: 'another pod' }] } } : {},
            ) ?? [],
        };
      case 'died':
        return { ...now, live: false, copies: now.copies.filter((copy) => !isInside(copy)) };
      case 'lives':
        return { ...now, live: true };
      case 'drains':
        return { ...now, draining: true };
      case 'routers':
        return { ...now, routers: Array.from({ length: event.count }, (_, index) => now.routers?.[index] ?? {}) };
    }
  }

  #failed(copy: LocalCopy | undefined, loading: boolean): AgentView {
    if (copy === undefined) return this.view;
    const key = keyOf(copy);
    // The second failure to load is final.
    const terminal = loading && this.view.failures[key]?.reason === 'refused';
    const failure = terminal
      ? ({ reason: 'refused', terminal: true } as const)
      : ({ reason: loading ? 'refused' : 'no store', resting: true } as const);
    const rest = this.#without(copy);
    return { ...rest, failures: { ...rest.failures, [key]: failure } };
  }

  #without(gone: LocalCopy): AgentView {
    return { ...this.view, copies: this.view.copies.filter((copy) => copy !== gone) };
  }
}

export function keyOf({ version }: LocalCopy): string {
  return copyKey(version);
}

export { isInside, isRoutable };
