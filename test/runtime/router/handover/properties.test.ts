import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CopyState, CopyStatus, RoutedModel } from '../../../../src/ir/index.ts';
import {
  decideAll,
  type Handover,
  leadsTo,
  type SeenPod,
  wordsOf,
} from '../../../../src/runtime/router/handover/index.ts';
import { aCopy, aRouted } from '../../../support/fake-agent.ts';
import { aPod, noTimes } from './seen.ts';

const names = ['a', 'b', 'c'];
const states: readonly CopyState[] = ['waiting', 'fetching', 'loading', 'ready', 'leaving', 'dropping', 'failed'];
const ordinals = [0, 1, 2, 3];

const anEntry = (name: string): fc.Arbitrary<RoutedModel> =>
  fc
    .record({
      version: fc.constantFrom(1, 2, 3),
      at: fc.subarray(ordinals, { minLength: 1 }),
      update: fc.constantFrom('surge' as const, 'recreate' as const),
      mayInterrupt: fc.boolean(),
      refuge: fc.option(fc.constantFrom(...ordinals), { nil: undefined }),
    })
    .map(({ version, at, update, mayInterrupt, refuge }) =>
      aRouted({
        name,
        physical: `${name}-${version}`,
        former: [1, 2].filter((former) => former < version).map((former) => `${name}-${former}`),
        at,
        update,
        ...(mayInterrupt && { mayInterrupt }),
        ...(refuge !== undefined && !at.includes(refuge) && { refuge }),
      }),
    );

const aPlan = fc.subarray(names).chain((some) => fc.tuple(...some.map(anEntry)));

const aSeen = (ordinal: number): fc.Arbitrary<SeenPod> =>
  fc
    .record({
      copies: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...names),
          version: fc.constantFrom(1, 2, 3),
          state: fc.constantFrom(...states),
          flagged: fc.boolean(),
        }),
        { selector: ({ name, version }) => `${name}-${version}`, maxLength: 6 },
      ),
      connected: fc.boolean(),
      draining: fc.boolean(),
      released: fc.boolean(),
    })
    .map(({ copies, connected, draining, released }) =>
      aPod(
        ordinal,
        copies.map(({ name, version, state, flagged }) => aCopy(name, version, state, flagged ? flagOf(state) : {})),
        {
          connected,
          draining,
          released: new Set(
            released
              ? copies.filter(({ state }) => state === 'leaving').map(({ name, version }) => `${name}-${version}`)
              : [],
          ),
        },
      ),
    );

function flagOf(state: CopyState): Partial<CopyStatus> {
  return state === 'failed' ? { terminal: true } : state === 'waiting' ? { forRoom: true } : {};
}

const somePods = fc.subarray(ordinals).chain((some) => fc.tuple(...some.map(aSeen)));
const someTimes = fc
  .record({ overdue: fc.subarray(names), stalled: fc.subarray(names), stranded: fc.subarray(ordinals) })
  .map(({ overdue, stalled, stranded }) => ({
    overdue: new Set(overdue),
    stalled: new Set(stalled),
    stranded: new Set(stranded.map((ordinal) => `cpu/${ordinal}`)),
  }));
const someStandstills = fc.subarray(names).map((stalled) => ({ ...noTimes, stalled: new Set(stalled) }));

test('the order of pods, of their copies and of the plan does not matter', () => {
  fc.assert(
    fc.property(aPlan, somePods, someTimes, (plan, pods, times) => {
      const decisions = decideAll(plan, pods, times);
      const turned = pods.map((pod) => ({ ...pod, copies: pod.copies.toReversed() })).toReversed();
      const again = decideAll(plan.toReversed(), turned, times);
      const plain = ({ needed, ...rest }: Handover) => ({ ...rest, needed: needed.map(({ pod }) => pod.ordinal) });
      expect(new Map([...again.models].map(([name, one]) => [name, plain(one)]))).toEqual(
        new Map([...decisions.models].map(([name, one]) => [name, plain(one)])),
      );
      const words = wordsOf(plan, pods, decisions, [decisions.routes]).words;
      const wordsAgain = wordsOf(plan.toReversed(), turned, again, [again.routes]).words;
      const byOrdinal = (all: typeof words) => new Map([...all].map(([{ ordinal }, word]) => [ordinal, word]));
      expect(byOrdinal(wordsAgain)).toEqual(byOrdinal(words));
    }),
    { numRuns: 1_000 },
  );
});

test('every model of the plan has a route, to copies that let requests in; one that has such a copy is not without', () => {
  fc.assert(
    fc.property(aPlan, somePods, someStandstills, (plan, pods, times) => {
      const { routes, models, copies } = decideAll(plan, pods, times);
      expect([...routes.keys()]).toEqual(plan.map(({ name }) => name));
      for (const [name, route] of routes) {
        const routable = (copies.get(name) ?? []).filter(
          ({ status: { state } }) => state === 'ready' || state === 'leaving',
        );
        const leads = route.leads.length + route.reserve.length;
        expect(routable.filter((copy) => leadsTo(route, copy))).toHaveLength(leads);
        expect(new Set([...route.leads, ...route.reserve].map(({ physical }) => physical)).size).toBeLessThan(2);
        expect(route.reason === undefined).toBe(leads > 0);
        if (routable.length > 0 && !models.get(name)?.mayInterrupt) expect(leads).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('at most one copy of a model makes way at a time', () => {
  fc.assert(
    fc.property(aPlan, somePods, someStandstills, (plan, pods, times) => {
      const { routes, models, copies } = decideAll(plan, pods, times);
      for (const [name, { serving, staying }] of models) {
        if (serving === undefined || staying > 0) continue;
        const route = routes.get(name);
        const of = (copies.get(name) ?? []).filter(
          ({ status: { physical, state } }) => physical === serving && (state === 'ready' || state === 'leaving'),
        );
        const kept = of.filter((copy) => !leadsTo(route, copy));
        expect(kept.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what is released is not led to, and another copy that stays or cannot go by itself is, unless it may be missed', () => {
  fc.assert(
    fc.property(aPlan, somePods, someStandstills, aPlan, somePods, (plan, pods, times, otherPlan, otherPods) => {
      const decisions = decideAll(plan, pods, times);
      const given = decideAll(otherPlan, otherPods, noTimes).routes;
      for (const current of [[decisions.routes], [given], [decisions.routes, given]]) {
        for (const [pod, { released }] of wordsOf(plan, pods, decisions, current).words) {
          for (const physical of released) {
            const status = pod.copies.find((copy) => copy.physical === physical);
            if (status === undefined) throw new Error('released what is not there');
            expect(status.state).toBe('leaving');
            for (const table of [...current, decisions.routes]) {
              expect(leadsTo(table.get(status.model), { pod, status })).toBe(false);
            }
            const decided = decisions.models.get(status.model);
            if (decided === undefined || decided.mayInterrupt) continue;
            const others = (decisions.copies.get(status.model) ?? []).filter(
              (other) =>
                other.pod.connected &&
                (other.status.state === 'ready' ||
                  (other.status.state === 'leaving' && !other.pod.released.has(other.status.physical))) &&
                [...current, decisions.routes].every((table) => leadsTo(table.get(status.model), other)),
            );
            expect(others.length).toBeGreaterThan(0);
          }
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
