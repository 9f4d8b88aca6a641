import type { Fleet, Model, Placement, Problem, Server } from '../../src/ir/index.ts';
import { toProblem } from '../../src/place/index.ts';
import { aFleet, aModel, aRuntime, aServer } from './nodes.ts';

/** Fleets in few words, with placements by hand: for tests in which only names, sizes and places matter. */

/** A server with so much memory for models on each of its replicas. */
export function server(name: string, replicas: number, memory: number, change: Partial<Server> = {}): Server {
  const { baseMemory } = aRuntime();
  return aServer({
    name,
    replicas: { min: replicas, max: replicas },
    memory: memory + baseMemory,
    capacity: { memory },
    ...change,
  });
}

export interface ModelChange extends Partial<Omit<Model, 'storage' | 'demand'>> {
  readonly storage?: Partial<Model['storage']>;
  readonly demand?: Partial<Model['demand']>;
}

/** A model of one copy; its peak is its memory. */
export function model(name: string, memory: number, { storage, demand, ...change }: ModelChange = {}): Model {
  return aModel({
    name,
    storage: { uri: `s3://example-models/${name}`, store: 'artifacts', ...storage },
    demand: { memory, peak: memory, gpuMemory: 0, gpuPeak: 0, disk: 0, ...demand },
    ...change,
  });
}

export function fleet(servers: readonly Server[], models: readonly Model[], runtimes = [aRuntime()]): Fleet {
  return aFleet({ servers, models: models.toSorted((a, b) => (a.name < b.name ? -1 : 1)), runtimes });
}

/** What the solver would be asked for a fleet, with no history. */
export function problemOf(of: Fleet): Problem {
  return toProblem(of, undefined).problem;
}

/** A placement written by hand: `model: ['server/0']`. */
export function placementOf(
  { servers }: Fleet,
  assignments: Placement['assignments'],
  further: Partial<Pick<Placement, 'spare' | 'refuge' | 'servers'>> = {},
): Placement {
  return {
    version: 1,
    assignments,
    spare: {},
    refuge: {},
    servers: Object.fromEntries(servers.map(({ name, replicas }) => [name, { base: replicas.min }])),
    moves: [],
    certificate: { used: 0, lowerBound: 0, gap: 0, method: 'none', components: [] },
    unplaced: [],
    ...further,
  };
}

/**
 * Puts each model on the first server with room for all its copies, starting the search at an ordinal that `start`
 * gives; what does not fit is left out. Legal by rule 1 of the placement: all sizes, and the most that one load needs on top.
 */
export function firstFit(of: Fleet, start: (model: Model) => number = () => 0): Placement {
  const rooms = new Map<string, { sizes: number; load: number }>();
  const assignments: Record<string, readonly string[]> = {};
  const spare: Record<string, readonly string[]> = {};
  for (const one of of.models) {
    const { name, demand, replicas, update } = one;
    const placed = of.servers
      .map((host) => {
        const count = host.replicas.min;
        const size = demand.memory * host.workers;
        const load = (update === 'surge' ? demand.peak : demand.peak - demand.memory) * host.workers;
        const fitting = Array.from({ length: count }, (_, i) => `${host.name}/${(i + start(one)) % count}`).filter(
          (place) => {
            const room = rooms.get(place) ?? { sizes: 0, load: 0 };
            return room.sizes + size + Math.max(room.load, load) <= host.capacity.memory;
          },
        );
        return {
          size,
          load,
          places: fitting.slice(0, replicas.min),
          further: fitting.slice(replicas.min, replicas.max),
        };
      })
      .find(({ places }) => places.length === replicas.min);
    if (placed === undefined) continue;
    for (const place of [...placed.places, ...placed.further]) {
      const room = rooms.get(place) ?? { sizes: 0, load: 0 };
      rooms.set(place, { sizes: room.sizes + placed.size, load: Math.max(room.load, placed.load) });
    }
    assignments[name] = placed.places.toSorted();
    if (placed.further.length > 0) spare[name] = placed.further.toSorted();
  }
  return placementOf(of, assignments, { spare });
}
