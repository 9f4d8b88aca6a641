import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alerts } from '../../src/emit/kubernetes/observability/alerts.ts';
import { panels } from '../../src/emit/kubernetes/observability/dashboard.ts';
import type { HostPort } from '../../src/ir/index.ts';
import { listeners, metricNames, scrapedEnvoyMetrics } from '../../src/names/index.ts';
import type { ServerLoad } from '../../src/runtime/router/server-load.ts';
import { namesByFile } from '../../src/runtime/stream/index.ts';
import { Witness } from '../../src/runtime/witness/index.ts';
import { type FleetModel, RunningFleet, trainModels } from '../support/running-fleet.ts';
import { freePort } from '../support/serving.ts';
import { findServing, isThere } from '../support/tools.ts';
import { until } from '../support/until.ts';

const tools = findServing();
const models: readonly FleetModel[] = [
  { name: 'plain', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'limited', format: 'sklearn', version: 1, replicas: 2, more: '  limits: { concurrency: 8 }' },
];

describe.runIf(isThere(tools))('a fleet that is looked at', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trained-'));
  let fleet: RunningFleet;
  let witness: Witness;
  let page: HostPort;

  beforeAll(async () => {
    trainModels(folder, models, [1]);
    fleet = new RunningFleet(folder, { replicas: 2, memory: { model: '100Mi', server: '2Gi' }, models });
    await fleet.commit();
    await fleet.settled();
    page = await freePort();
    const { host, port } = page;
    witness = new Witness({
      settings: { version: 1, environment: 'test', namespace: 'models', planShards: 8, gateway: { host, port } },
      plan: [...fleet.local.gateways.keys()].map(planOf)[0] ?? '',
      names: namesByFile(fleet.local.routersFile),
      listen: page,
      log: () => {},
    });
    await witness.start();
  });

  afterAll(async () => {
    await witness?.close();
    await fleet?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const planOf = (pod: string) => fleet.local.planFolder(pod) ?? '';
  const config = (pod: string, file: string) =>
    JSON.parse(readFileSync(join(fleet.folder, 'state/pods', pod, 'config', file), 'utf8'));
  const ask = async ({ host, port }: HostPort, path: string) => {
    const answer = await fetch(`http://${host}:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  const metricsOf = (pod: string) => config(pod, 'place.json').metrics as HostPort;
  const envoyOf = (pod: string): HostPort => {
    const all = config(pod, 'envoy.json').static_resources.listeners as { name: string; address: Address }[];
    const found = all.find(({ name }) => name === listeners.envoyMetrics)?.address.socket_address;
    return { host: found?.address ?? '', port: found?.port_value ?? 0 };
  };
  const load = async (gateway: string) => {
    const { status, text } = await ask(metricsOf(gateway), '/load/cpu');
    return status === 200 ? (JSON.parse(text) as ServerLoad) : undefined;
  };

  test('every metric that alerts and dashboard ask for is told, and says what is so', async () => {
    const steady = await fleet.load(undefined, 1);
    await pause(2_000);
    await steady.stop();
    const pods = [...fleet.local.pods.keys()];
    const scraped = await Promise.all([
      ...pods.flatMap((pod) => [ask(metricsOf(pod), '/metrics'), ask(envoyOf(pod), '/metrics')]),
      ask(page, '/metrics'),
    ]);
    const lines = scraped.flatMap(({ text }) => text.split('\n'));
    const told = new Set(lines.flatMap((line) => /^(?:# TYPE )?([a-zA-Z_:][a-zA-Z0-9_:]*)/.exec(line)?.[1] ?? []));
    const asked = [...alerts('models', 600).map(({ expr }) => expr), ...panels('models').flatMap(exprsOf)].flatMap(
      (expr) => [...expr.matchAll(/([a-z][a-z0-9_]*)\{/g)],
    );
    const names = new Set(asked.map(([, name = '']) => name));
    expect(names.size).toBeGreaterThan(15);
    expect([...names].filter((name) => !told.has(name))).toEqual([]);
    expect(Object.values(metricNames).filter((name) => !told.has(name))).toEqual([]);
    expect(scrapedEnvoyMetrics.filter((name) => !told.has(name))).toEqual([]);
    // And labels: an alert on a label that does not exist never fires.
    for (const label of [
      `envoy_http_downstream_rq_xx{envoy_response_code_class="2",envoy_http_conn_manager_prefix="${listeners.gatewayHttp}"}`,
      'envoy_cluster_upstream_rq_total{envoy_cluster_name="servers-http"}',
      'stowage_router_models{state="ready"} 2',
      'stowage_router_pods{server="cpu",connected="true"} 2',
      'stowage_agent_copies{state="ready"} 2',
      'stowage_agent_loads_total{result="ok"} 2',
      'stowage_witness_as_planned 1',
    ]) {
      expect(
        lines.some((line) => line.startsWith(label)),
        label,
      ).toBe(true);
    }
  });

  test('what the gateway tells KEDA is what there is to do, by every router', { timeout: 180_000 }, async () => {
    const gateways = [...fleet.local.gateways.keys()];
    // At first it may not have heard of all.
    await until(async () => (await Promise.all(gateways.map(load))).every((one) => one !== undefined), 90_000);
    expect((await ask(metricsOf(gateways[0] ?? ''), '/load/none')).status).toBe(503);

    const steady = await fleet.load(undefined, 6);
    await pause(16_000);
    const before = steady.answered;
    const begun = performance.now();
    await pause(15_000);
    const rate = ((steady.answered - before) * 1000) / (performance.now() - begun);
    // What is told now is of these seconds.
    await pause(3_000);
    const told = await Promise.all(gateways.map(load));
    await steady.stop();
    console.log(`offered ${rate.toFixed(1)} a second by 6 at once; told`, told);
    for (const one of told) {
      expect(one?.pods).toBe(2);
      expect(one?.requestsPerSecond).toBeGreaterThan(0.75 * rate);
      expect(one?.requestsPerSecond).toBeLessThan(1.25 * rate);
      expect(one?.inFlight).toBeGreaterThan(0.5);
      expect(one?.inFlight).toBeLessThan(6.6);
    }

    // And it ends when they do.
    await until(async () => (await load(gateways[0] ?? ''))?.requestsPerSecond === 0, 40_000);
  });
});

interface Address {
  readonly socket_address: { readonly address: string; readonly port_value: number };
}

function exprsOf({ queries }: { readonly queries: readonly { readonly expr: string }[] }): readonly string[] {
  return queries.map(({ expr }) => expr);
}
