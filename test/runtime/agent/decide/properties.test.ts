import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlannedModel } from '../../../../src/ir/index.ts';
import { decide, isInside, isRoutable, type LocalCopy } from '../../../../src/runtime/agent/decide/index.ts';
import { keyOf, type PodEvent, SimulatedPod } from './simulated-pod.ts';
import { planned, version } from './views.ts';

/** Room for three models, and for a load on top where one of them has gone. */
const capacity = 320;

const aModel = (name: string): fc.Arbitrary<PlannedModel> =>
  fc
    .record({
      number: fc.integer({ min: 1, max: 3 }),
      place: fc.constantFrom('at', 'at', 'at', 'at', 'spare', 'refuge', 'elsewhere'),
      update: fc.constantFrom('surge', 'surge', 'recreate', 'inPlace'),
      residency: fc.constantFrom('always', 'always', 'always', 'onDemand'),
      step: fc.option(fc.integer({ min: 2, max: 3 }), { nil: undefined }),
      memory: fc.constantFrom(50, 100, 100),
    })
    .map(({ number, place, update, residency, step, memory }) => {
      const of = (n: number) =>
        version(name, n, { memory, peak: memory + 20, ...(update === 'inPlace' && { loadedAs: name }) });
      return planned(name, {
        current: of(number),
        former: [number - 1, number - 2].filter((n) => n > 0).map(of),
        at: place === 'at' ? [0] : [1],
        spare: place === 'spare' ? [0] : [],
        ...(place === 'refuge' && { refuge: 0 }),
        update: update as PlannedModel['update'],
        residency: residency as PlannedModel['residency'],
        ...(step !== undefined && { step }),
      });
    });

const aPlan = fc
  .tuple(fc.option(aModel('a')), fc.option(aModel('b')), fc.option(aModel('c')))
  .map((models) => models.filter((model) => model !== null));

/** Something that happens; or, for a while, all goes well. */
type Episode = PodEvent | 'settles';

const anEvent: fc.Arbitrary<Episode> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Episode>('settles') },
  { weight: 3, arbitrary: aPlan.map((plan): PodEvent => ({ kind: 'plan', plan })) },
  { weight: 3, arbitrary: fc.constant<PodEvent>({ kind: 'back' }) },
  {
    weight: 12,
    arbitrary: fc
      .constantFrom('fetched', 'fetched', 'loaded', 'loaded', 'unloaded', 'rested', 'fetchFailed', 'loadFailed')
      .map((kind): PodEvent => ({ kind }) as PodEvent),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ router: fc.nat(2), heeds: fc.boolean(), refuge: fc.subarray(['a', 'b', 'c']) })
      .map((word): PodEvent => ({ kind: 'word', ...word })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a-1', 'a-2', 'b-3').map((physical): PodEvent => ({ kind: 'abort', physical })),
  },
  { weight: 2, arbitrary: fc.constantFrom('died', 'lives').map((kind): PodEvent => ({ kind }) as PodEvent) },
  { weight: 1, arbitrary: fc.nat(3).map((count): PodEvent => ({ kind: 'routers', count })) },
);

const aHistory = fc.record({
  plan: aPlan,
  events: fc.array(anEvent, { maxLength: 30 }),
  drains: fc.option(fc.nat(30)),
});

function podAfter({
  plan,
  events,
  drains,
}: {
  plan: readonly PlannedModel[];
  events: readonly Episode[];
  drains: number | null;
}) {
  const pod = new SimulatedPod(plan, capacity);
  for (const [index, event] of events.entries()) {
    if (index === drains) pod.happen({ kind: 'drains' });
    if (event === 'settles') pod.settle();
    else pod.happen(event);
  }
  return pod;
}

const memoryOf = (copies: readonly LocalCopy[]) =>
  copies
    .filter(isInside)
    .reduce((sum, { version: { memory, peak }, state }) => sum + (state === 'loading' ? peak : memory), 0);

test('whatever happens: one load at a time, within capacity, one version a name, and nothing goes that a router holds', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      for (const { view, decision } of podAfter(history).seen) {
        const { copies, drop, load } = decision;
        const inside = copies.filter(isInside);
        expect(copies.filter(({ state }) => state === 'loading').length).toBeLessThanOrEqual(1);
        if (load !== undefined) expect(memoryOf(copies)).toBeLessThanOrEqual(capacity);
        const names = inside.map(({ version: { physical, loadedAs } }) => loadedAs ?? physical);
        expect(new Set(names).size).toBe(names.length);
        expect(copies.filter(({ state }) => state === 'fetching').length).toBeLessThanOrEqual(2);
        for (const key of drop) {
          const before = view.copies.find((copy) => keyOf(copy) === key);
          expect(before?.state).toBe('leaving');
          for (const { word } of view.routers ?? []) {
            expect(word?.released).toContain(before?.version.physical);
            expect(word?.seen).toBeGreaterThanOrEqual(before?.leavingAt ?? Number.POSITIVE_INFINITY);
          }
        }
        // What is inside stays inside, but for what has happened to it; what is dropping is dropping for good.
        for (const copy of view.copies.filter(isInside)) {
          const after = inside.find((one) => keyOf(one) === keyOf(copy));
          expect(after).toBeDefined();
          if (copy.state === 'dropping') expect(after?.state).toBe('dropping');
        }
        // Nothing becomes routable by a decision.
        for (const copy of inside.filter(isRoutable)) {
          expect(view.copies.some((one) => keyOf(one) === keyOf(copy) && isRoutable(one))).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('the order of lists is nothing to it, and deciding twice changes nothing', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const { view } = podAfter(history);
      const decision = decide(view);
      const reversed = <Item>(list: readonly Item[]) => list.toReversed();
      const turned = {
        ...view,
        plan: reversed(view.plan ?? []),
        copies: reversed(view.copies),
        fetched: reversed(view.fetched),
        routers: reversed(view.routers ?? []),
        failures: Object.fromEntries(Object.entries(view.failures).toReversed()),
      };
      expect(decide(turned)).toEqual(decision);
      const again = decide({ ...view, copies: decision.copies, sequence: view.sequence + 1 });
      expect({ ...again, drop: [] }).toEqual({ ...decision, fetch: [], drop: [], ...{ load: undefined } });
    }),
    { numRuns: 300 },
  );
});

test('where server, store and routers do as they should, the pod comes to what the plan says', () => {
  fc.assert(
    fc.property(aHistory, aPlan, (history, plan) => {
      const pod = podAfter({ ...history, drains: null });
      // A new plan after all that has failed; nothing is aborted any more.
      pod.happen({ kind: 'routers', count: 0 });
      pod.happen({ kind: 'plan', plan: [] });
      pod.happen({ kind: 'plan', plan });
      pod.happen({ kind: 'routers', count: 2 });
      expect(pod.settle()).toBe(true);
      const { copies } = pod.view;
      const here = plan.filter(({ at, spare }) => at.includes(0) || spare.includes(0));
      for (const { name, current, residency } of here) {
        const copy = copies.find((one) => one.version.physical === current.physical);
        if (residency === 'always') expect(copy?.state, name).toBe('ready');
        else expect(['ready', 'waiting'], name).toContain(copy?.state);
      }
      expect(copies.filter(isInside).length).toBeLessThanOrEqual(here.length);
      expect(copies.every(({ state }) => state === 'ready' || state === 'waiting')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a pod that drains comes to hold nothing', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const pod = podAfter(history);
      pod.happen({ kind: 'drains' });
      pod.happen({ kind: 'routers', count: 2 });
      expect(pod.settle()).toBe(true);
      expect(pod.view.copies.filter(isInside)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
