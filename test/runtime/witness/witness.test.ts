import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Http2Server, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  decodeShards,
  encodeShards,
  type FleetStatus,
  type HostPort,
  type RoutedModel,
} from '../../../src/ir/index.ts';
import { swapMount } from '../../../src/local/index.ts';
import { planShardFile } from '../../../src/names/index.ts';
import { namesByFile } from '../../../src/runtime/stream/index.ts';
import { Witness } from '../../../src/runtime/witness/index.ts';
import { witnessPage } from '../../../src/runtime/witness/page.ts';
import { aFleet, aModel, aPlan } from '../../support/nodes.ts';
import { freePort } from '../../support/serving.ts';
import { aFleetStatus, aModelStatus } from '../../support/statuses.ts';
import { until } from '../../support/until.ts';

describe('the witness', () => {
  it('is ready when what a router says is what is mounted, and says why when it is not', async () => {
    const { folder, shards, digest } = aMountedPlan(['iris']);
    const router = await aRouter(aFleetStatus({ plan: digest }));
    const { at, logged } = await aWitness(folder, [router.at]);
    await until(async () => (await ask(at, '/ready')).status === 200);
    expect((await ask(at, '/started')).status).toBe(200);
    expect((await ask(at, '/live')).status).toBe(200);
    expect((await ask(at, '/')).text).toContain('test runs as planned');
    expect(logged.at(-1)?.[0]).toBe('runs as planned');

    router.say(
      aFleetStatus({ plan: digest, models: [aModelStatus({ state: 'unavailable', reason: 'no copy is ready' })] }),
    );
    await until(async () => (await ask(at, '/ready')).status === 503);
    expect((await ask(at, '/')).text).toContain('model iris</td><td>it does not answer; no copy is ready');
    const status = JSON.parse((await ask(at, '/status')).text);
    expect(status).toMatchObject({ ready: false, environment: 'test', plan: digest });
    expect(status.differences).toEqual([{ subject: 'model iris', message: 'it does not answer; no copy is ready' }]);
    expect(logged.at(-1)).toEqual([
      'not as planned',
      { subject: 'model iris', reason: 'it does not answer; no copy is ready' },
    ]);

    // A new plan, that the router does not have yet.
    router.say(aFleetStatus({ plan: digest }));
    await until(async () => (await ask(at, '/ready')).status === 200);
    swapMount(folder, shards(['iris', 'second']));
    await until(async () => (await ask(at, '/ready')).status === 503);
    expect((await ask(at, '/nowhere')).status).toBe(404);
  });

  it('is not ready while a router is away, and is again when it comes back', async () => {
    const { folder, digest } = aMountedPlan(['iris']);
    const router = await aRouter(aFleetStatus({ plan: digest }));
    const { at } = await aWitness(folder, [router.at]);
    await until(async () => (await ask(at, '/ready')).status === 200);
    await router.close();
    await until(async () => (await ask(at, '/ready')).status === 503);
    const again = await aRouter(aFleetStatus({ plan: digest }), router.at);
    await until(async () => (await ask(at, '/ready')).status === 200);
    expect(again.at).toEqual(router.at);
  });

  it('does not believe what is no status', async () => {
    const { folder } = aMountedPlan(['iris']);
    const router = await aRouter({ version: 1, models: 'all' } as never);
    const { at } = await aWitness(folder, [router.at]);
    await until(async () => (await ask(at, '/')).text.includes('its router does not answer'));
    expect((await ask(at, '/ready')).status).toBe(503);
  });

  it('writes what it is told as text, never as HTML', () => {
    const page = witnessPage({
      environment: 'test',
      differences: [{ subject: 'model <b>', message: '<script>alert("x")</script> & more' }],
      fleet: aFleetStatus({ models: [aModelStatus({ name: '"><img src=x>' })] }),
    });
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page).toContain('&#60;script&#62;');
  });

  it('tells of models on demand that are not loaded, and calls that as planned', () => {
    const waits = {
      state: 'onDemand',
      serving: undefined as never,
      at: [],
      reason: 'cpu/0: waiting, no room',
    } as const;
    const fleet = aFleetStatus({ models: [aModelStatus(waits)] });
    const page = witnessPage({ environment: 'test', differences: [], fleet });
    expect(page).toContain('<h1>test runs as planned</h1>');
    expect(page).toContain('<tr><td>model iris</td><td>cpu/0: waiting, no room</td></tr>');
  });
});

function aMountedPlan(names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const shards = (of: readonly string[]): ReadonlyMap<string, string> => {
    const { gateway } = aPlan(aFleet({ models: of.map((name) => aModel({ name })) }));
    const texts = encodeShards('gateway', { environment: 'test' }, gateway.models, 2);
    return new Map(texts.map((text, i) => [planShardFile(i), text]));
  };
  swapMount(folder, shards(names));
  const decoded = decodeShards<RoutedModel>([...shards(names).values()]);
  return { folder, shards, digest: 'digest' in decoded ? decoded.digest : '' };
}

async function aWitness(plan: string, routers: readonly HostPort[]) {
  const file = join(plan, '..', `${plan.split('/').at(-1)}-routers.json`);
  writeFileSync(file, JSON.stringify(routers));
  onTestFinished(() => rmSync(file, { force: true }));
  const at = await freePort();
  const logged: [string, unknown][] = [];
  const settings = {
    version: 1,
    environment: 'test',
    namespace: 'models',
    planShards: 2,
    gateway: { host: 'gateway', port: 1 },
  } as const;
  const log = (event: string, facts?: unknown) => void logged.push([event, facts]);
  const witness = new Witness({ settings, plan, names: namesByFile(file), listen: at, log });
  onTestFinished(() => witness.close());
  await witness.start();
  return { at, logged };
}

/** Speaks as a router does on its stream port. */
async function aRouter(first: FleetStatus, where?: HostPort) {
  const at = where ?? (await freePort());
  let status = first;
  const streams = new Set<ServerHttp2Stream>();
  const sessions = new Set<ServerHttp2Session>();
  const server: Http2Server = createServer();
  server.on('session', (session) => sessions.add(session));
  server.on('stream', (stream, headers) => {
    expect(headers[':path']).toBe('/v1/fleet?watch');
    stream.respond({ ':status': 200 });
    stream.write(`${JSON.stringify(status)}\n`);
    stream.on('error', () => {});
    streams.add(stream);
  });
  await new Promise<void>((resolve) => server.listen(at.port, at.host, resolve));
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const session of sessions) session.destroy();
    await closed;
  };
  onTestFinished(close);
  return {
    at,
    close,
    say: (next: FleetStatus): void => {
      status = next;
      for (const stream of streams) stream.write(`${JSON.stringify(status)}\n`);
    },
  };
}

async function ask({ host, port }: HostPort, path: string) {
  const response = await fetch(`http://${host}:${port}${path}`);
  return { status: response.status, text: await response.text() };
}
