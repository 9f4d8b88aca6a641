import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appearance, visibly, watchInputs } from '../../../src/local/dev/input-watch.ts';
import { until } from '../../support/until.ts';

describe('the inputs of an environment', () => {
  it('look different after any change of a file that is an input, and only then', () => {
    const root = aProject();
    const inputs = ['specs/models', 'specs/one.yaml', 'more/*.yaml'];
    let last = appearance(root, inputs);
    const changed = (change: () => void): boolean => {
      change();
      const before = last;
      last = appearance(root, inputs);
      return last !== before;
    };
    const write = (path: string) => () => writeFileSync(join(root, path), Math.random().toString());
    expect(changed(() => {})).toBe(false);
    expect(changed(write('specs/models/deep/a.yaml'))).toBe(true);
    expect(changed(write('specs/models/new.yaml'))).toBe(true);
    expect(changed(() => rmSync(join(root, 'specs/models/new.yaml')))).toBe(true);
    expect(changed(write('specs/one.yaml'))).toBe(true);
    expect(changed(() => renameSync(join(root, 'specs/one.yaml'), join(root, 'specs/two.yaml')))).toBe(true);
    expect(changed(write('more/b.yaml'))).toBe(true);
    expect(changed(write('more/b.txt'))).toBe(false);
    expect(changed(write('specs/other.yaml'))).toBe(false);
  });

  it('are told of once a change is done, and one call after the other', async () => {
    const root = aProject();
    let calls = 0;
    let inside = 0;
    const end = watchInputs(root, ['specs'], visibly(root, ['specs']), async () => {
      calls++;
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      inside--;
    });
    onTestFinished(end);
    writeFileSync(join(root, 'specs/one.yaml'), 'first');
    await until(() => calls === 1);
    writeFileSync(join(root, 'specs/one.yaml'), 'second');
    await until(() => calls === 2);
    // As many editors save.
    writeFileSync(join(root, 'specs/one.yaml~'), 'second');
    renameSync(join(root, 'specs/one.yaml~'), join(root, 'specs/one.yaml'));
    await until(() => calls === 3);
  });

  it('are told of where they changed between the last read and the watch', async () => {
    const root = aProject();
    const known = visibly(root, ['specs']);
    writeFileSync(join(root, 'specs/one.yaml'), 'meanwhile');
    let calls = 0;
    onTestFinished(
      watchInputs(root, ['specs'], known, async () => {
        calls++;
      }),
    );
    await until(() => calls === 1);
  });

  it('are followed on where one cannot be looked at for a while', async () => {
    const root = aProject();
    let calls = 0;
    onTestFinished(
      watchInputs(root, ['specs/one.yaml'], visibly(root, ['specs/one.yaml']), async () => {
        calls++;
      }),
    );
    rmSync(join(root, 'specs/one.yaml'));
    symlinkSync('one.yaml', join(root, 'specs/one.yaml'));
    await until(() => calls === 1);
    rmSync(join(root, 'specs/one.yaml'));
    writeFileSync(join(root, 'specs/one.yaml'), 'back');
    await until(() => calls === 2);
  });
});

function aProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['specs/models/deep', 'more']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['specs/models/deep/a.yaml', 'specs/one.yaml', 'more/a.yaml']) writeFileSync(join(root, file), '');
  return root;
}
