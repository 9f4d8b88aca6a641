import type { Instance } from './instance.ts';
import { describeModels, describeServers, type Sharing } from './sharing.ts';
import type { Shortage } from './shortage.ts';

/** What all models that share servers ask for, set against the most that those servers may ever have. */
export function shortOfSums(instance: Instance, shared: Sharing): Shortage | undefined {
  const shapes = shared.servers.map((s) => instance.servers[s]!);
  if (shapes.length === 0 || shared.models.length === 0) return undefined;
  const workers = Math.min(...shapes.map(({ workers: w }) => w));
  const { memory, gpu, min } = instance;
  const sum = (of: (m: number) => number): number => shared.models.reduce((total, m) => total + of(m) * min[m]!, 0);
  const room = (of: (i: number) => number): number => shapes.reduce((total, { max }, i) => total + max * of(i), 0);
  const totals = [
    {
      resource: 'overcommit',
      unit: 'MiB',
      what: 'of memory',
      asked: sum((m) => memory[m]! * workers),
      held: room((i) => shapes[i]!.limit),
    },
    {
      resource: 'gpuOvercommit',
      unit: 'MiB',
      what: 'of GPU memory',
      asked: sum((m) => gpu[m]! * workers),
      held: room((i) => shapes[i]!.gpuLimit),
    },
    {
      resource: 'slots',
      unit: 'slots',
      what: '',
      asked: sum(() => 1),
      held: room((i) => shapes[i]!.slots),
    },
  ] as const;
  const short = totals.find(({ asked, held }) => asked > held);
  if (!short) return undefined;
  const { resource, unit, what, asked, held } = short;
  const want = shared.models.length === 1 ? 'wants' : 'want';
  const hold = shared.servers.length === 1 ? 'holds' : 'hold';
  const wanted = `${describeModels(instance, shared)} ${want} ${`${asked} ${unit} ${what}`.trim()}`;
  return {
    message: `${wanted}; ${describeServers(instance, shared.servers)} ${hold} ${held} ${unit}`,
    method: 'total',
    evidence: () => ({
      servers: shared.servers.map((s) => instance.servers[s]!.name),
      bases: {},
      argument: { by: 'total', resource },
    }),
  };
}
