import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agentPodPlace, readAgentPlace } from '../../../src/runtime/agent/agent-place.ts';

const folders = {
  settings: '/s/agent.json',
  plan: '/plan',
  run: '/run',
  artifacts: '/artifacts',
  repository: '/repository',
  modules: '/modules',
  state: '/state',
};

const folder = mkdtempSync(join(tmpdir(), 'place-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a pod tells its agent who it is', () => {
  const env = { STOWAGE_POD_NAME: 'cpu-3', STOWAGE_POD_IP: '10.0.0.7', STOWAGE_ORDINAL: '3' };
  expect(agentPodPlace(folders, env)).toEqual({
    ...folders,
    pod: 'cpu-3',
    ordinal: 3,
    address: { host: '10.0.0.7', port: 18400 },
    probes: { host: '0.0.0.0', port: 18410 },
    metrics: { host: '0.0.0.0', port: 18411 },
  });
  for (const name of Object.keys(env)) {
    expect(agentPodPlace(folders, { ...env, [name]: undefined })).toContain(name);
  }
  expect(agentPodPlace(folders, { ...env, STOWAGE_ORDINAL: '03' })).toContain('STOWAGE_ORDINAL');
});

test('a file tells it, or says what lacks', () => {
  const path = join(folder, 'place.json');
  const place = {
    ...folders,
    pod: 'cpu-0',
    ordinal: 0,
    address: { host: '127.0.0.1', port: 1 },
    probes: { host: '127.0.0.1', port: 2 },
    metrics: { host: '127.0.0.1', port: 3 },
  };
  const read = (text: string) => {
    writeFileSync(path, text);
    return readAgentPlace(path);
  };
  expect(read(JSON.stringify(place))).toEqual(place);
  expect(read(JSON.stringify({ ...place, plan: undefined }))).toBe(`${path} does not say \`plan\``);
  expect(read(JSON.stringify({ ...place, probes: 8 }))).toBe(`${path} does not say \`probes\``);
  expect(read(JSON.stringify({ ...place, ordinal: '0' }))).toBe(`${path} does not say \`ordinal\``);
  expect(read('[]')).toBe(`${path} holds no JSON object`);
  expect(read('{')).toContain('cannot be read');
  expect(readAgentPlace(join(folder, 'none'))).toContain('cannot be read');
});
