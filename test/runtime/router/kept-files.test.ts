import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlanFile } from '../../../src/runtime/router/plan-file.ts';
import { PodsFile } from '../../../src/runtime/router/pods-file.ts';
import { readRouterPlace, routerPodPlace } from '../../../src/runtime/router/router-place.ts';
import { aCopy, aRouted } from '../../support/fake-agent.ts';
import { aPod } from './handover/seen.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the last good plan is read again, by its own environment alone, and only whole', () => {
  const path = join(folder, 'plan.json');
  const file = new PlanFile(path, 'test');
  expect(file.read()).toBeUndefined();
  file.write({ digest: 'd', entries: [aRouted()] });
  expect(file.read()).toEqual({ digest: 'd', entries: [aRouted()] });
  expect(new PlanFile(path, 'other').read()).toBeUndefined();
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -3));
  expect(file.read()).toBeUndefined();
});

test('what pods said last is read again, but for what requests cannot go to', () => {
  const path = join(folder, 'pods.json');
  const file = new PodsFile(path);
  expect(file.read()).toEqual([]);
  file.write([aPod(0, [aCopy('m', 1, 'ready'), aCopy('n', 1, 'loading')])]);
  const [pod] = file.read();
  expect(pod?.copies).toEqual([aCopy('m', 1, 'ready')]);
  expect(pod).not.toHaveProperty('released');
  for (const bad of ['', '{}', '{"version":1,"pods":[null,{}]}', '{"version":1,"pods":3}']) {
    writeFileSync(path, bad);
    expect(file.read()).toEqual([]);
  }
});

test('a router is told where it lives by its pod, or by a file', () => {
  const folders = { settings: 's', plan: 'p', run: 'r' };
  expect(routerPodPlace(folders, {})).toBe('the variable STOWAGE_POD_NAME is not set');
  const place = routerPodPlace(folders, { STOWAGE_POD_NAME: 'gateway-1' });
  expect(place).toMatchObject({ ...folders, pod: 'gateway-1', stream: { host: '0.0.0.0', port: 18420 } });
  const path = join(folder, 'place.json');
  expect(readRouterPlace(path)).toContain('cannot be read');
  writeFileSync(path, '[]');
  expect(readRouterPlace(path)).toContain('holds no JSON object');
  writeFileSync(path, JSON.stringify({ ...(place as object), stream: 'here' }));
  expect(readRouterPlace(path)).toBe(`${path} does not say \`stream\``);
  writeFileSync(path, JSON.stringify(place));
  expect(readRouterPlace(path)).toEqual(place);
});
