import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dynamicFiles } from '../../../src/names/index.ts';
import { Sidecar, type SidecarFiles } from '../../../src/runtime/agent/sidecar.ts';
import type { Acceptance } from '../../../src/runtime/proxy/index.ts';

const local = { http: { host: '127.0.0.1', port: 9000 }, grpc: { host: '127.0.0.1', port: 9500 } };
let folder: string;
let admin: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidecar-'));
});
afterEach(() => {
  admin?.close();
  admin = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Files that tell what was done to them: `clusters.json limited-1` names the models that a text speaks of. */
class ToldFiles implements SidecarFiles {
  readonly done: string[] = [];
  readonly texts = new Map<string, string>();
  refuse: string | undefined;

  read(file: string): Buffer | undefined {
    const text = this.texts.get(file);
    return text === undefined ? undefined : Buffer.from(text);
  }

  write(file: string, resources: string | object): void {
    const text = String(resources);
    this.done.push(`write ${this.#told(file, text)}`);
    this.texts.set(file, text);
  }

  async apply({ file }: { readonly file: string }, resources: string | object): Promise<Acceptance> {
    const text = String(resources);
    this.done.push(this.#told(file, text));
    this.texts.set(file, text);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return this.refuse === file ? { rejected: `Envoy refused ${file}` } : 'accepted';
  }

  #told(file: string, text: string): string {
    const models = [...new Set(text.match(/\b(?:plain|limited)-\d/g))].toSorted();
    return [file, ...models].join(' ');
  }
}

function aSidecar(files: ToldFiles): Sidecar {
  return new Sidecar(files, join(folder, 'admin.sock'), local, 60);
}

/** Stands in for Envoy's admin interface. */
async function startAdmin(answer: string): Promise<void> {
  admin = createServer((_, response) => response.end(answer));
  await new Promise<void>((resolve) => admin?.listen(join(folder, 'admin.sock'), resolve));
}

const plain = { physical: 'plain-1' };
const limited = (number: number) => ({ physical: `limited-${number}`, concurrency: 4 });

test('clusters come before routes that lead to them, and go after', async () => {
  const files = new ToldFiles();
  const sidecar = aSidecar(files);
  expect(await sidecar.set([plain, limited(1)])).toBe('accepted');
  expect(await sidecar.set([limited(2)])).toBe('accepted');
  expect(files.done).toEqual([
    'clusters.json limited-1',
    'routes.json limited-1 plain-1',
    'clusters.json limited-1',
    'clusters.json limited-1 limited-2',
    'routes.json limited-2',
    'clusters.json limited-2',
  ]);
});

test('what Envoy has already is not written again', async () => {
  const files = new ToldFiles();
  const sidecar = aSidecar(files);
  await sidecar.set([plain]);
  const { length } = files.done;
  expect(await sidecar.set([plain])).toBe('accepted');
  expect(files.done.length).toBe(length);
});

test('wishes that come while one is under way become one, and all hear of it', async () => {
  const files = new ToldFiles();
  const sidecar = aSidecar(files);
  const first = sidecar.set([limited(1)]);
  const later = [2, 3, 4].map((number) => sidecar.set([limited(number)]));
  expect(await Promise.all([first, ...later])).toEqual(Array(4).fill('accepted'));
  expect(files.done.filter((one) => one.startsWith('routes'))).toEqual([
    'routes.json limited-1',
    'routes.json limited-4',
  ]);
});

test('a refusal is told, and the next wish starts from what Envoy may have', async () => {
  const files = new ToldFiles();
  const sidecar = aSidecar(files);
  await sidecar.set([limited(1)]);
  files.refuse = dynamicFiles.routes;
  expect(await sidecar.set([limited(1), limited(2)])).toEqual({ rejected: 'Envoy refused routes.json' });
  files.refuse = undefined;
  files.done.splice(0);
  expect(await sidecar.set([limited(1)])).toBe('accepted');
  expect(files.done[0]).toBe('clusters.json limited-1 limited-2');
});

describe('before Envoy starts', () => {
  test('files are there that let nothing in', async () => {
    const files = new ToldFiles();
    const sidecar = aSidecar(files);
    expect(sidecar.written).toBe(false);
    await sidecar.prepare([]);
    expect(sidecar.written).toBe(true);
    expect(files.done).toEqual(['write clusters.json', 'write routes.json']);
  });

  test('files of an earlier run are written anew, so that what the server has lost is not let in', async () => {
    const files = new ToldFiles();
    await aSidecar(files).set([plain, limited(1)]);
    files.done.splice(0);
    await aSidecar(files).prepare([plain]);
    expect(files.done).toEqual(['write clusters.json', 'write routes.json plain-1']);
  });

  test('an Envoy that runs keeps what it has until it is told', async () => {
    await startAdmin('{}');
    const files = new ToldFiles();
    await aSidecar(files).set([plain]);
    files.done.splice(0);
    await aSidecar(files).prepare([]);
    expect(files.done).toEqual([]);
  });
});

test('counts the requests that are with the inference server, over all its clusters', async () => {
  const sidecar = aSidecar(new ToldFiles());
  expect(await sidecar.inFlight()).toBe(0);
  await startAdmin(
    [
      'cluster.admin.upstream_rq_active: 1',
      'cluster.local-grpc.upstream_rq_active: 2',
      'cluster.local-http.upstream_rq_active: 3',
      'cluster.local-http.limited-1.upstream_rq_active: 4',
      'cluster.local-metrics.upstream_rq_active: 5',
    ].join('\n'),
  );
  expect(await sidecar.inFlight()).toBe(9);
});
