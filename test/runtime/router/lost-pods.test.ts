import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { HostPort } from '../../../src/ir/index.ts';
import type { SeenPod } from '../../../src/runtime/router/handover/index.ts';
import { LostPods } from '../../../src/runtime/router/lost-pods.ts';
import { aKnownPod } from '../../support/statuses.ts';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test('a pod whose stream broke is gone when it refuses, and not while it answers', async () => {
  const there = await somebody();
  const gone = watched([
    aPod('a-0', there, false),
    aPod('a-1', { host: '127.0.0.1', port: 1 }, false),
    aPod('a-2', there, false),
  ]);
  await vi.waitFor(() => expect(gone).toEqual(['a-1']));
});

test('a pod is gone whose address another one has now, though that answers', async () => {
  const there = await somebody();
  const gone = watched([aPod('a-0', there, true), aPod('b-0', there, false)]);
  await vi.waitFor(() => expect(gone).toEqual(['b-0']));
});

test('a pod that is silent is given up sooner where it was about to end', async () => {
  const silent = { host: 'silent.test', port: 1 };
  const gone = watched([aPod('a-0', silent, false), { ...aPod('a-1', silent, false), draining: true }]);
  await vi.waitFor(() => expect(gone).toEqual(['a-1', 'a-0']));
});

/** Names of pods that are found to be gone. */
function watched(pods: readonly SeenPod[]): readonly string[] {
  const gone: string[] = [];
  const lost = new LostPods(
    () => pods.filter(({ pod }) => !gone.includes(pod)),
    ({ pod }) => gone.push(pod),
    10,
  );
  ends.push(() => lost.close());
  return gone;
}

async function somebody(): Promise<HostPort> {
  const server = createServer((socket) => socket.destroy());
  ends.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

function aPod(pod: string, address: HostPort, connected: boolean): SeenPod {
  const [server = '', ordinal] = pod.split('-');
  return { ...aKnownPod({ server, ordinal: Number(ordinal), pod, address, connected }), released: new Set() };
}
