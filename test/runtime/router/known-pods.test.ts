import { expect, test } from 'vitest';
import { KnownPods } from '../../../src/runtime/router/known-pods.ts';
import type { AgentStream } from '../../../src/runtime/stream/index.ts';
import { aCopy, aStatus } from '../../support/fake-agent.ts';

function aStream(): AgentStream & { readonly ended: () => boolean } {
  let isEnded = false;
  return {
    say: () => {},
    end: () => {
      isEnded = true;
    },
    ended: () => isEnded,
  };
}

const leaving = { copies: [aCopy('m', 1, 'leaving')] };

test('pods are sorted by server and ordinal; one whose stream broke stays until it is removed', () => {
  const pods = new KnownPods();
  const streams = [aStream(), aStream(), aStream()] as const;
  pods.hear(streams[0], aStatus({ server: 'b' }));
  pods.hear(streams[1], aStatus({ server: 'a', ordinal: 10 }));
  pods.hear(streams[2], aStatus({ server: 'a', ordinal: 9 }));
  expect(pods.all().map(({ pod }) => pod)).toEqual(['a-9', 'a-10', 'b-0']);
  expect(pods.lose(streams[1])).toBe(true);
  expect(pods.all().map(({ connected }) => connected)).toEqual([true, false, true]);
  const [, lost] = pods.all();
  if (lost !== undefined) pods.remove(lost);
  expect(pods.all()).toHaveLength(2);
});

test('a second stream of a pod takes the place of the first, whose end then means nothing', () => {
  const pods = new KnownPods();
  const [first, second] = [aStream(), aStream()];
  pods.hear(first, aStatus({ instance: 'one' }));
  pods.hear(second, aStatus({ instance: 'two' }));
  expect(first.ended()).toBe(true);
  expect(pods.lose(first)).toBe(false);
  expect(pods.all()).toMatchObject([{ instance: 'two', connected: true }]);
});

test('what was released is remembered while it is leaving, and no longer than its stream', () => {
  const pods = new KnownPods();
  const stream = aStream();
  const released = () => [...(pods.all()[0]?.released ?? [])];
  const tell = () => {
    const [pod] = pods.all();
    if (pod !== undefined) pods.tell(pod, ['m-1']);
  };
  pods.hear(stream, aStatus(leaving));
  tell();
  pods.hear(stream, aStatus({ ...leaving, sequence: 2 }));
  expect(released()).toEqual(['m-1']);
  pods.hear(stream, aStatus({ copies: [aCopy('m', 1, 'ready')], sequence: 3 }));
  pods.hear(stream, aStatus({ ...leaving, sequence: 4 }));
  expect(released()).toEqual([]);
  tell();
  pods.lose(stream);
  expect(released()).toEqual([]);
  pods.hear(stream, aStatus(leaving));
  tell();
  pods.hear(aStream(), aStatus(leaving));
  expect(released()).toEqual([]);
});

test('the same address is the same object; what an earlier run heard is there without a stream', () => {
  const pods = new KnownPods();
  pods.recall([aStatus(leaving)]);
  const [before] = pods.all();
  expect(before?.connected).toBe(false);
  pods.hear(aStream(), aStatus(leaving));
  expect(pods.all()[0]?.address).toBe(before?.address);
  pods.hear(aStream(), aStatus({ address: { host: '10.9.9.9', port: 1 } }));
  expect(pods.all()[0]?.address).toEqual({ host: '10.9.9.9', port: 1 });
});

test('what a pod has to do is kept apart: nothing is decided by it', () => {
  const pods = new KnownPods();
  const stream = aStream();
  const load = (inFlight: number) => ({ inFlight, requestsPerSecond: 1 });
  expect(pods.hear(stream, aStatus({ sequence: 1 }))).toBe(true);
  const [before] = pods.all();
  expect(pods.hear(stream, { ...aStatus({ sequence: 2 }), load: load(3) })).toBe(false);
  expect(pods.all()[0]).toBe(before);
  expect(pods.loads()).toEqual([{ server: 'cpu', pod: 'cpu-0', connected: true, load: load(3) }]);
  expect(pods.hear(stream, { ...aStatus({ sequence: 3, live: false }), load: load(4) })).toBe(true);
  expect(pods.all()).toMatchObject([{ sequence: 3, live: false }]);
  expect(pods.all()[0]).not.toHaveProperty('load');
  // What is not said any more is not known any more.
  expect(pods.hear(stream, aStatus({ sequence: 4, live: false }))).toBe(false);
  expect(pods.loads()).toMatchObject([{ load: undefined }]);
  pods.hear(stream, { ...aStatus({ sequence: 5, live: false }), load: load(5) });
  pods.lose(stream);
  expect(pods.loads()).toMatchObject([{ connected: false }]);
});
