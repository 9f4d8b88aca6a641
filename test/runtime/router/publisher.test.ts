import { beforeEach, expect, test } from 'vitest';
import { discoveryText, gatewayEndpoints } from '../../../src/envoy/index.ts';
import type { HostPort } from '../../../src/ir/index.ts';
import type { Acceptance, Resources, WatchedFile } from '../../../src/runtime/proxy/index.ts';
import type { RouteTable } from '../../../src/runtime/router/handover/index.ts';
import { type Publication, Publisher } from '../../../src/runtime/router/publisher.ts';
import { until } from '../../support/until.ts';

const host = (last: number): HostPort => ({ host: `10.0.0.${last}`, port: 18400 });

function table(...pods: readonly number[]): RouteTable {
  const leads = pods.map((pod) => ({ physical: 'm-1', loadName: 'm-1', address: host(pod) }));
  return new Map([['m', { name: 'm', idempotent: true, leads, reserve: [] }]]);
}

const publication = (...pods: readonly number[]): Publication => ({
  routes: table(...pods),
  pods: pods.map(host),
  anyPods: [],
});

/** Files of an Envoy that answers when it is told to. */
class HeldFiles {
  readonly files = new Map<string, Buffer>();
  readonly applied: { readonly file: string; readonly text: string; readonly answer: (answer: Acceptance) => void }[] =
    [];

  read(file: string): Buffer | undefined {
    return this.files.get(file);
  }

  write(file: string, resources: Resources): void {
    this.files.set(file, Buffer.from(resources));
  }

  apply({ file }: WatchedFile, resources: Resources): Promise<Acceptance> {
    return new Promise((answer) => this.applied.push({ file, text: resources.toString('latin1'), answer }));
  }

  /** Waits for the next file and answers; gives which it was and which pods it names. */
  async next(answer: Acceptance = 'accepted'): Promise<string> {
    await until(() => this.applied.length > 0);
    const next = this.applied.shift();
    next?.answer(answer);
    const pods = [1, 2, 3].filter((pod) => next?.text.includes(host(pod).host));
    return `${next?.file}: ${pods.join(' ')}`;
  }
}

let envoy: HeldFiles;
let publisher: Publisher;
const log = () => {};

beforeEach(() => {
  envoy = new HeldFiles();
  publisher = new Publisher(envoy, { timeout: 60, retryBufferBytes: 1 }, log, () => {});
});

test('endpoints are added, then routes, then endpoints removed, each once the one before is accepted', async () => {
  const first = publication(1);
  publisher.offer(first);
  expect(await envoy.next()).toBe('endpoints.json: 1');
  expect(publisher.current).toBeUndefined();
  expect(await envoy.next()).toBe('routes.pb: 1');
  expect(await envoy.next()).toBe('endpoints.json: 1');
  await until(() => publisher.accepted === first.routes);
  const second = publication(2);
  publisher.offer(second);
  expect(await envoy.next()).toBe('endpoints.json: 1 2');
  await until(() => envoy.applied.length === 1);
  // Envoy has been given the new ones, and goes by either.
  expect(publisher.accepted).toBe(first.routes);
  expect(publisher.current).toEqual([first.routes, second.routes]);
  expect(await envoy.next()).toBe('routes.pb: 2');
  expect(await envoy.next()).toBe('endpoints.json: 2');
  expect(publisher.current).toEqual([second.routes]);
});

test('of what is offered meanwhile, only the newest is written', async () => {
  publisher.offer(publication(1));
  publisher.offer(publication(2));
  publisher.offer(publication(3));
  const files = [];
  for (let count = 0; count < 6; count++) files.push(await envoy.next());
  expect(files).toEqual([
    'endpoints.json: 1',
    'routes.pb: 1',
    'endpoints.json: 1',
    'endpoints.json: 1 3',
    'routes.pb: 3',
    'endpoints.json: 3',
  ]);
});

test('what Envoy refuses is a fault until something is accepted, and takes nothing away', async () => {
  const first = publication(1);
  publisher.offer(first);
  for (let count = 0; count < 3; count++) await envoy.next();
  publisher.offer(publication(2));
  await envoy.next();
  await envoy.next({ rejected: 'Envoy refused routes.pb' });
  await until(() => publisher.fault !== undefined);
  expect(publisher.fault).toBe('Envoy refused routes.pb');
  expect(publisher.current).toEqual([first.routes]);
  publisher.offer(publication(3));
  expect(await envoy.next()).toBe('endpoints.json: 1 2 3');
  await envoy.next();
  expect(await envoy.next()).toBe('endpoints.json: 3');
  await until(() => publisher.fault === undefined);
});

test('what is found is kept: files are written only where there are none, and endpoints stay until there are routes', async () => {
  publisher.prepare(table());
  expect([...envoy.files.keys()].sort()).toEqual(['endpoints.json', 'routes.pb']);
  const found = new HeldFiles();
  found.write(
    'endpoints.json',
    discoveryText('envoy.config.endpoint.v3.ClusterLoadAssignment', [gatewayEndpoints([host(2)])]),
  );
  found.write('routes.pb', Buffer.from('found'));
  const later = new Publisher(found, { timeout: 60, retryBufferBytes: 1 }, log, () => {});
  later.prepare(table(1));
  expect(found.read('routes.pb')?.toString()).toBe('found');
  later.offer(publication(1));
  expect(await found.next()).toBe('endpoints.json: 1 2');
});
