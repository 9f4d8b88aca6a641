import type { Problem, ProblemModel, ProblemServer } from '../../src/ir/index.ts';
import { model, server } from './problems.ts';
import { Random } from './random.ts';

/** What a generated problem has; the rest follows from the seed. */
export interface ProblemShape {
  readonly models: number;
  readonly servers: number;
  /** About how many models one ordinal holds. */
  readonly perOrdinal: number;
  readonly surge: boolean;
  readonly seed: number;
}

/**
 * The problem of a fleet as a large company might have it: 16 capabilities, some servers with a GPU, some with slots or overcommit,
 * one model in twenty pinned, one to four copies. The same shape gives the same problem.
 */
export function largeProblem({ models: count, servers: serverCount, perOrdinal, surge, seed }: ProblemShape): Problem {
  const source = new Random(seed);
  const random = (): number => source.fraction();
  const pick = (n: number): number => source.int(n);
  const capacities = [8192, 16384, 32768];
  const servers: ProblemServer[] = Array.from({ length: serverCount }, (_, s) => {
    const words = Array.from({ length: 16 }, (_, i) => `c${i}`).filter((_, i) => i === s % 16 || random() < 0.35);
    const memory = capacities[pick(3)]!;
    const gpu = s % 4 === 0;
    return server(`server-${String(s).padStart(3, '0')}`, memory, {
      replicas: { min: 1, max: 10_000 },
      capacity: { memory, gpuMemory: gpu ? 24576 : 0, slots: s % 5 === 0 ? perOrdinal * 2 : null, disk: null },
      overcommit: s % 3 === 0 ? 50 : 0,
      capabilities: [...words, ...(gpu ? ['gpu'] : [])],
      cost: (memory / 8192) * (gpu ? 4 : 1),
    });
  });
  const models: ProblemModel[] = Array.from({ length: count }, (_, m) => {
    const pinned = random() < 0.05;
    const onGpu = !pinned && random() < 0.1;
    const home = onGpu ? 4 * pick(Math.ceil(serverCount / 4)) : pick(serverCount);
    const offered = servers[home]!.capabilities.filter((word) => word !== 'gpu');
    const wanted = random() < 0.6 ? [offered[pick(offered.length)]!] : random() < 0.5 ? offered.slice(0, 2) : [];
    const memory = 16 + Math.floor(((random() + random()) * 16384) / perOrdinal);
    const onDemand = random() < 0.15;
    return model(`model-${String(m).padStart(6, '0')}`, memory, {
      gpuMemory: onGpu ? 128 + Math.floor((random() * 24576) / perOrdinal) : 0,
      gpuPeak: onGpu ? 128 + Math.floor((2 * 24576) / perOrdinal) : 0,
      replicas: random() < 0.2 ? { min: 2 + pick(3), max: 5 } : { min: 1, max: random() < 0.1 ? 2 : 1 },
      requires: [...wanted, ...(onGpu ? ['gpu'] : [])],
      server: pinned ? servers[home]!.name : null,
      residency: onDemand ? 'onDemand' : 'always',
      update: surge && random() < 0.7 ? 'surge' : 'recreate',
      load: pick(10),
    });
  });
  return { version: 1, moves: 1, policy: { survive: 'none' }, servers, models };
}
