import { mkdtempSync, rmSync } from 'node:fs';
import {
  type ClientHttp2Session,
  connect as connectHttp2,
  constants,
  createServer as createHttp2Server,
} from 'node:http2';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HostPort, PodStatus, RouterWord } from '../../../src/ir/index.ts';
import { AgentServer, type AgentStream, dialRouter, RouterStreams } from '../../../src/runtime/stream/index.ts';
import { writeCertificates } from '../../support/certificates.ts';
import { aStatus } from '../../support/fake-agent.ts';
import { until } from '../../support/until.ts';

const host = '127.0.0.1';
const log = () => {};

/** A word that releases one copy. */
function aWord(seen: number, released: readonly string[] = []): RouterWord {
  return { version: 1, router: 'r', seen, released, aborted: [], refuge: [] };
}

let open: { close: () => void }[];
let heard: { stream: AgentStream; status: PodStatus }[];
let gone: AgentStream[];
let fleet: number;
let watchers: Set<() => void>;
let folder: string;

beforeEach(() => {
  open = [];
  heard = [];
  gone = [];
  fleet = 0;
  watchers = new Set();
  folder = mkdtempSync(join(tmpdir(), 'stream-'));
});

afterEach(() => {
  for (const one of open.reverse()) one.close();
  rmSync(folder, { recursive: true, force: true });
});

async function router(at: HostPort = { host, port: 0 }, tls?: string): Promise<{ server: AgentServer; at: HostPort }> {
  const server = new AgentServer(
    { environment: 'test', at, tls, log, keepAlive: { every: 50, patience: 400 }, lookAtTls: 30 },
    {
      status: (stream, status) => heard.push({ stream, status }),
      gone: (stream) => gone.push(stream),
      fleet: () => JSON.stringify({ fleet }),
      watchFleet: (changed) => {
        watchers.add(changed);
        return () => watchers.delete(changed);
      },
    },
  );
  open.push(server);
  return { server, at: await server.listen() };
}

function agent(names: () => readonly HostPort[] | undefined, tls?: string) {
  let changes = 0;
  const streams = new RouterStreams(
    { names: async () => names(), log, every: 20, tls, keepAlive: { every: 50, patience: 400 } },
    () => changes++,
  );
  open.push(streams);
  return { streams, changes: () => changes };
}

describe('streams between agents and routers', () => {
  test('statuses go up and words come down, each whole', async () => {
    const { at } = await router();
    const { streams, changes } = agent(() => [at]);
    expect(streams.routers()).toBeUndefined();
    streams.send(aStatus({ sequence: 1 }));
    await until(() => heard.length === 1);
    heard[0]?.stream.say(aWord(1, ['iris-1']));
    await until(() => streams.routers()?.[0]?.word !== undefined);
    expect(streams.routers()).toEqual([{ address: at, connected: true, word: aWord(1, ['iris-1']) }]);
    const before = changes();
    streams.send(aStatus({ sequence: 2 }));
    heard[0]?.stream.say(aWord(2));
    await until(() => heard.length === 2 && streams.routers()?.[0]?.word?.seen === 2);
    expect(changes()).toBeGreaterThan(before);
    expect(heard.map(({ status }) => status.sequence)).toEqual([1, 2]);
  });

  test('names that cannot be resolved change nothing; none is an answer, but whoever is connected stays known', async () => {
    const { at, server } = await router();
    let names: readonly HostPort[] | undefined;
    const { streams } = agent(() => names);
    await pause(60);
    expect(streams.routers()).toBeUndefined();
    names = [];
    await until(() => streams.routers() !== undefined);
    expect(streams.routers()).toEqual([]);
    names = [at];
    await until(() => streams.routers()?.[0]?.connected === true);
    names = undefined;
    await pause(60);
    expect(streams.routers()).toHaveLength(1);
    names = [];
    await pause(60);
    expect(streams.routers()).toHaveLength(1);
    server.close();
    await until(() => streams.routers()?.length === 0);
  });

  test('a stream that the router resets, though its session goes on, is dialled again, and its word holds no more', async () => {
    let streams = 0;
    const server = createHttp2Server((__, response) => {
      const { stream } = response;
      streams++;
      response.write(`${JSON.stringify(aWord(1, ['iris-1']))}\n`);
      if (streams === 1) setTimeout(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR), 50);
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    open.push({ close: () => server.close() });
    const { port } = server.address() as { port: number };
    const dialled = agent(() => [{ host, port }]);
    await until(() => dialled.streams.routers()?.[0]?.word !== undefined);
    await until(() => dialled.streams.routers()?.[0]?.word === undefined);
    await until(() => streams === 2);
  });

  test('one that cannot be reached is told of once, not at each try', async () => {
    const events: string[] = [];
    const dialled = new RouterStreams(
      { names: async () => [{ host, port: 1 }], log: (event) => events.push(event), every: 20 },
      () => {},
    );
    open.push(dialled);
    await until(() => events.length > 0);
    await pause(400);
    expect(events).toEqual(['router not reached']);
  });

  test('a router that went away is known and silent until it is back, and nothing that it said still holds', async () => {
    const { at, server } = await router();
    const { streams } = agent(() => [at]);
    streams.send(aStatus());
    await until(() => heard.length === 1);
    heard[0]?.stream.say(aWord(1, ['iris-1']));
    await until(() => streams.routers()?.[0]?.word !== undefined);
    server.close();
    await until(() => streams.routers()?.[0]?.connected === false);
    expect(streams.routers()).toEqual([{ address: at, connected: false }]);
    await router(at);
    await until(() => heard.length === 2);
    expect(streams.routers()).toEqual([{ address: at, connected: true }]);
  });

  test('a stream that the router ends comes again, with the newest status', async () => {
    const { at } = await router();
    const { streams } = agent(() => [at]);
    streams.send(aStatus({ sequence: 1 }));
    await until(() => heard.length === 1);
    heard[0]?.stream.end();
    await until(() => gone.length === 1);
    streams.send(aStatus({ sequence: 2 }));
    await until(() => heard.length >= 2);
    expect(heard.at(-1)?.status.sequence).toBe(2);
    expect(heard.at(-1)?.stream).not.toBe(heard[0]?.stream);
  });

  test('a peer that does not answer is given up', async () => {
    const sockets: Socket[] = [];
    const silent: Server = createServer((socket) => sockets.push(socket.on('error', () => {})));
    await new Promise<void>((resolve) => silent.listen(0, host, resolve));
    open.push({
      close: () => {
        silent.close();
        for (const socket of sockets) socket.destroy();
      },
    });
    const address = silent.address();
    const at = { host, port: typeof address === 'object' && address ? address.port : 0 };
    const { streams } = agent(() => [at]);
    await until(() => sockets.length > 1);
    expect(streams.routers()).toEqual([{ address: at, connected: false }]);
  });

  test('a router that talks nonsense is dropped, and dialled again', async () => {
    const { at } = await router();
    const { streams } = agent(() => [at]);
    streams.send(aStatus());
    await until(() => heard.length === 1);
    heard[0]?.stream.say({ nonsense: true } as unknown as RouterWord);
    await until(() => heard.length === 2);
    expect(streams.routers()?.[0]?.word).toBeUndefined();
  });

  test.each([
    ['no HTTP at all', Buffer.from('hello\r\n\r\n')],
    ['HTTP/1.1', Buffer.from('POST /v1/agent HTTP/1.1\r\nhost: a\r\n\r\n')],
    ['random bytes', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 89) % 256))],
  ])('a client that speaks %s does no harm', async (_name, bytes) => {
    const { at } = await router();
    const socket = connect(at.port, at.host).on('error', () => {});
    socket.write(bytes);
    await pause(50);
    socket.destroy();
    const { streams } = agent(() => [at]);
    streams.send(aStatus());
    await until(() => heard.length === 1);
  });

  const client = (at: HostPort): ClientHttp2Session => {
    const session = connectHttp2(`http://${at.host}:${at.port}`).on('error', () => {});
    open.push({ close: () => session.destroy() });
    return session;
  };

  test.each([
    ['nonsense', 'nonsense\n'],
    ['a status of another environment', `${JSON.stringify(aStatus({ environment: 'other' }))}\n`],
    ['a line that never ends', 'x'.repeat(17 * 1024 * 1024)],
  ])('an agent that sends %s loses its stream', async (_name, text) => {
    const { at } = await router();
    const stream = client(at).request({ ':method': 'POST', ':path': '/v1/agent' }, { endStream: false });
    const closed = new Promise<void>((resolve) => stream.on('error', () => {}).once('close', () => resolve()));
    stream.write(text);
    stream.resume();
    await closed;
    expect(heard).toEqual([]);
  });

  test('an agent that becomes another one on the same stream loses it', async () => {
    const { at } = await router();
    const stream = client(at).request({ ':method': 'POST', ':path': '/v1/agent' }, { endStream: false });
    const closed = new Promise<void>((resolve) => stream.on('error', () => {}).once('close', () => resolve()));
    stream.resume();
    stream.write(`${JSON.stringify(aStatus())}\n${JSON.stringify(aStatus({ ordinal: 1 }))}\n`);
    await closed;
    expect(heard).toHaveLength(1);
    await until(() => gone.length === 1);
  });

  test('the state of the fleet is told once, or line by line; other paths are not known', async () => {
    const { at } = await router();
    const session = client(at);
    const get = (path: string) => {
      let text = '';
      const stream = session.request({ ':method': 'GET', ':path': path });
      stream.on('data', (piece: Buffer) => {
        text += piece;
      });
      return { stream, text: () => text };
    };
    const once = get('/v1/fleet');
    await until(() => once.text() === '{"fleet":0}\n');
    const lines = get('/v1/fleet?watch');
    await until(() => lines.text() === '{"fleet":0}\n');
    fleet = 1;
    for (const changed of watchers) changed();
    await until(() => lines.text() === '{"fleet":0}\n{"fleet":1}\n');
    lines.stream.close();
    await until(() => watchers.size === 0);
    const status = new Promise((resolve) => get('/other').stream.once('response', (all) => resolve(all[':status'])));
    expect(await status).toBe(404);
  });

  test('mutual TLS: by the authority, not the name; certificates are read anew', async () => {
    const tls = join(folder, 'tls');
    const other = join(folder, 'other');
    writeCertificates(tls);
    writeCertificates(other);
    const { at } = await router({ host, port: 0 }, tls);
    const { streams } = agent(() => [at], tls);
    streams.send(aStatus());
    await until(() => heard.length === 1);
    const stranger = agent(() => [at], other);
    const plain = agent(() => [at]);
    await pause(300);
    expect(stranger.streams.routers()).toEqual([{ address: at, connected: false }]);
    expect(plain.streams.routers()?.[0]?.word).toBeUndefined();
    expect(heard).toHaveLength(1);
    // The Secret is another one from now on: what comes anew must be of the new authority.
    writeCertificates(tls);
    await pause(100);
    heard[0]?.stream.end();
    await until(() => heard.length === 2);
    const late = dialRouter(at, other);
    open.push({ close: () => late.destroy() });
    await until(() => late.closed || late.destroyed);
  });
});
