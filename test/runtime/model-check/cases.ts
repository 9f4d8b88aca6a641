import type { Case, ModelOfCase, PlanOfCase } from './world.ts';

const plan = (...models: readonly ModelOfCase[]): PlanOfCase => ({ models });
const m = (version: number, at: readonly number[], more: Partial<ModelOfCase> = {}): ModelOfCase => ({
  name: 'm',
  version,
  at,
  ...(version > 1 && { former: [version - 1] }),
  ...more,
});

/** Room for all that a case may load at once. */
const room = { capacity: 9 };
const faults = { agentRestarts: 1, routerRestarts: 1, rejections: 1 };
const twoRouters = { ...room, pods: 2, routers: 2 };
const oneRouter = { ...room, pods: 2, routers: 1 };

const recreate = { update: 'recreate' } as const;
const inPlace = { update: 'inPlace' } as const;

/** `a` can come to 2 when `b` has gone from there, and `b` to 0 when `a` has, which it can: it has another copy. */
const circle = {
  pods: 3,
  capacity: 1,
  plans: [
    plan({ name: 'a', version: 1, at: [0, 1] }, { name: 'b', version: 1, at: [2] }),
    plan({ name: 'a', version: 1, at: [2] }, { name: 'b', version: 1, at: [0] }),
  ],
};

/** No room for a version beside the one before. */
const crowded = { capacity: 1, plans: [plan(m(1, [0, 1])), plan(m(2, [0, 1]))] };

/** Every kind of change, as small as it can be. */
export const smallCases: readonly Case[] = [
  { ...twoRouters, name: 'a version', pods: 1, plans: [plan(m(1, [0])), plan(m(2, [0]))] },
  { ...oneRouter, name: 'a version of two copies', plans: [plan(m(1, [0, 1])), plan(m(2, [0, 1]))] },
  { ...twoRouters, name: 'a move', plans: [plan(m(1, [0])), plan(m(1, [1]))] },
  { ...twoRouters, name: 'a move with a version', plans: [plan(m(1, [0])), plan(m(2, [1]))] },
  { ...twoRouters, name: 'a copy less', plans: [plan(m(1, [0, 1])), plan(m(1, [0]))] },
  { ...twoRouters, name: 'a copy more', plans: [plan(m(1, [0])), plan(m(1, [0, 1]))] },
  { ...twoRouters, name: 'a model removed', plans: [plan(m(1, [0])), plan()] },
  { ...oneRouter, name: 'there and back', plans: [plan(m(1, [0])), plan(m(1, [1])), plan(m(1, [0]))] },
  {
    ...oneRouter,
    name: 'a version and back',
    plans: [plan(m(1, [0])), plan(m(2, [0])), plan(m(1, [0], { former: [2] }))],
  },
  // The plan between did not keep it, so nothing is promised but that it is there in the end.
  { ...oneRouter, name: 'removed and back', mayInterrupt: ['m'], plans: [plan(m(1, [0])), plan(), plan(m(1, [0]))] },
  {
    ...twoRouters,
    name: 'old before new, one copy',
    pods: 1,
    mayInterrupt: ['m'],
    plans: [plan(m(1, [0], recreate)), plan(m(2, [0], { ...recreate, mayInterrupt: true }))],
  },
  {
    ...oneRouter,
    name: 'old before new, two copies',
    plans: [plan(m(1, [0, 1], recreate)), plan(m(2, [0, 1], recreate))],
  },
  {
    ...oneRouter,
    name: 'in place, two copies',
    plans: [plan(m(1, [0, 1], inPlace)), plan(m(2, [0, 1], inPlace))],
  },
  {
    ...oneRouter,
    name: 'two models change places where there is no room, one may be interrupted',
    capacity: 1,
    mayInterrupt: ['a'],
    plans: [
      plan({ name: 'a', version: 1, at: [0] }, { name: 'b', version: 1, at: [1] }),
      plan({ name: 'a', version: 1, at: [1], mayInterrupt: true }, { name: 'b', version: 1, at: [0] }),
    ],
  },
  { ...oneRouter, ...circle, name: 'two models wait for the room of each other', plansAreQuick: true },
  // By an older plan, a router may let the other copy of `a` go when a deadline passes: then nothing can move.
  { ...oneRouter, ...circle, name: 'two models wait for each other, deadlines overtake plans', mayEndAnywhere: true },
  { ...oneRouter, ...crowded, name: 'a version that has no room beside the old one, two copies' },
  {
    ...oneRouter,
    name: 'a pod ends, and there is a refuge',
    budget: { drains: 1 },
    plans: [plan(m(1, [0], { refuge: 1 }))],
  },
  { ...oneRouter, name: 'two pods end', budget: { drains: 2 }, plans: [plan(m(1, [0, 1]))] },
  {
    ...oneRouter,
    name: 'a version, each part failing once',
    pods: 1,
    budget: faults,
    plans: [plan(m(1, [0])), plan(m(2, [0]))],
  },
  {
    ...oneRouter,
    name: 'a move, the agents and the router starting anew',
    budget: { agentRestarts: 1, routerRestarts: 1 },
    plans: [plan(m(1, [0])), plan(m(1, [1]))],
  },
];

/** The same with more of everything, and more of it failing. */
export const largeCases: readonly Case[] = [
  {
    ...oneRouter,
    name: 'a version that fails for good',
    budget: { failures: 1 },
    bad: ['m-2'],
    ends: ['m-1'],
    plans: [plan(m(1, [0, 1])), plan(m(2, [0, 1]))],
  },
  { ...oneRouter, name: 'a move, each part failing once', budget: faults, plans: [plan(m(1, [0])), plan(m(1, [1]))] },
  {
    ...twoRouters,
    name: 'a move, and a new router',
    budget: { newRouters: 1 },
    plans: [plan(m(1, [0])), plan(m(1, [1]))],
  },
  {
    ...oneRouter,
    name: 'old before new, three copies',
    pods: 3,
    plans: [plan(m(1, [0, 1, 2], recreate)), plan(m(2, [0, 1, 2], recreate))],
  },
  {
    ...twoRouters,
    name: 'old before new, two copies, two routers',
    plans: [plan(m(1, [0, 1], recreate)), plan(m(2, [0, 1], recreate))],
  },
  {
    ...oneRouter,
    name: 'old before new, two copies, an agent starting anew',
    budget: { agentRestarts: 1 },
    plans: [plan(m(1, [0, 1], recreate)), plan(m(2, [0, 1], recreate))],
  },
  {
    ...twoRouters,
    ...crowded,
    name: 'a version that has no room beside the old one, two copies, two routers',
    plansAreQuick: true,
  },
  {
    ...oneRouter,
    ...crowded,
    name: 'a version that has no room beside the old one, an agent and the router starting anew',
    budget: { agentRestarts: 1, routerRestarts: 1 },
  },
  {
    ...oneRouter,
    ...crowded,
    name: 'a version that has no room beside the old one, three copies',
    pods: 3,
    plans: [plan(m(1, [0, 1, 2])), plan(m(2, [0, 1, 2]))],
  },
  { ...twoRouters, ...circle, name: 'two models wait for the room of each other, two routers', plansAreQuick: true },
  {
    ...oneRouter,
    ...circle,
    name: 'two models wait for the room of each other, an agent starting anew',
    budget: { agentRestarts: 1 },
    plansAreQuick: true,
  },
  {
    ...oneRouter,
    ...circle,
    name: 'two models wait for the room of each other, the router starting anew',
    budget: { routerRestarts: 1 },
    plansAreQuick: true,
  },
  {
    ...twoRouters,
    name: 'a pod ends, there is a refuge, two routers',
    budget: { drains: 1 },
    plans: [plan(m(1, [0], { refuge: 1 }))],
  },
];
