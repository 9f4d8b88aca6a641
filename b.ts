import { fleet, server, model, firstFit, problemOf } from './test/support/fleet.ts';
import { buildPlan } from './src/plan/index.ts';
import { Diagnostics } from './src/diagnostics/index.ts';
for (const N of [1000, 10000, 40000]) for (const ordinals of [10, N / 40]) for (const update of ['surge', 'recreate'] as const) {
  const servers = [server('s', ordinals, Math.ceil(N / ordinals * 800), { planShards: 64 })];
  const models = Array.from({length: N}, (_, i) => model(`model-${i}`, 200 + (i * 7919) % 800, { update }));
  const f = fleet(servers, models);
  const p = firstFit(f, (m) => m.name.length * 31 + m.demand.memory);
  const demands = new Map<string, string>();
  const { lock } = buildPlan(f, problemOf(f), p, undefined, {solver:'1', demands}, new Diagnostics());
  const g = fleet(servers, models.map((m) => ({...m, demand: {...m.demand, memory: m.demand.memory + 10, peak: m.demand.peak + 10}, storage: {...m.storage, version: '2'}})));
  const q = firstFit(g, (m) => m.demand.memory * 7);
  const t = performance.now();
  const b = buildPlan(g, problemOf(g), q, lock, {solver:'1', demands}, new Diagnostics());
  console.log(N, ordinals, update, (performance.now() - t).toFixed(0), 'ms moved', b.plan.transition.moved.length, 'updated', b.plan.transition.updated.length, 'steps', b.plan.transition.steps.length, 'interrupted', b.plan.transition.interrupted.length);
}
