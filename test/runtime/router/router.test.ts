import { expect, it, onTestFinished } from 'vitest';
import type { RoutedModel } from '../../../src/ir/index.ts';
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

/** One whose Envoy accepts all. */
function aRouter(): Router {
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
  };
  const router = new Router(parts as unknown as RouterParts);
  onTestFinished(() => router.close());
  return router;
}

function aPlan(digest: string, physical: string): MountedPlan<RoutedModel> {
  const entry: RoutedModel = {
    kind: 'model',
    name: 'iris',
    physical,
    former: ['iris-1'],
    server: 'cpu',
    at: [0],
    spare: [],
    idempotent: true,
    residency: 'always',
    update: 'surge',
  };
  return { plan: { digest, entries: [entry] } as unknown as NonNullable<MountedPlan<RoutedModel>['plan']> };
}
