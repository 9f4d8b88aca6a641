import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namesByDns, namesByFile } from '../../../src/runtime/stream/index.ts';

const fault = (code: string) => Object.assign(new Error(code), { code });

/** A resolver of fixed answers: what is not there is not known. */
function resolver(names: Readonly<Record<string, readonly string[] | string>>) {
  const ask = (family: 4 | 6) => async (name: string) => {
    const answer = names[name];
    if (answer === undefined) throw fault('ENOTFOUND');
    if (typeof answer === 'string') throw fault(answer);
    const of = answer.filter((address) => address.includes(':') === (family === 6));
    if (of.length === 0) throw fault('ENODATA');
    return of;
  };
  return { resolve4: ask(4), resolve6: ask(6) };
}

const search = () => ['ns.svc.cluster.local', 'cluster.local'];

test('a short name is looked for in the search domains, in turn', async () => {
  const names = resolver({ 'gateway.ns.svc.cluster.local': ['10.0.0.2', '10.0.0.1', 'fd00::1'] });
  expect(
    await namesByDns('gateway.ns.svc', 7, resolver({ 'gateway.ns.svc.cluster.local': ['10.0.0.9'] }), search)(),
  ).toEqual([{ host: '10.0.0.9', port: 7 }]);
  expect(await namesByDns('gateway', 7, names, search)()).toEqual([
    { host: '10.0.0.1', port: 7 },
    { host: '10.0.0.2', port: 7 },
    { host: 'fd00::1', port: 7 },
  ]);
});

test('a Service is looked for in the domain of the cluster alone, not in those of the node', async () => {
  const node = () => ['ns.svc.cluster.local', 'svc.cluster.local', 'cluster.local', 'corp.example'];
  const anyName = resolver({ 'gateway.ns.svc.corp.example': ['192.0.2.1'] });
  expect(await namesByDns('gateway.ns.svc', 7, anyName, node)()).toEqual([]);
  const silent = resolver({ 'gateway.ns.svc.corp.example': 'ETIMEOUT' });
  expect(await namesByDns('gateway.ns.svc', 7, silent, node)()).toEqual([]);
  const other = resolver({ 'gateway.ns.svc.k8s.example.org': ['10.0.0.1'] });
  const searched = () => ['ns.svc.k8s.example.org', 'svc.k8s.example.org', 'k8s.example.org'];
  expect(await namesByDns('gateway.ns.svc', 7, other, searched)()).toEqual([{ host: '10.0.0.1', port: 7 }]);
});

test('that there is no such name is an answer; that nobody answers is none', async () => {
  expect(await namesByDns('gateway', 7, resolver({}), search)()).toEqual([]);
  for (const code of ['ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED']) {
    const names = resolver({ 'gateway.ns.svc.cluster.local': code, 'gateway.cluster.local': ['10.0.0.1'] });
    expect(await namesByDns('gateway', 7, names, search)()).toBeUndefined();
  }
});

test('a short name is asked for by itself only where there are no search domains', async () => {
  const unanswered = resolver({ 'gateway.ns.svc': 'ESERVFAIL' });
  expect(await namesByDns('gateway.ns.svc', 7, unanswered, search)()).toEqual([]);
  expect(await namesByDns('gateway.ns.svc', 7, unanswered, () => [])()).toBeUndefined();
  const whole = resolver({ 'gateway.example': ['10.0.0.1'] });
  expect(await namesByDns('gateway.example', 7, whole, () => [])()).toEqual([{ host: '10.0.0.1', port: 7 }]);
});

test('the root is no search domain', async () => {
  const names = resolver({ 'gateway..': 'EBADNAME', gateway: ['10.0.0.1'] });
  expect(await namesByDns('gateway', 7, names, () => [...search(), '.'])()).toEqual([]);
  expect(await namesByDns('gateway', 7, names, () => ['.'])()).toEqual([{ host: '10.0.0.1', port: 7 }]);
});

test('an address needs no resolver', async () => {
  expect(await namesByDns('10.1.2.3', 7, resolver({}), search)()).toEqual([{ host: '10.1.2.3', port: 7 }]);
});

test('a file of addresses; one that is torn or missing is no answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  try {
    const path = join(folder, 'routers.json');
    const names = namesByFile(path);
    expect(await names()).toBeUndefined();
    writeFileSync(path, '[{"host":"127.0.0.1","port":1}]');
    expect(await names()).toEqual([{ host: '127.0.0.1', port: 1 }]);
    for (const bad of ['[{"host":"127.0.0.1"', '{}', '[1]', '[{"host":1,"port":1}]']) {
      writeFileSync(path, bad);
      expect(await names()).toBeUndefined();
    }
    writeFileSync(path, '[]');
    expect(await names()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
