import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetStatus } from '../../../src/ir/index.ts';
import { compareFleet, type Witnessed } from '../../../src/runtime/witness/compare.ts';
import { aFleetStatus, aKnownPod, aModelStatus } from '../../support/statuses.ts';

const plan = { digest: 'aaaaaaaaaaaa', entries: [{ kind: 'model' as const, name: 'iris' }] };
const asPlanned = aFleetStatus({ plan: plan.digest });

function compared(changes: Partial<Witnessed>): readonly string[] {
  const witnessed = { plan, routers: new Map([['10.0.0.1:1', asPlanned]]), ...changes };
  return compareFleet(witnessed).map(({ subject, message }) => `${subject}: ${message}`);
}

function routers(...statuses: readonly (FleetStatus | undefined)[]): Witnessed['routers'] {
  return new Map(statuses.map((status, i) => [`10.0.0.${i + 1}:1`, status]));
}

describe('what runs against what is planned', () => {
  it.each<[string, Partial<Witnessed>, readonly string[]]>([
    ['all as planned', {}, []],
    ['no plan yet', { plan: undefined }, ['plan: none is mounted yet']],
    [
      'a torn plan',
      { planFault: 'plan bbbb of gateway has 1 of 2 shards' },
      ['plan: plan bbbb of gateway has 1 of 2 shards'],
    ],
    ['no names yet', { routers: undefined }, ['gateway: its pods cannot be found yet']],
    ['no pods', { routers: routers() }, ['gateway: it has no pods']],
    ['one router away', { routers: routers(asPlanned, undefined) }, ['gateway 10.0.0.2:1: its router does not answer']],
    [
      'a router with the last plan',
      { routers: routers(asPlanned, aFleetStatus({ router: 'b', plan: 'bbbbbbbbbbbb' })) },
      ['gateway b: it acts on plan bbbbbbbb, not on aaaaaaaa'],
    ],
    [
      'a router without a plan',
      { routers: routers({ ...asPlanned, plan: undefined as never }) },
      ['gateway stowage-gateway-0: it acts on no plan yet'],
    ],
    [
      'routes that Envoy refused',
      { routers: routers({ ...asPlanned, routesFault: 'Envoy refused routes-http.json' }) },
      ['gateway stowage-gateway-0: its Envoy does not have the newest routes: Envoy refused routes-http.json'],
    ],
    [
      'a model that two routers find missing is named once',
      {
        routers: routers(
          ...['a', 'b'].map((router) => ({
            ...asPlanned,
            router,
            models: [aModelStatus({ state: 'unavailable' as const, reason: 'no copy is ready', at: [] })],
          })),
        ),
      },
      ['model iris: it does not answer; no copy is ready'],
    ],
    [
      'a model that a router does not know',
      { routers: routers({ ...asPlanned, models: [] }) },
      ['model iris: gateway stowage-gateway-0 does not know it'],
    ],
    [
      'a pod that is away, with all models ready',
      { routers: routers({ ...asPlanned, pods: [aKnownPod({ connected: false, draining: true, live: false })] }) },
      [],
    ],
  ])('%s', (_, changes, expected) => expect(compared(changes)).toEqual(expected));

  it('is as planned only where every router has the plan, its routes, and every model ready', () => {
    const state = fc.constantFrom('ready' as const, 'partial' as const, 'unavailable' as const);
    const router = fc.record({
      plan: fc.constantFrom(plan.digest, 'bbbbbbbbbbbb', undefined),
      routesFault: fc.constantFrom(undefined, 'refused'),
      planFault: fc.constantFrom(undefined, undefined, 'torn'),
      states: fc.array(state, { minLength: 1, maxLength: 3 }),
      answers: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(router, { minLength: 1, maxLength: 3 }), (all) => {
        const statuses = all.map(({ plan: digest, routesFault, planFault, states, answers }) =>
          answers
            ? ({
                ...asPlanned,
                plan: digest,
                ...(routesFault !== undefined && { routesFault }),
                ...(planFault !== undefined && { planFault }),
                models: states.map((of, i) => aModelStatus({ name: i === 0 ? 'iris' : `other-${i}`, state: of })),
              } as FleetStatus)
            : undefined,
        );
        const isSo = all.every(
          (of) =>
            of.answers &&
            of.plan === plan.digest &&
            of.routesFault === undefined &&
            of.planFault === undefined &&
            of.states.every((one) => one === 'ready'),
        );
        expect(compared({ routers: routers(...statuses) }).length === 0).toBe(isSo);
      }),
    );
  });
});
