import { createServer, type RequestListener, type Server } from 'node:http';
import { hostPortText } from '../../envoy/index.ts';
import type { DecodedShards, HostPort, RoutedModel, WitnessSettings } from '../../ir/index.ts';
import { gatewayPlanOwner, metricNames, metricsPath, probePaths } from '../../names/index.ts';
import type { Log } from '../log.ts';
import { expositionText, expositionType, gauge, type Metric, processMetrics } from '../metrics/index.ts';
import { PlanMount } from '../mount/index.ts';
import type { Difference } from '../status/index.ts';
import type { RouterNames } from '../stream/index.ts';
import { compareFleet } from './compare.ts';
import { FleetWatch } from './fleet-watch.ts';
import { type Witnessing, witnessPage } from './page.ts';

/** Milliseconds between two looks at the names of routers. */
const lookAgain = 1_000;

export interface WitnessOptions {
  readonly settings: WitnessSettings;
  /** Folder of the gateway's mounted plan. */
  readonly plan: string;
  readonly names: RouterNames;
  /** Where probes and page are answered. */
  readonly listen: HostPort;
  readonly log: Log;
}

/** Compares the mounted plan with what every router does, and tells whoever asks. */
export class Witness {
  readonly #options: WitnessOptions;
  readonly #server: Server;
  readonly #mount: PlanMount<RoutedModel>;
  readonly #watches = new Map<string, FleetWatch>();
  #named = false;
  #plan: DecodedShards<RoutedModel> | undefined;
  #planFault: string | undefined;
  #differences: readonly Difference[] | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: WitnessOptions) {
    this.#options = options;
    const { settings, plan } = options;
    const { planShards: shards, environment } = settings;
    this.#mount = new PlanMount({ folder: plan, shards, owner: gatewayPlanOwner, environment }, (mounted) => {
      if (mounted.plan !== undefined) this.#plan = mounted.plan;
      this.#planFault = mounted.fault;
      this.#compare();
    });
    this.#server = createServer(this.#answer);
  }

  /** @throws where the port cannot be listened on */
  async start(): Promise<void> {
    const { host, port } = this.#options.listen;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    this.#mount.look();
    await this.#look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#mount.close();
    for (const watch of this.#watches.values()) watch.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #look(): Promise<void> {
    const found = await this.#options.names().catch(() => undefined);
    if (this.#closed) return;
    if (found !== undefined) this.#adopt(found);
    this.#compare();
    this.#timer = setTimeout(() => void this.#look(), lookAgain);
  }

  #adopt(found: readonly HostPort[]): void {
    this.#named = true;
    const named = new Map(found.map((address) => [hostPortText(address), address]));
    for (const [key, watch] of this.#watches) {
      if (named.has(key)) continue;
      watch.close();
      this.#watches.delete(key);
    }
    for (const [key, address] of named) {
      if (this.#watches.has(key)) continue;
      this.#watches.set(key, new FleetWatch(address, this.#options.settings.gateway.tls, () => this.#compare()));
    }
  }

  /** Each difference is logged when it comes, and when it goes. */
  #compare(): void {
    const routers = new Map([...this.#watches].map(([key, { status }]) => [key, status]));
    const now = compareFleet({
      plan: this.#plan,
      planFault: this.#planFault,
      routers: this.#named ? routers : undefined,
    });
    const before = this.#differences;
    this.#differences = now;
    const { log } = this.#options;
    for (const { subject, message } of without(now, before ?? [])) log('not as planned', { subject, reason: message });
    for (const { subject, message } of without(before ?? [], now)) log('no longer so', { subject, reason: message });
    if (now.length === 0 && before?.length !== 0) log('runs as planned', { plan: this.#plan?.digest });
  }

  #witnessing(): Witnessing {
    const { environment } = this.#options.settings;
    const fleet = [...this.#watches.values()].map(({ status }) => status).find((status) => status !== undefined);
    return { environment, plan: this.#plan?.digest, differences: this.#differences ?? [], fleet };
  }

  #metrics(): readonly Metric[] {
    return [
      gauge(metricNames.witnessAsPlanned, 'Whether all runs as the mounted plan says.', this.#isReady),
      gauge(
        metricNames.witnessDifferences,
        'How many things are not as the mounted plan says.',
        this.#differences?.length ?? 0,
      ),
      ...processMetrics(),
    ];
  }

  /** Whether there is nothing that is not as planned. */
  get #isReady(): boolean {
    return this.#differences?.length === 0;
  }

  readonly #answer: RequestListener = ({ method, url = '/' }, response) => {
    const path = url.split('?')[0];
    const json = (status: number, value: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(value)}\n`);
    };
    if (method !== 'GET' && method !== 'HEAD') json(405, { error: 'only GET is answered here' });
    else if (path === probePaths.started || path === probePaths.live) json(200, { live: true });
    else if (path === probePaths.ready) json(this.#isReady ? 200 : 503, { ready: this.#isReady });
    else if (path === metricsPath) {
      response.writeHead(200, { 'content-type': expositionType }).end(expositionText(this.#metrics()));
    } else if (path === '/status') json(200, { ready: this.#isReady, ...this.#witnessing() });
    else if (path === '/') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
      });
      response.end(witnessPage(this.#witnessing()));
    } else json(404, { error: 'there is no such page' });
  };
}

function without(all: readonly Difference[], taken: readonly Difference[]): readonly Difference[] {
  const texts = new Set(taken.map(({ subject, message }) => `${subject}\0${message}`));
  return all.filter(({ subject, message }) => !texts.has(`${subject}\0${message}`));
}
