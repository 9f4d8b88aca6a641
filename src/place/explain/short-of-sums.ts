import type { Instance } from '../state/instance.ts';
import { describeModels, describeServers, type Sharing } from './sharing.ts';
import type { Shortage } from './shortage.ts';

/** What all models that share servers ask for, set against the most that those servers may ever have. */
export function shortOfSums(instance: Instance, shared: Sharing): Shortage | undefined {
  const shapes = shared.servers.map((s) => instance.servers[s]!).filter(({ max }) => max > 0);
  if (shapes.length === 0 || shared.count === 0) return undefined;
  const workers = Math.min(...shared.servers.map((s) => instance.servers[s]!.workers));
  const room = (of: (i: number) => number): number => shapes.reduce((total, { max }, i) => total + max * of(i), 0);
  const totals = [
    {
      resource: 'overcommit',
      asked: workers * shared.sum('memory'),
      held: room((i) => shapes[i]!.limit),
      unit: 'MiB',
      what: ' of memory',
    },
    {
      resource: 'gpuOvercommit',
      asked: workers * shared.sum('gpu'),
      held: room((i) => shapes[i]!.gpuLimit),
      unit: 'MiB',
      what: ' of GPU memory',
    },
    {
      resource: 'slots',
      asked: shared.sum('copies'),
      held: room((i) => shapes[i]!.slots),
      unit: 'slots',
      what: '',
    },
  ] as const;
  const short = totals.find(({ asked, held }) => asked > held);
  if (!short) return undefined;
  const { resource, asked, held, unit, what } = short;
  const { servers, models } = shared;
  const wanted = `${describeModels(instance, servers, models)} ${models.length === 1 ? 'wants' : 'want'} ${asked} ${unit}${what}`;
  return {
    message: `${wanted}; ${describeServers(instance, servers)} ${servers.length === 1 ? 'holds' : 'hold'} ${held} ${held === 1 && unit === 'slots' ? 'slot' : unit}`,
    method: 'total',
    evidence: () => ({
      servers: servers.map((s) => instance.servers[s]!.name),
      bases: {},
      argument: { by: 'total', resource },
    }),
  };
}
