import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitters, yamlText } from '../../src/emit/index.ts';
import { kubernetesObjects } from '../../src/emit/kubernetes/emit.ts';
import type { Fleet, JsonObject } from '../../src/ir/index.ts';
import { fleets } from '../emit/fleets.ts';
import { anyObject, nastyStrings } from '../emit/nasty-strings.ts';
import { anyFleet } from '../support/any-fleet.ts';
import { aPlan } from '../support/fleet.ts';
import { root } from '../support/root.ts';
import { findProgram, isThere } from '../support/tools.ts';

const go = findProgram('go', ['version']);
const kubectl = findProgram('kubectl', ['version', '--client']);

describe.runIf(isThere(go))('a Go parser reads back what was meant', () => {
  const parser = join(root, '.cache/yaml2json');
  let folder = '';

  beforeAll(() => {
    execFileSync('go', ['build', '-o', parser, '.'], { cwd: join(root, 'test/tools/yaml2json'), stdio: 'pipe' });
    folder = mkdtempSync(join(tmpdir(), 'roundtrip-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the Go parser makes of the texts; one start of it for all, since starting is what takes long. */
  function readBack(texts: readonly string[]): readonly unknown[] {
    const paths = texts.map((text, index) => {
      const path = join(folder, `${index}.yaml`);
      writeFileSync(path, text);
      return path;
    });
    const out = execFileSync(parser, paths, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
    return out
      .split('\n')
      .slice(0, texts.length)
      .map((line): unknown => JSON.parse(line));
  }

  test.each(Object.entries(fleets))('in every manifest of the fleet %s', (_name, fleet) => {
    expectManifestsBack(fleet);
  });

  test('in the manifests of any fleet', () => {
    const samples = fc.sample(anyFleet, { seed: 11, numRuns: 100 });
    for (const fleet of samples) expectManifestsBack(fleet);
  });

  test('in any string, as value and as key', () => {
    const values = nastyStrings.map((text) => ({ value: text, list: [text], nested: [{ a: { b: text } }] }));
    const keys = nastyStrings.filter((key) => key.length < 500).map((key) => ({ [key]: 'x' }));
    const samples = fc.sample(anyObject, { seed: 12, numRuns: 2000 });
    const meant = [...values, ...keys, ...samples] as readonly JsonObject[];
    expect(readBack(meant.map(yamlText))).toEqual(meant);
  });

  function expectManifestsBack(fleet: Fleet): void {
    const plan = aPlan(fleet);
    const meant = new Map(
      kubernetesObjects(fleet, plan).map((object) => [`${object.kind.toLowerCase()}-${object.metadata.name}`, object]),
    );
    const manifests = (emitters['kubernetes']?.(fleet, plan) ?? []).filter(({ path }) => path.startsWith('manifests/'));
    const back = readBack(manifests.map(({ text }) => text));
    expect(manifests.length).toBe(meant.size);
    for (const [index, { path }] of manifests.entries()) {
      expect(back[index], path).toEqual(meant.get(path.slice('manifests/'.length, -'.yaml'.length)));
    }
  }
});

describe.runIf(kubectl.path !== undefined)('kustomize', () => {
  test.each(Object.entries(fleets))('finds every manifest of the fleet %s', (_name, fleet) => {
    const folder = mkdtempSync(join(tmpdir(), 'kustomize-'));
    const files = emitters['kubernetes']?.(fleet, aPlan(fleet)) ?? [];
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const built = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 1024 ** 3 });
    rmSync(folder, { recursive: true });
    expect(built.split('\n---\n')).toHaveLength(files.length - 1);
  });
});
