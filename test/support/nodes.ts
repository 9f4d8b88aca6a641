import {
  type Artifact,
  type Delivery,
  type Environment,
  type Exposure,
  type Fleet,
  type Model,
  type NodeOrigin,
  type Plan,
  type PlannedModel,
  physicalName,
  type RoutedModel,
  type Runtime,
  type Server,
  type Transition,
  type Version,
} from '../../src/ir/index.ts';

/** Complete nodes of a Fleet, each with plain values where a test does not say otherwise. */

const origin: NodeOrigin = { file: 'specs/fleet.yaml', document: 0 };

export const notExposed: Exposure = { gatewayApi: [], ingress: [], istio: [], traefik: [], ambassador: [] };

export function anEnvironment(changes: Partial<Environment> = {}): Environment {
  return {
    name: 'test',
    origin,
    namespace: 'models',
    stores: [{ name: 'artifacts', uri: 's3://example-models' }],
    images: {
      stowage: 'registry.example/stowage:0.1.0',
      envoy: 'registry.example/envoy:1.40.0',
    },
    gateway: {
      replicas: 2,
      ports: { http: 8080, grpc: 8081 },
      service: 'ClusterIP',
      annotations: {},
      retryBufferBytes: 4 * 1024 * 1024,
      maxRequestBytes: 64 * 1024 * 1024,
      maxConnections: 10_000,
      requestTimeout: 60,
      resources: { cpu: 1000, memory: 1024 },
      planShards: 4,
    },
    exposure: notExposed,
    tls: {},
    keda: { namespace: 'keda' },
    observability: {},
    policy: { moves: 1, survive: 'none' },
    ...changes,
  };
}

export function aDelivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    name: 'shop',
    namespace: 'argocd',
    project: 'models',
    repository: 'https://git.example.com/shop/models.git',
    revision: 'main',
    folder: '',
    output: 'dist/test',
    cluster: 'https://kubernetes.default.svc',
    manifestLimit: 10_000_000,
    ...changes,
  };
}

export function aRuntime(changes: Partial<Runtime> = {}): Runtime {
  return {
    name: 'mlserver',
    formats: [{ name: 'sklearn', priority: 1 }],
    image: 'registry.example/mlserver:1.7.1',
    env: { MLSERVER_HOST: '127.0.0.1' },
    ports: { http: 9000, grpc: 9500, metrics: 9600 },
    repositoryApi: 'v2',
    layout: 'mlserver',
    workers: 1,
    baseMemory: 256,
    loadTimeout: 120,
    canRename: true,
    returnsMemory: false,
    livePath: '/v2/health/live',
    ...changes,
  };
}

export function aServer(changes: Partial<Server> = {}): Server {
  return {
    name: 'cpu',
    origin,
    runtime: 'mlserver',
    replicas: { min: 2, max: 2 },
    memory: 4096,
    cpu: 1000,
    capacity: { memory: 3840 },
    workers: 1,
    overcommit: 0,
    capabilities: ['sklearn'],
    cost: 1,
    cache: { size: 10_240 },
    planShards: 2,
    pod: {},
    ...changes,
  };
}

export function aModel(changes: Partial<Model> = {}): Model {
  return {
    name: 'iris',
    origin,
    format: { name: 'sklearn' },
    storage: { uri: 's3://example-models/iris', store: 'artifacts' },
    demand: { memory: 100, peak: 100, gpuMemory: 0, gpuPeak: 0, disk: 0 },
    replicas: { min: 1, max: 1 },
    requires: ['sklearn'],
    residency: 'always',
    update: 'surge',
    idempotent: true,
    rename: true,
    parameters: {},
    limits: {},
    load: 1,
    ...changes,
  };
}

export function aFleet(changes: Partial<Fleet> = {}): Fleet {
  return {
    environment: anEnvironment(),
    runtimes: [aRuntime()],
    servers: [aServer()],
    models: [aModel()],
    ...changes,
  };
}

/** The transition of a compile that changes nothing. */
export const noTransition: Transition = {
  added: [],
  removed: [],
  updated: [],
  moved: [],
  interrupted: [],
  steps: [],
  peaks: {},
};

/** A plan for the fleet that puts models on the first server, copy after copy; no solver, just something of the right shape. */
export function aPlan(fleet: Fleet, bases: Readonly<Record<string, number>> = {}): Plan {
  const [first] = fleet.servers;
  const baseOf = (server: Server): number => bases[server.name] ?? server.replicas.min;
  const place = (model: Model): number[] =>
    Array.from({ length: Math.min(model.replicas.min, first ? baseOf(first) : 0) }, (_, ordinal) => ordinal);
  const planned = (model: Model): PlannedModel => ({
    name: model.name,
    current: version(model),
    former: [],
    at: place(model),
    spare: [],
    residency: model.residency,
    update: model.update,
    limits: model.limits,
  });
  const routed = (model: Model): RoutedModel => ({
    kind: 'model',
    name: model.name,
    physical: version(model).physical,
    former: [],
    server: first?.name ?? '',
    at: place(model),
    spare: [],
    idempotent: model.idempotent,
    residency: model.residency,
    update: model.update,
  });
  return {
    version: 1,
    environment: fleet.environment.name,
    servers: fleet.servers.map((server, index) => ({
      server: server.name,
      runtime: server.runtime,
      base: baseOf(server),
      max: server.replicas.max,
      models: index === 0 ? fleet.models.map(planned) : [],
    })),
    gateway: { models: fleet.models.map(routed) },
    transition: noTransition,
  };
}

function version(model: Model): Version {
  const artifact: Artifact = { uri: model.storage.uri, store: model.storage.store, format: model.format.name };
  return {
    physical: physicalName(model.name, artifact),
    artifact,
    memory: model.demand.memory,
    peak: model.demand.peak,
  };
}
