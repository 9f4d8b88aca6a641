import type { Environment, Fleet, Model, Placement, Problem, Runtime, Server } from '../../src/ir/index.ts';

const origin = { file: 'specs/example.yaml', document: 0 };

const environment: Environment = {
  name: 'test',
  origin,
  namespace: 'models',
  stores: [{ name: 'artifacts', uri: 's3://example-models' }],
  images: { stowage: 'stowage@sha256:00', envoy: 'envoy@sha256:00' },
  gateway: {
    replicas: 2,
    ports: { http: 8080, grpc: 8081 },
    service: 'ClusterIP',
    annotations: {},
    retryBufferBytes: 4_194_304,
    maxRequestBytes: 4_194_304,
    maxConnections: 10_000,
    requestTimeout: 60,
    resources: { cpu: 500, memory: 512 },
    planShards: 4,
  },
  tls: {},
  policy: { moves: 1, survive: 'none' },
};

export function runtime(change: Partial<Runtime> = {}): Runtime {
  return {
    name: 'mlserver',
    formats: [{ name: 'sklearn', priority: 1 }],
    image: 'mlserver@sha256:00',
    env: {},
    ports: { http: 8080, grpc: 8081 },
    repositoryApi: 'v2',
    layout: 'mlserver',
    workers: 1,
    baseMemory: 256,
    loadTimeout: 60,
    canRename: true,
    returnsMemory: true,
    livePath: '/v2/health/live',
    ...change,
  };
}

export function server(name: string, replicas: number, memory: number, change: Partial<Server> = {}): Server {
  return {
    name,
    origin,
    runtime: 'mlserver',
    replicas: { min: replicas, max: replicas },
    memory: memory + 256,
    cpu: 1000,
    capacity: { memory },
    workers: 1,
    overcommit: 0,
    capabilities: ['sklearn'],
    cost: 1,
    cache: { size: 1024 },
    planShards: 2,
    pod: {},
    ...change,
  };
}

export interface ModelChange extends Partial<Omit<Model, 'storage' | 'demand'>> {
  readonly storage?: Partial<Model['storage']>;
  readonly demand?: Partial<Model['demand']>;
}

/** A model of one copy; its peak is its memory. */
export function model(name: string, memory: number, { storage, demand, ...change }: ModelChange = {}): Model {
  return {
    name,
    origin,
    format: { name: 'sklearn' },
    storage: { uri: `s3://example-models/${name}`, store: 'artifacts', ...storage },
    demand: { memory, peak: memory, gpuMemory: 0, gpuPeak: 0, disk: 0, ...demand },
    replicas: { min: 1, max: 1 },
    requires: ['sklearn'],
    residency: 'always',
    update: 'surge',
    idempotent: true,
    rename: true,
    parameters: {},
    limits: {},
    load: 1,
    ...change,
  };
}

export function fleet(servers: readonly Server[], models: readonly Model[], runtimes = [runtime()]): Fleet {
  const sorted = models.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { environment, runtimes, servers, models: sorted };
}

/** What the solver would be asked for a fleet, with no history. */
export function problemOf({ servers, models, environment: { policy } }: Fleet): Problem {
  return {
    version: 1,
    moves: policy.moves,
    policy: { survive: policy.survive },
    servers: servers.map(({ name, replicas, capacity, workers, overcommit, capabilities, cost }) => ({
      name,
      replicas,
      capacity: {
        memory: capacity.memory,
        gpuMemory: capacity.gpuMemory ?? 0,
        slots: capacity.slots ?? null,
        disk: capacity.disk ?? null,
      },
      workers,
      overcommit,
      capabilities,
      cost,
    })),
    models: models.map(({ name, demand, replicas, requires, server: pin, residency, update, load }) => ({
      name,
      ...demand,
      replicas,
      requires,
      server: pin ?? null,
      residency,
      update,
      load,
    })),
  };
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
