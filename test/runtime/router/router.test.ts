import { expect, it, onTestFinished } from 'vitest';
import type { RoutedModel, RouterWord } from '../../../src/ir/index.ts';
import type { MountedPlan } from '../../../src/runtime/mount/index.ts';
import type { Publication } from '../../../src/runtime/router/publisher.ts';
import { Router, type RouterParts } from '../../../src/runtime/router/router.ts';
import { aCopy, aKnownPod } from '../../support/statuses.ts';
import { until } from '../../support/until.ts';

it('says of models only what it has decided by the plan that it names', async () => {
  const router = aRouter();
  router.start();
  router.adopt(aPlan('one', 'iris-1'));
  expect(router.status()).not.toHaveProperty('plan');
  expect(router.status().models).toEqual([]);

  const { connected: _, ...pod } = aKnownPod({ copies: [aCopy({ physical: 'iris-1' })] });
  router.events.status({ say: () => {}, end: () => {} }, pod);
  await until(() => router.status().models[0]?.state === 'ready');
  expect(router.status().plan).toBe('one');

  router.adopt(aPlan('two', 'iris-2'));
  // Nothing is decided by it yet.
  expect(router.status()).toMatchObject({ plan: 'one', models: [{ state: 'ready', wanted: 'iris-1' }] });
  await until(() => router.status().plan === 'two');
  expect(router.status().models).toMatchObject([{ state: 'partial', wanted: 'iris-2', serving: 'iris-1' }]);
});

it('lets a copy go for whose room another model waits, when both have stood still for the deadline', async () => {
  let now = 0;
  const router = aRouter(() => now);
  const words: RouterWord[] = [];
  router.start();
  router.adopt(aPlan('one', 'iris-1', [2]));
  const copies = {
    0: [aCopy({ state: 'leaving' }), aCopy({ model: 'wine', physical: 'wine-1', state: 'waiting', forRoom: true })],
    1: [aCopy({ state: 'leaving' })],
    2: [aCopy({ state: 'waiting', forRoom: true }), aCopy({ model: 'wine', physical: 'wine-1', state: 'leaving' })],
  };
  for (const ordinal of [0, 1, 2] as const) {
    const { connected: _, ...pod } = aKnownPod({ ordinal, pod: `cpu-${ordinal}`, copies: copies[ordinal] });
    const address = { host: `10.0.0.${ordinal}`, port: 1 };
    const say = (word: RouterWord) => ordinal === 0 && words.push(word);
    router.events.status({ say, end: () => {} }, { ...pod, address });
  }
  await until(() => router.status().models[0]?.at.length === 2);
  now = 299_000;
  router.adopt(aPlan('two', 'iris-1', [2]));
  await until(() => router.status().plan === 'two');
  expect(router.status().models).toMatchObject([{ name: 'iris', at: ['cpu/0', 'cpu/1'] }, { name: 'wine' }]);
  expect(words.flatMap(({ released }) => released)).toEqual([]);
  now = 300_000;
  router.adopt(aPlan('three', 'iris-1', [2]));
  await until(() => words.at(-1)?.released.length === 1);
  expect(words.at(-1)?.released).toEqual(['iris-1']);
  expect(router.status().models).toMatchObject([{ name: 'iris', at: ['cpu/1'] }, { name: 'wine' }]);
});

/** One whose Envoy accepts all. */
function aRouter(clock?: () => number): Router {
  const parts = {
    settings: { environment: 'test', handoverDeadline: 300 },
    pod: 'stowage-gateway-0',
    instance: 'one',
    log: () => {},
    planFile: { read: () => undefined, write: () => {} },
    podsFile: { read: () => [], write: () => {} },
    publisher: (changed: () => void) => {
      const publisher = {
        accepted: undefined as Publication['routes'] | undefined,
        current: [],
        prepare: () => {},
        close: () => {},
        offer: ({ routes }: Publication) => {
          publisher.accepted = routes;
          changed();
        },
      };
      return publisher;
    },
    served: { before: false, remember: () => {} },
    ...(clock !== undefined && { clock }),
  };
  const router = new Router(parts as unknown as RouterParts);
  onTestFinished(() => router.close());
  return router;
}

function aPlan(digest: string, physical: string, at: readonly number[] = [0]): MountedPlan<RoutedModel> {
  const entry: RoutedModel = {
    kind: 'model',
    name: 'iris',
    physical,
    former: ['iris-1'],
    server: 'cpu',
    at,
    spare: [],
    idempotent: true,
    residency: 'always',
    update: 'surge',
  };
  return { plan: { digest, entries: [entry] } as unknown as NonNullable<MountedPlan<RoutedModel>['plan']> };
}
