import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { lockCodes, readLock, writeLock } from '../../src/lock/index.ts';
import { anyLock } from '../support/lock.ts';
import { schemaFaults } from '../support/schema.ts';

const root = join(import.meta.dirname, '../..');

describe('the schema of the lock', () => {
  const faults = schemaFaults('lock.schema.json');

  it('describes every line that is written', () => {
    fc.assert(
      fc.property(anyLock, (lock) => {
        const lines = writeLock(lock).trimEnd().split('\n');
        expect(lines.flatMap((line) => faults(JSON.parse(line)))).toEqual([]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('refuses what is none', () => {
    expect(faults({ lock: 2, solver: '1' })).not.toEqual([]);
    expect(faults({ model: 'a', at: ['cpu'], demand: '', current: {} })).not.toEqual([]);
  });
});

describe('the page of', () => {
  it.each(Object.values(lockCodes).map(({ code, title }) => [code, title]))('%s has its title', (code, title) => {
    expect(readFileSync(join(root, `docs/errors/${code}.md`), 'utf8').split('\n')[0]).toBe(`# ${code}: ${title}`);
  });

  it.each(Object.values(lockCodes).map(({ code }) => code))(
    '%s shows a lock that gives it, and one that does not',
    (code) => {
      const page = join(root, `docs/errors/${code}.md`);
      expect(existsSync(page)).toBe(true);
      const [failing = '', mended = ''] = readFileSync(page, 'utf8')
        .split('\n## ')
        .slice(1)
        .map((part) => /```text file=specs\/test\.lock\n(.*?\n)```/s.exec(part)?.[1]);
      const codes = (text: string) => {
        const diagnostics = new Diagnostics();
        readLock({ path: 'specs/test.lock', text }, diagnostics);
        return diagnostics.list().map((diagnostic) => diagnostic.code);
      };
      // What `--frozen` refuses is not in the lock.
      expect(codes(failing)).toEqual(code === lockCodes.frozen.code ? [] : [code]);
      expect(codes(mended)).toEqual([]);
    },
  );
});
