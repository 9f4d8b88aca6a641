import { mkdirSync, mkdtempSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byCodeUnit } from '../diagnostics/index.ts';
import type { FleetStatus } from '../ir/index.ts';
import { gatewayNames, serverPodName } from '../names/index.ts';
import type { Target } from './localise.ts';
import { ownProgram } from './own-program.ts';
import type { Parts } from './parts.ts';
import type { ClientPorts, GatewayPorts } from './pods/gateway-pod.ts';
import { HeldPod, type PodTemplate } from './pods/held-pod.ts';
import type { LocalPod, ProcessEnd } from './pods/pod.ts';
import {
  type GatewayTemplate,
  gatewayTemplate,
  type Making,
  type ServerTemplate,
  serverTemplate,
} from './pods/templates.ts';
import { Guard } from './processes/guard.ts';
import { fetchStatus } from './status/fetch-status.ts';

export interface LocalOptions {
  /** Folder of this environment: artifacts and logs stay in it. */
  readonly state: string;
  readonly parts: Parts;
  /** Where clients of the first gateway go. Absent: any free port. */
  readonly clients?: ClientPorts;
  /** How our own programs are started. Absent: by this program. */
  readonly stowage?: readonly [string, ...string[]];
  /** Told of each process that ended by itself; it is started again. */
  readonly ended?: (end: ProcessEnd) => void;
  /** Told of each pod that is restarted because its settings have changed. */
  readonly restarting?: (pod: string) => void;
}

/** Milliseconds that one pod is waited for before the next one is restarted. */
const restartPatience = 120_000;

/** Milliseconds that processes get to end by themselves where nothing is handed over. */
const stopGrace = 5_000;

/**
 * A compiled environment as processes of this machine: each replica of each server, and of the gateway, is a pod of
 * loopback ports and folders, and is treated as Kubernetes treats pods.
 */
export class LocalEnvironment {
  readonly #options: LocalOptions;
  readonly #run: string;
  readonly #guard: Guard;
  readonly #servers = new Map<string, HeldPod<ServerTemplate>>();
  readonly #gateways = new Map<string, HeldPod<GatewayTemplate>>();
  /** Pods that are being handed over and will be gone, by name. */
  readonly #leaving = new Map<string, { readonly held: HeldPod; readonly gone: Promise<void> }>();
  /** Replicas as an autoscaler set them, by server. */
  readonly #scaled = new Map<string, number>();
  #target: Target | undefined;
  #gatewayCount: number | undefined;
  #madeGateways = 0;
  #madeRuns = 0;
  #work: Promise<void> = Promise.resolve();
  #rolling: Promise<void> | undefined;
  #closed = false;

  constructor(options: LocalOptions) {
    this.#options = options;
    mkdirSync(options.state, { recursive: true, mode: 0o700 });
    this.#run = realpathSync(mkdtempSync(join(tmpdir(), 'stowage-')));
    this.#guard = new Guard(this.#run);
  }

  /** File of the addresses at which agents find the routers. */
  get routersFile(): string {
    return join(this.#options.state, 'routers.json');
  }

  /** Pods by name: those of servers and of the gateway that run, and those that are being handed over. */
  get pods(): ReadonlyMap<string, LocalPod> {
    return new Map(this.#held().flatMap(({ template, pod }) => (pod ? [[template.name, pod]] : [])));
  }

  /** Ports of each gateway that is to stay, by the pod's name, oldest first. */
  get gateways(): ReadonlyMap<string, GatewayPorts> {
    return new Map([...this.#gateways].map(([name, { template }]) => [name, template.ports]));
  }

  /** Folder in which a pod finds its plan. Undefined: there is no such pod. */
  planFolder(name: string): string | undefined {
    return this.#held().find(({ template }) => template.name === name)?.template.folders.plan;
  }

  /**
   * Brings everything to what a compile made. Every pod sees its plan at once; pods that are gone are handed over, and
   * those whose settings changed are restarted one at a time.
   */
  async apply(target: Target): Promise<void> {
    this.#target = target;
    for (const held of this.#held()) held.swapPlan(target);
    await this.#settle();
  }

  /** Runs so many replicas of a server, as an autoscaler would: from base to most. */
  async scale(server: string, replicas: number): Promise<void> {
    this.#scaled.set(server, replicas);
    await this.#settle();
  }

  /** Runs so many replicas of the gateway. The newest go first: the first one has the ports that clients know. */
  async scaleGateway(replicas: number): Promise<void> {
    this.#gatewayCount = replicas;
    await this.#settle();
  }

  /** Deletes a pod, which is handed over, and starts another of its name. */
  async restart(name: string): Promise<void> {
    await this.#replace(name, (pod) => pod.end());
  }

  /** A pod's node dies, and the pod begins anew. */
  async crash(name: string): Promise<void> {
    await this.#replace(name, (pod) => pod.stop(0));
  }

  /** What the first gateway that answers knows. Undefined: none does. */
  async status(): Promise<FleetStatus | undefined> {
    for (const { probes } of this.gateways.values()) {
      const status = await fetchStatus(`http://${probes.host}:${probes.port}`);
      if (status !== undefined) return status;
    }
    return undefined;
  }

  /** Ends all processes, without a handover. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#work;
    await Promise.all(this.#held().map(({ pod }) => pod?.stop(stopGrace)));
    await Promise.all([this.#rolling, ...[...this.#leaving.values()].map(({ gone }) => gone)]);
    await this.#guard.close();
  }

  #held(): readonly HeldPod[] {
    return [
      ...this.#servers.values(),
      ...this.#gateways.values(),
      ...[...this.#leaving.values()].map(({ held }) => held),
    ];
  }

  /** Starts and ends what the target asks for; done when there is nothing left to do. */
  async #settle(): Promise<void> {
    await this.#reconcileNext();
    while (!this.#closed && (this.#leaving.size > 0 || this.#rolling)) {
      await Promise.race([this.#rolling, ...[...this.#leaving.values()].map(({ gone }) => gone)].filter(Boolean));
      await this.#work;
    }
  }

  #reconcileNext(): Promise<void> {
    const done = this.#work.then(() => this.#reconcile());
    this.#work = done.catch(() => {});
    return done;
  }

  async #reconcile(): Promise<void> {
    const target = this.#target;
    if (target === undefined || this.#closed) return;
    await this.#reconcileGateways(target);
    await this.#reconcileServers(target);
    this.#rolling ??= this.#roll().finally(() => {
      this.#rolling = undefined;
    });
  }

  /** As a StatefulSet does, all pods at once: ordinals below the number of replicas. */
  async #reconcileServers(target: Target): Promise<void> {
    const wanted = new Map<string, { readonly server: string; readonly ordinal: number }>();
    for (const { server, base, max } of target.plan.servers) {
      const count = Math.min(Math.max(this.#scaled.get(server) ?? base, base), Math.max(base, max));
      for (let ordinal = 0; ordinal < count; ordinal++) wanted.set(serverPodName(server, ordinal), { server, ordinal });
    }
    for (const [name, held] of this.#servers) if (!wanted.has(name)) this.#leave(this.#servers, name, held);
    for (const [name, { server, ordinal }] of wanted) {
      if (this.#servers.has(name) || this.#leaving.has(name)) continue;
      const held = this.#hold(await serverTemplate(name, server, ordinal, this.#making()));
      this.#servers.set(name, held);
      // Another target may have come while its ports were taken, and has been shown to those that were there.
      held.launch(this.#target ?? target);
    }
  }

  async #reconcileGateways(target: Target): Promise<void> {
    const count = this.#gatewayCount ?? target.fleet.environment.gateway.replicas;
    for (const [name, held] of [...this.#gateways].slice(count)) this.#leave(this.#gateways, name, held);
    while (this.#gateways.size < count) {
      const clients = this.#madeGateways === 0 ? this.#options.clients : undefined;
      const name = `${gatewayNames.deployment}-${this.#madeGateways++}`;
      const held = this.#hold(await gatewayTemplate(name, clients ?? {}, this.#making()));
      this.#gateways.set(held.template.name, held);
      this.#tellRouters();
      held.launch(this.#target ?? target);
    }
  }

  /** Hands a pod over; what is to come after it is seen to when it is gone. */
  #leave<Template extends PodTemplate>(
    from: Map<string, HeldPod<Template>>,
    name: string,
    held: HeldPod<Template>,
  ): void {
    from.delete(name);
    const gone = held
      .replace(
        (pod) => pod.end(),
        () => undefined,
      )
      .then(() => {
        this.#leaving.delete(name);
        this.#tellRouters();
        // What keeps pods from being started is told to whoever asks for the next change.
        this.#reconcileNext().catch(() => {});
      });
    this.#leaving.set(name, { held, gone });
  }

  /** Restarts what runs with old settings, one pod at a time, of a server that of the highest ordinal first. */
  async #roll(): Promise<void> {
    for (;;) {
      const target = this.#target;
      const servers = [...this.#servers.values()].toSorted(
        ({ template: a }, { template: b }) => byCodeUnit(a.server, b.server) || b.ordinal - a.ordinal,
      );
      const outdated = target && [...this.#gateways.values(), ...servers].find((held) => held.isOutdated(target));
      if (!outdated || this.#closed) return;
      this.#options.restarting?.(outdated.template.name);
      await this.#replace(outdated.template.name, (pod) => pod.end());
      if (!this.#closed) await outdated.pod?.untilReady(restartPatience);
    }
  }

  async #replace(name: string, end: (pod: LocalPod) => Promise<void>): Promise<void> {
    const held = this.#servers.get(name) ?? this.#gateways.get(name);
    await held?.replace(end, () => {
      const stays = this.#servers.get(name) === held || this.#gateways.get(name) === held;
      return stays && !this.#closed ? this.#target : undefined;
    });
  }

  #hold<Template extends PodTemplate>(template: Template): HeldPod<Template> {
    return new HeldPod(template, this.#guard, (end) => this.#options.ended?.(end));
  }

  /** What the next pod is made with, in a folder of its own for its sockets. */
  #making(): Making {
    const { state, parts, stowage = ownProgram } = this.#options;
    return { state, parts, stowage, run: join(this.#run, String(this.#madeRuns++)), routers: this.routersFile };
  }

  /** As DNS has them: ready or not, until they are gone. */
  #tellRouters(): void {
    const streams = [...this.#gateways.values(), ...[...this.#leaving.values()].map(({ held }) => held)].flatMap(
      ({ template }) => ('ports' in template ? [(template as GatewayTemplate).ports.stream] : []),
    );
    writeFileSync(`${this.routersFile}.new`, `${JSON.stringify(streams)}\n`);
    renameSync(`${this.routersFile}.new`, this.routersFile);
  }
}
