import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedModel } from '../../../src/envoy/index.ts';
import type { AgentSettings, Artifact, PlannedModel, PodStatus, RouterWord, Version } from '../../../src/ir/index.ts';
import { decodeShards, encodeShards, loadName } from '../../../src/ir/index.ts';
import { Agent } from '../../../src/runtime/agent/agent.ts';
import type { ArtifactFault, Artifacts, FetchedArtifact } from '../../../src/runtime/agent/artifacts/artifacts.ts';
import { Notes } from '../../../src/runtime/agent/notes.ts';
import type { Pace } from '../../../src/runtime/agent/pace.ts';
import type { Routers } from '../../../src/runtime/agent/parts.ts';
import type { InferenceServer, ServerFault } from '../../../src/runtime/agent/servers/server.ts';
import type { Doors } from '../../../src/runtime/agent/sidecar.ts';
import type { MountedPlan } from '../../../src/runtime/mount/index.ts';

/** Stand-ins for all that an agent has to do with, in memory. */

/** An inference server that can be killed, and that refuses or dies of what it is told to. */
export class StandInServer implements InferenceServer {
  isLive = true;
  readonly holds = new Map<string, Version>();
  readonly prepared = new Map<string, Version>();
  /** What was asked of it, in order: `load a-1`, `unload a-1`. */
  readonly done: string[] = [];
  /** By physical name: how its load ends. */
  readonly faults = new Map<string, ServerFault['kind'] | 'dies'>();
  used: number | undefined;
  loadTime = 1;
  underWay = 0;
  mostAtOnce = 0;

  #life = 0;

  kill(): void {
    this.isLive = false;
    this.#life++;
    this.holds.clear();
  }

  revive(): void {
    this.isLive = true;
  }

  async live(): Promise<boolean> {
    return this.isLive;
  }

  async loaded(): Promise<ReadonlySet<string> | undefined> {
    // As MLServer lists what it holds: what has no folder in the repository is not told of.
    return this.isLive ? new Set([...this.holds.keys()].filter((name) => this.prepared.has(name))) : undefined;
  }

  async prepare(version: Version): Promise<ServerFault | undefined> {
    this.prepared.set(loadName(version), version);
    return undefined;
  }

  async load(name: string): Promise<ServerFault | undefined> {
    const version = this.prepared.get(name);
    if (!this.isLive || version === undefined) return { kind: 'passing', reason: 'it does not listen' };
    const life = this.#life;
    this.done.push(`load ${version.physical}`);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.underWay);
    await new Promise((resolve) => setTimeout(resolve, this.loadTime));
    this.underWay--;
    if (life !== this.#life) return { kind: 'server', reason: 'the connection was lost' };
    const fault = this.faults.get(version.physical);
    if (fault === 'dies') {
      this.kill();
      return { kind: 'server', reason: 'the connection was lost' };
    }
    if (fault !== undefined) return { kind: fault, reason: 'it was refused' };
    // As MLServer lets go of what was unloaded while it loaded it.
    if (!this.prepared.has(name)) return { kind: 'passing', reason: 'it was unloaded meanwhile' };
    this.holds.set(name, version);
    return undefined;
  }

  async warmUp(): Promise<ServerFault | undefined> {
    return undefined;
  }

  async unload(name: string): Promise<ServerFault | undefined> {
    const version = this.holds.get(name);
    if (version !== undefined) this.done.push(`unload ${version.physical}`);
    this.holds.delete(name);
    this.prepared.delete(name);
    return undefined;
  }

  async tidy(names: ReadonlySet<string>): Promise<void> {
    for (const name of this.prepared.keys()) if (!names.has(name)) this.prepared.delete(name);
  }

  async memory(): Promise<number | undefined> {
    return this.isLive ? this.used : undefined;
  }
}

/** A store in which all artifacts are, but for those that faults are told of. */
export class StandInArtifacts implements Artifacts {
  readonly faults = new Map<string, ArtifactFault>();
  readonly fetched: string[] = [];
  /** Those that are on the pod's disk. */
  readonly kept = new Set<string>();
  /** Those that stay away until they are let go. */
  readonly held = new Set<string>();
  underWay = 0;
  mostAtOnce = 0;

  async fetch(
    { uri }: Artifact,
    _inUse: readonly Artifact[],
    signal: AbortSignal,
  ): Promise<FetchedArtifact | ArtifactFault> {
    this.fetched.push(uri);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.underWay);
    do {
      await new Promise((resolve) => setTimeout(resolve, 1));
    } while (this.held.has(uri) && !signal.aborted);
    this.underWay--;
    const fetched = { path: `/artifacts/${uri}`, digest: 'sha256:0' };
    return this.faults.get(uri) ?? (this.kept.has(uri) ? { ...fetched, kept: true } : fetched);
  }
}

/** A sidecar that takes all it is told, a moment later. */
export class StandInDoors implements Doors {
  written = false;
  open: readonly string[] = [];
  models: readonly LoadedModel[] = [];
  requests = 0;

  async prepare(models: readonly LoadedModel[]): Promise<void> {
    this.written = true;
    this.open = models.map(({ physical }) => physical);
  }

  async set(models: readonly LoadedModel[]): Promise<'accepted'> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.models = models;
    this.open = models.map(({ physical }) => physical);
    return 'accepted';
  }

  async inFlight(): Promise<number> {
    return this.requests;
  }

  async traffic(): Promise<undefined> {}

  close(): void {}
}

/** One router that answers each status at once. */
export class StandInRouters implements Routers {
  readonly statuses: PodStatus[] = [];
  /** Whether it lets go of what is leaving. */
  heeds = true;
  aborted: RouterWord['aborted'] = [];
  refuge: readonly string[] = [];
  changed: () => void = () => {};
  #word: RouterWord | undefined;

  routers() {
    return [this.#word === undefined ? {} : { word: this.#word }];
  }

  send(status: PodStatus): void {
    this.statuses.push(status);
    this.answer();
  }

  /** Says what it has to say of the last status. */
  answer(): void {
    const last = this.statuses.at(-1);
    if (last === undefined) return;
    this.#word = {
      version: 1,
      router: 'router',
      seen: last.sequence,
      released: this.heeds
        ? last.copies.filter(({ state }) => state === 'leaving').map(({ physical }) => physical)
        : [],
      aborted: this.aborted,
      refuge: this.refuge,
    };
    setImmediate(() => this.changed());
  }

  close(): void {}
}

export const quickPace: Pace = { look: 2, count: 5, sample: 5, linger: 2, calm: 10, rest: { least: 2, most: 20 } };

export function settings(change: Partial<AgentSettings> = {}): AgentSettings {
  return {
    version: 1,
    environment: 'test',
    namespace: 'models',
    server: 'cpu',
    runtime: {
      name: 'mlserver',
      ports: { http: 9000, grpc: 9500 },
      repositoryApi: 'v2',
      layout: 'mlserver',
      workers: 1,
      loadTimeout: 20,
      canRename: true,
      returnsMemory: false,
      livePath: '/v2/health/live',
    },
    memory: 2000,
    capacity: { memory: 1000 },
    overcommit: 0,
    cache: 100,
    planShards: 1,
    stores: [],
    gateway: { host: 'gateway', port: 18420 },
    requestTimeout: 0.01,
    handoverDeadline: 1,
    ...change,
  };
}

/** What is mounted when a plan is applied whole. */
export function mounted(models: readonly PlannedModel[]): MountedPlan<PlannedModel> {
  const header = { environment: 'test', runtime: 'mlserver', base: 1, max: 1 };
  const plan = decodeShards<PlannedModel>(encodeShards('server/cpu', header, models, 1));
  return 'reason' in plan ? { fault: plan.reason } : { plan };
}

/** A pod whose agent can be ended and started again; server, store and state outlast it. */
export class TestPod {
  readonly server = new StandInServer();
  readonly artifacts = new StandInArtifacts();
  readonly doors = new StandInDoors();
  readonly folder = mkdtempSync(join(tmpdir(), 'stowage-agent-'));
  readonly events: string[] = [];
  routers = new StandInRouters();
  readonly #settings: AgentSettings;
  #plan: MountedPlan<PlannedModel> = { fault: 'there are no shards' };
  #agent: Agent | undefined;
  #notes: Notes | undefined;
  #wasReady = false;

  constructor(change: Partial<AgentSettings> = {}) {
    this.#settings = settings(change);
  }

  get agent(): Agent {
    if (this.#agent === undefined) throw new Error('the agent does not run');
    return this.#agent;
  }

  get status(): PodStatus | undefined {
    return this.routers.statuses.at(-1);
  }

  /** States by physical name. */
  get states(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.status?.copies.map(({ physical, state }) => [physical, state]) ?? []);
  }

  async start(): Promise<void> {
    this.routers = new StandInRouters();
    const note = (event: string, facts: object = {}) => this.events.push(`${event} ${JSON.stringify(facts)}`);
    this.#notes = new Notes(this.folder, note);
    this.#agent = new Agent({
      settings: this.#settings,
      place: { pod: 'cpu-0', ordinal: 0, address: { host: '127.0.0.1', port: 1 } },
      instance: String(Math.random()),
      server: this.server,
      artifacts: this.artifacts,
      doors: this.doors,
      notes: this.#notes,
      routers: this.routers,
      log: note,
      pace: quickPace,
      random: () => 0.5,
      ready: {
        was: this.#wasReady,
        remember: () => {
          this.#wasReady = true;
        },
      },
    });
    this.routers.changed = () => this.#agent?.changed();
    this.#agent.adopt(this.#plan);
    await this.#agent.start();
  }

  apply(models: readonly PlannedModel[]): void {
    this.mount(mounted(models));
  }

  mount(plan: MountedPlan<PlannedModel>): void {
    this.#plan = plan;
    this.#agent?.adopt(plan);
  }

  stop(): void {
    this.#agent?.close();
    this.#agent = undefined;
  }

  /** Ends the agent as SIGKILL does: it puts nothing in order, and what it had begun writes nothing more. */
  crash(): void {
    const nothing = () => {};
    Object.assign(this.#notes ?? {}, {
      endLoading: nothing,
      cutLoading: nothing,
      saveNames: nothing,
      saveFailures: nothing,
    });
    this.stop();
  }
}
