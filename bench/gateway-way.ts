import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentSettings, HostPort } from '../src/ir/index.ts';
import { type FleetModel, RunningFleet, trainModels } from '../test/support/running-fleet.ts';
import { residentMebibytes } from './processes.ts';

/** Times of one way to the same model, in milliseconds, and requests a second with several at once. */
export interface WayCost {
  readonly p50: number;
  readonly p99: number;
  readonly throughput: number;
}

export interface FleetCost {
  /** Straight to the inference server, and through gateway and sidecar. */
  readonly direct: WayCost;
  readonly through: WayCost;
  /** MiB of the programs beside them. */
  readonly agent: number;
  readonly router: number;
  /** Milliseconds from a changed plan file to the first answer of a new version, median, and of that its load. */
  readonly firstAnswer: number;
  readonly load: number;
}

const rounds = 6;
const sequential = 400;
const parallel = 16;
const parallelRequests = 1600;
const models: readonly FleetModel[] = [{ name: 'score', format: 'sklearn', version: 1, replicas: 1 }];

/** A model that takes about two milliseconds, as small ones in use do. */
const forest = `import sys, joblib, numpy
from sklearn.ensemble import RandomForestRegressor
random = numpy.random.default_rng(0)
inputs = random.normal(size=(200, 6))
joblib.dump(RandomForestRegressor(n_estimators=10, random_state=0, n_jobs=1).fit(inputs, inputs[:, 0]), sys.argv[1])
`;

/** @param stowage how the program under test is started */
export async function fleetCost(stowage: readonly [string, ...string[]]): Promise<FleetCost> {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-way-'));
  let fleet: RunningFleet | undefined;
  try {
    trainModels(folder, models, [1, 2, 3, 4, 5, 6]);
    fleet = new RunningFleet(folder, { replicas: 1, memory: { model: '100Mi', server: '1Gi' }, models }, stowage);
    fleet.make('score', 1, forest);
    await fleet.commit();
    const status = await fleet.settled();
    const [gateway] = fleet.ready;
    if (gateway === undefined) throw new Error('no gateway is ready');
    const body = JSON.stringify(fleet.expected('score', 1).request);
    const ways = [
      { at: serverAddress(fleet), path: `/v2/models/${status.models[0]?.serving}/infer` },
      { at: gateway.http, path: '/v2/models/score/infer' },
    ];
    const [direct, through] = await alternate(ways, body);
    if (direct === undefined || through === undefined) throw new Error('nothing was measured');
    const pid = (pod: string, role: string) => fleet?.local.pods.get(pod)?.pids.get(role) ?? 0;
    const memory = {
      agent: residentMebibytes(pid('cpu-0', 'agent')),
      router: residentMebibytes(pid('stowage-gateway-0', 'router')),
    };
    return { direct, through, ...memory, ...(await firstAnswer(fleet, gateway.http, body)) };
  } finally {
    await fleet?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both ways in turn, so that a slow moment of the machine hits them alike. */
async function alternate(
  ways: readonly { readonly at: HostPort; readonly path: string }[],
  body: string,
): Promise<readonly WayCost[]> {
  const times = ways.map((): number[] => []);
  const rates = ways.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { at, path }] of ways.entries()) {
      const agent = new Agent({ keepAlive: true, maxSockets: parallel });
      const taken: number[] = [];
      for (let i = 0; i < sequential; i++) {
        const started = performance.now();
        await ask(agent, at, path, body);
        taken.push(performance.now() - started);
      }
      const started = performance.now();
      await Promise.all(
        Array.from({ length: parallel }, async () => {
          for (let i = 0; i < parallelRequests / parallel; i++) await ask(agent, at, path, body);
        }),
      );
      const rate = parallelRequests / ((performance.now() - started) / 1000);
      agent.destroy();
      // The first round warms everything up.
      if (round === 0) continue;
      times[index]?.push(...taken);
      rates[index]?.push(rate);
    }
  }
  return ways.map((_way, index) => ({
    p50: quantile(times[index] ?? [], 0.5),
    p99: quantile(times[index] ?? [], 0.99),
    throughput: quantile(rates[index] ?? [], 0.5),
  }));
}

/** Ships one version after the other, and asks until the new one answers. */
async function firstAnswer(
  fleet: RunningFleet,
  at: HostPort,
  body: string,
): Promise<Pick<FleetCost, 'firstAnswer' | 'load'>> {
  const times: number[] = [];
  const loads: number[] = [];
  const agent = new Agent({ keepAlive: true });
  for (const version of [2, 3, 4, 5, 6]) {
    const before = JSON.parse((await ask(agent, at, '/v2/models/score/infer', body)) || '{}').model_name;
    const changed = fleet.changed({ score: { version } });
    const applied = await fleet.prepare(changed);
    const started = performance.now();
    const since = new Date().toISOString();
    await applied();
    for (;;) {
      const { model_name } = JSON.parse(await ask(agent, at, '/v2/models/score/infer', body));
      if (model_name !== before) break;
    }
    times.push(performance.now() - started);
    loads.push(loadTime(fleet, since));
    await fleet.settled();
  }
  agent.destroy();
  return { firstAnswer: quantile(times, 0.5), load: quantile(loads, 0.5) };
}

function loadTime(fleet: RunningFleet, since: string): number {
  const [path = ''] = globSync('state/**/cpu-0-agent.log', { cwd: fleet.folder });
  const events = readFileSync(join(fleet.folder, path), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { time: string; event: string })
    .filter(({ time }) => time >= since);
  const at = (event: string) => Date.parse(events.find((one) => one.event === event)?.time ?? '');
  return at('loaded') - at('loading');
}

function serverAddress(fleet: RunningFleet): HostPort {
  const [path = ''] = globSync('state/**/cpu-0/**/agent.json', { cwd: fleet.folder });
  const { runtime } = JSON.parse(readFileSync(join(fleet.folder, path), 'utf8')) as AgentSettings;
  return { host: '127.0.0.1', port: runtime.ports.http };
}

function ask(agent: Agent, { host, port }: HostPort, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = request({ host, port, path, method: 'POST', headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode}: ${text}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? 0;
}
