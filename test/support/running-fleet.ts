import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Compilation, Diagnostics, inspectEnvironment, readProject } from '../../src/compiler/index.ts';
import { encodeShards, type FleetStatus, gatewayHeader, serverHeader, type Transition } from '../../src/ir/index.ts';
import { findParts, LocalEnvironment, localise, swapMount, type Target } from '../../src/local/index.ts';
import { gatewayPlanOwner, planShardFile, serverPlanOwner } from '../../src/names/index.ts';
import { type Asked, type GatewayPorts, SteadyLoad } from './load.ts';
import type { Tensor } from './oip.ts';
import { root } from './root.ts';
import { Service } from './service.ts';

/** A model of a test's fleet, as its spec says it. */
export interface FleetModel {
  readonly name: string;
  readonly format: 'sklearn' | 'xgboost' | 'lightgbm';
  /** Folder of the artifact: `<name>/<version>`. */
  readonly version: number;
  readonly replicas: number;
  /** `sha256:…`. Absent: not pinned. */
  readonly digest?: string;
  /** Further lines of the spec. Absent: none. */
  readonly more?: string;
}

export interface FleetShape {
  /** Replicas of the server. */
  readonly replicas: number;
  /** Memory of each model, and of one replica of the server, with units. */
  readonly memory: { readonly model: string; readonly server: string };
  readonly models: readonly FleetModel[];
  /** Seconds that a request may take; pods read it at start only. Absent: 10. */
  readonly timeout?: number;
  /** More documents. Absent: none. */
  readonly more?: string;
}

/** What one model of one version answers. */
interface Expected {
  readonly request: { readonly inputs: readonly [Tensor] };
  readonly predictions: readonly number[];
}

/**
 * A fleet that is compiled and run here, with real MLServer and Envoy processes, from specs in a folder of its own and
 * artifacts that were trained for it.
 */
export class RunningFleet {
  readonly folder: string;
  readonly artifacts: string;
  readonly local: LocalEnvironment;
  /** Programs that ended though nobody asked them to, as `pod role why`. */
  readonly ends: string[] = [];
  shape: FleetShape;
  #ready: readonly GatewayPorts[] = [];
  /** Of the plans that were applied last, by owner. */
  #digests: ReadonlyMap<string, string> = new Map();
  readonly #service = new Service(() => this.#ready);
  #address: GatewayPorts | undefined;
  #watching = true;
  readonly #watch: Promise<void>;

  /**
   * @param trained folder that `trainModels` filled; it is copied, since tests spoil artifacts
   * @param stowage how our own programs are started. Absent: from their sources
   */
  constructor(
    trained: string,
    shape: FleetShape,
    stowage: readonly [string, ...string[]] = [process.execPath, join(root, 'src/cli/main.ts')],
  ) {
    this.shape = shape;
    this.folder = mkdtempSync(join(tmpdir(), 'fleet-'));
    this.artifacts = join(this.folder, 'artifacts');
    cpSync(trained, this.artifacts, { recursive: true });
    const parts = findParts(root, process.env, ['mlserver']);
    if ('missing' in parts) throw new Error(parts.missing.join('\n'));
    this.local = new LocalEnvironment({
      state: join(this.folder, 'state'),
      parts,
      stowage,
      ended: ({ pod, role, why }) => this.ends.push(`${pod} ${role} ${why}`),
    });
    this.#watch = this.#watchGateways();
  }

  /** Writes the specs, compiles them as the next commit, and has it applied. */
  async commit(shape: FleetShape = this.shape): Promise<Transition> {
    return (await this.prepare(shape))();
  }

  /** The same in two steps: what this gives applies the commit. */
  async prepare(shape: FleetShape): Promise<() => Promise<Transition>> {
    this.shape = shape;
    const { plan, fleet } = await this.compile();
    if (plan === undefined || fleet === undefined) throw new Error('not compiled');
    const target = localise({ fleet, plan }, this.#stores);
    return async () => {
      this.#digests = digestsOf(target);
      await this.local.apply(target);
      return plan.transition;
    };
  }

  /** Compiles what the specs say now; the lock is kept for the next time. */
  async compile(): Promise<Compilation> {
    this.#write('stowage.yaml', 'environments:\n  - name: test\n    inputs: [specs]\n');
    this.#write('specs/fleet.yaml', fleetYaml(this.shape));
    const diagnostics = new Diagnostics();
    const project = { path: 'stowage.yaml', text: readFileSync(join(this.folder, 'stowage.yaml'), 'utf8') };
    const [environment] = readProject(project, diagnostics).environments;
    if (environment === undefined) throw new Error('no environment');
    const { compilation } = await inspectEnvironment(this.folder, environment, {}, diagnostics);
    if (compilation.output === undefined) throw new Error(JSON.stringify(diagnostics.list(), null, 2));
    this.#write(environment.lock, compilation.output.lock);
    return compilation;
  }

  /** Compiles a shape, and gives these pods a plan of which one shard is new and the others are old. */
  async tear(shape: FleetShape, pods: readonly string[]): Promise<void> {
    const before = this.shape;
    const lock = readFileSync(join(this.folder, 'specs/test.lock'), 'utf8');
    this.shape = shape;
    const { plan, fleet } = await this.compile();
    this.shape = before;
    this.#write('specs/test.lock', lock);
    const server = plan?.servers[0];
    if (!plan || !fleet || !server) throw new Error('not compiled');
    const local = localise({ fleet, plan }, this.#stores).plan.servers[0] ?? server;
    const shards = fleet.servers[0]?.planShards ?? 0;
    const texts = encodeShards(serverPlanOwner(server.server), serverHeader('test', local), local.models, shards);
    for (const pod of pods) {
      const folder = this.local.planFolder(pod);
      if (folder === undefined) throw new Error(`there is no pod ${pod}`);
      const old = Array.from({ length: shards }, (_, shard) =>
        readFileSync(join(folder, planShardFile(shard)), 'utf8'),
      );
      const mixed = texts.map(
        (text, shard) => [planShardFile(shard), (shard === 0 ? text : old[shard]) ?? ''] as const,
      );
      swapMount(folder, new Map(mixed));
    }
  }

  /** Makes a version of a model by spoiling its first one. */
  spoil(model: string, version: number, how: (path: string) => void): void {
    const folder = join(this.artifacts, 'bucket', model);
    cpSync(join(folder, '1'), join(folder, String(version)), { recursive: true });
    cpSync(join(folder, '1.expected.json'), join(folder, `${version}.expected.json`));
    const [file] = readdirSync(join(folder, String(version))).filter((name) => /^model\.[a-z]+$/.test(name));
    how(join(folder, String(version), file ?? ''));
  }

  /** Makes the file of a model by a Python script, which is given its path. */
  make(model: string, version: number, script: string): void {
    const folder = join(this.artifacts, 'bucket', model, String(version));
    mkdirSync(folder, { recursive: true });
    execFileSync(join(root, '.venv/bin/python'), ['-', join(folder, 'model.joblib')], { input: script });
  }

  /** The fleet with some models changed; by name. */
  changed(changes: Readonly<Record<string, Partial<FleetModel>>>): FleetShape {
    return {
      ...this.shape,
      models: this.shape.models.map((model) => ({ ...model, ...changes[model.name] })),
    };
  }

  without(...names: readonly string[]): FleetShape {
    return { ...this.shape, models: this.shape.models.filter(({ name }) => !names.includes(name)) };
  }

  /** What a model answers in a version, and to what. */
  expected(model: string, version: number): Expected {
    const path = join(this.artifacts, `bucket/${model}/${version}.expected.json`);
    return JSON.parse(readFileSync(path, 'utf8')) as Expected;
  }

  /** One request for each model of the fleet, with the answers of its version. */
  asked(): readonly Asked[] {
    return this.shape.models.map(({ name, version }) => {
      const { request, predictions } = this.expected(name, version);
      return { model: name, input: request.inputs[0], expected: [predictions] };
    });
  }

  async load(asked: readonly Asked[] = this.asked(), workers = 4): Promise<SteadyLoad> {
    this.#address ??= await this.#service.listen();
    return new SteadyLoad(this.#address, asked, workers);
  }

  /** Gateways that a Service would send new connections to. */
  get ready(): readonly GatewayPorts[] {
    return this.#ready;
  }

  /** Waits until a router says so of the fleet. */
  async until(what: string, holds: (status: FleetStatus) => boolean, patience = 60_000): Promise<FleetStatus> {
    const end = performance.now() + patience;
    for (;;) {
      const status = await this.local.status();
      if (status !== undefined && holds(status)) return status;
      if (performance.now() > end) throw new Error(`not ${what} in ${patience / 1000} s: ${briefly(status)}`);
      await pause(100);
    }
  }

  /** Waits until all runs as the plan says, and what it does not want is gone. */
  async settled(patience = 60_000): Promise<FleetStatus> {
    const planned = new Set(this.shape.models.map(({ name }) => name));
    await this.until(
      'settled',
      ({ models, pods, plan }) =>
        plan === this.#digests.get(gatewayPlanOwner) &&
        pods.every((pod) => !pod.connected || pod.plan === this.#digests.get(serverPlanOwner(pod.server))) &&
        models.length === planned.size &&
        models.every(({ name, state }) => planned.has(name) && state === 'ready') &&
        pods.every(({ copies }) => copies.every(({ state }) => state === 'ready')),
      patience,
    );
    return this.until('ready', () => this.#ready.length === this.local.gateways.size, patience);
  }

  /** What all processes wrote, for finding out why a test failed. */
  logs(pattern: RegExp): string {
    const folder = join(this.folder, 'state');
    try {
      return execFileSync('grep', ['-rE', '--include=*.log', pattern.source, folder], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }

  async close(): Promise<void> {
    this.#watching = false;
    await this.#watch;
    this.#service.close();
    await this.local.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #stores(): ReadonlyMap<string, string> {
    return new Map([['artifacts', this.artifacts]]);
  }

  async #watchGateways(): Promise<void> {
    while (this.#watching) {
      const all = await Promise.all(
        [...this.local.gateways].map(async ([name, ports]) => {
          const isReady = await this.local.pods.get(name)?.isReady();
          return isReady ? [{ http: ports.http, grpc: ports.grpc }] : [];
        }),
      );
      this.#ready = all.flat();
      await pause(100);
    }
  }

  #write(path: string, text: string): void {
    const full = join(this.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

/** Trains the given versions of each model into a folder. */
export function trainModels(
  folder: string,
  models: readonly Pick<FleetModel, 'name' | 'format'>[],
  versions: readonly number[],
): void {
  const input = models.flatMap(({ name, format }) =>
    versions.map((version) => ({ path: `bucket/${name}/${version}`, format })),
  );
  execFileSync(join(root, '.venv/bin/python'), [join(root, 'scripts/train-example.py'), folder], {
    input: JSON.stringify(input),
    env: { ...process.env, OMP_NUM_THREADS: '1' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

/** What agents and routers call the plans of a target by. */
function digestsOf({ fleet, plan }: Target): ReadonlyMap<string, string> {
  const { name, gateway } = fleet.environment;
  const digestOf = (texts: readonly string[]) =>
    (JSON.parse(texts[0] ?? '{}') as { head: { digest: string } }).head.digest;
  const shards = new Map(fleet.servers.map((server) => [server.name, server.planShards]));
  return new Map([
    [
      gatewayPlanOwner,
      digestOf(encodeShards(gatewayPlanOwner, gatewayHeader(name), plan.gateway.models, gateway.planShards)),
    ],
    ...plan.servers.map((server): [string, string] => {
      const owner = serverPlanOwner(server.server);
      const texts = encodeShards(owner, serverHeader(name, server), server.models, shards.get(server.server) ?? 1);
      return [owner, digestOf(texts)];
    }),
  ]);
}

function fleetYaml({ replicas, memory, models, timeout = 10, more }: FleetShape): string {
  const documents = [
    `kind: Environment
metadata: { name: test }
spec:
  namespace: models
  stores: [{ name: artifacts, uri: s3://fleet }]
  images: { stowage: registry.example/stowage:1, envoy: registry.example/envoy:1 }
  gateway: { replicas: 2, requestTimeout: ${timeout}s }`,
    `kind: Server
metadata: { name: cpu }
spec: { runtime: mlserver, replicas: ${replicas}, memory: ${memory.server}, cache: { size: 64Mi }, planShards: 4 }`,
    ...models.map(
      ({ name, format, version, replicas: copies, digest, more: further = '' }) => `kind: Model
metadata: { name: ${name} }
spec:
  format: ${format}
  storage: { uri: s3://fleet/bucket/${name}, version: "${version}"${digest === undefined ? '' : `, digest: "${digest}"`} }
  memory: ${memory.model}
  replicas: ${copies}
${further}`,
    ),
    ...(more === undefined ? [] : [more]),
  ];
  return documents.map((document) => `apiVersion: stowage.dev/v1alpha1\n${document.trimEnd()}\n`).join('---\n');
}

function briefly(status: FleetStatus | undefined): string {
  if (status === undefined) return 'no gateway answers';
  const models = status.models.filter(({ state }) => state !== 'ready');
  const copies = status.pods.flatMap(({ pod, copies: all }) =>
    all.filter(({ state }) => state !== 'ready').map((copy) => ({ pod, ...copy })),
  );
  const pods = status.pods.map(({ pod, connected, planFault, draining }) => ({ pod, connected, draining, planFault }));
  return JSON.stringify({ models, copies, pods, fault: status.planFault ?? status.routesFault }, null, 1);
}
