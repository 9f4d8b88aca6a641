import type { Problem, ProblemModel, ProblemServer } from '../src/ir/index.ts';
import { model, server } from '../test/support/problems.ts';
import { Random } from '../test/support/random.ts';

/** What a generated fleet has; the rest follows from the seed. */
export interface FleetShape {
  /** Model replicas: Σ required copies, nearly. */
  readonly replicas: number;
  readonly servers: number;
  /** About how many models one ordinal holds. */
  readonly perOrdinal: number;
  /** Whether models that always run update by `surge`, seven in ten of them; else all by `recreate`, with nothing on top. */
  readonly surge: boolean;
  readonly seed: number;
}

/**
 * A fleet as a large company might have it: 16 capabilities, of which a server offers about six; one server in four
 * with a GPU, one in five with slots, one in three with overcommit; one model in twenty pinned, one in ten on a GPU,
 * one in seven evictable, one in five with 2 to 4 copies. Replicas cost what their memory does, with a GPU four times
 * as much.
 */
export function fleet({ replicas, servers: serverCount, perOrdinal, surge, seed }: FleetShape): Problem {
  const random = new Random(seed);
  const servers: ProblemServer[] = Array.from({ length: serverCount }, (_, s) => {
    const words = Array.from({ length: 16 }, (_, i) => `c${i}`).filter((_, i) => i === s % 16 || random.chance(35));
    const memory = random.pick([8192, 16384, 32768]);
    const gpu = s % 4 === 0;
    return server(`server-${String(s).padStart(4, '0')}`, memory, {
      replicas: { min: 1, max: 10_000 },
      capacity: { memory, gpuMemory: gpu ? 24576 : 0, slots: s % 5 === 0 ? perOrdinal * 2 : null, disk: null },
      overcommit: s % 3 === 0 ? 50 : 0,
      capabilities: gpu ? [...words, 'gpu'] : words,
      cost: (memory / 8192) * (gpu ? 4 : 1),
    });
  });
  const models: ProblemModel[] = [];
  for (let left = replicas; left > 0; ) {
    const onGpu = random.chance(10);
    const pinned = !onGpu && random.chance(5);
    const home = servers[onGpu ? 4 * random.int(Math.ceil(serverCount / 4)) : random.int(serverCount)]!;
    const offered = home.capabilities.filter((word) => word !== 'gpu');
    const wanted = random.chance(60) ? [random.pick(offered)] : random.chance(50) ? offered.slice(0, 2) : [];
    const memory = 16 + random.int(Math.floor(16384 / perOrdinal)) + random.int(Math.floor(16384 / perOrdinal));
    const gpuMemory = onGpu ? 128 + random.int(Math.floor(24576 / perOrdinal)) : 0;
    const evictable = random.chance(15);
    const copies = random.chance(20) ? Math.min(left, 2 + random.int(3)) : 1;
    left -= copies;
    models.push(
      model(`model-${String(models.length).padStart(7, '0')}`, memory, {
        gpuMemory,
        gpuPeak: gpuMemory,
        replicas: { min: copies, max: copies },
        requires: onGpu ? [...wanted, 'gpu'] : wanted,
        server: pinned ? home.name : null,
        residency: evictable ? 'onDemand' : 'always',
        update: surge && random.chance(70) ? 'surge' : 'recreate',
        load: random.int(10),
      }),
    );
  }
  return { version: 1, moves: 1, policy: { survive: 'none' }, servers, models };
}
