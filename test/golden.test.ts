import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectGolden, expectGoldens, goldenFiles, isUpdating } from './support/golden.ts';
import { goldenOwners } from './support/golden-owners.ts';
import { root } from './support/root.ts';

const owned = Object.keys(goldenOwners);

describe('goldens', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('have one owner each', () => {
    const files = goldenFiles();
    expect(files.length).toBeGreaterThan(100);
    const owners = (file: string) => owned.filter((name) => file === name || file.startsWith(`${name}/`));
    expect(files.filter((file) => owners(file).length !== 1)).toEqual([]);
  });

  for (const [name, test] of Object.entries(goldenOwners)) {
    it(`${name}: is there, and ${test} compares it`, () => {
      expect(existsSync(`${root}test/golden/${name}`)).toBe(true);
      const compared = readFileSync(`${root}${test}`, 'utf8').matchAll(/expectGoldens?\(\s*'([^']+)'/g);
      expect([...compared].map(([, golden]) => golden)).toContain(name);
    });
  }

  it('are written on demand, which CI refuses', () => {
    vi.stubEnv('UPDATE_GOLDENS', '1');
    vi.stubEnv('CI', '');
    expect(isUpdating()).toBe(true);
    vi.stubEnv('CI', 'true');
    expect(isUpdating).toThrow('never written');
    vi.stubEnv('UPDATE_GOLDENS', '');
    expect(isUpdating()).toBe(false);
  });

  it('are compared one by one: none may differ, be missing, or be left over', () => {
    vi.stubEnv('UPDATE_GOLDENS', '');
    const a = { path: 'a.txt', text: 'a golden\n' };
    expectGoldens('helper', [a]);
    expect(() => expectGoldens('helper', [{ ...a, text: 'another' }])).toThrow('test/golden/helper/a.txt');
    expect(() => expectGoldens('helper', [a, { ...a, path: 'b.txt' }])).toThrow('b.txt is missing: run the test with');
    expect(() => expectGoldens('helper', [])).toThrow('goldens that nothing makes');
  });

  it('cannot be compared by a test that does not own them', () => {
    expect(() => expectGolden('link/small.json', '')).toThrow('the owner of link/small.json');
    expect(() => expectGoldens('nowhere', [])).toThrow('the owner of nowhere');
  });
});
