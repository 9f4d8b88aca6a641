import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeShards, type ShardEntry } from '../../src/ir/index.ts';
import { swapMount } from '../../src/local/index.ts';
import { planShardFile } from '../../src/names/index.ts';
import { type MountedPlan, PlanMount } from '../../src/runtime/mount/index.ts';
import { until } from '../support/until.ts';

describe('a folder that is swapped', () => {
  it('holds the files of the last swap and nothing of those before', () => {
    const folder = aFolder();
    swapMount(
      folder,
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    );
    swapMount(
      folder,
      new Map([
        ['a', '3'],
        ['c', '4'],
      ]),
    );
    expect(filesOf(folder)).toEqual({ a: '3', c: '4' });
    const hidden = readdirSync(folder).filter((name) => name.startsWith('..'));
    expect(hidden.toSorted()).toEqual(['..2', '..data']);
  });

  it('is not touched where it holds the files already', () => {
    const folder = aFolder();
    const files = new Map([['a', '1']]);
    swapMount(folder, files);
    const before = readlinkSync(join(folder, '..data'));
    swapMount(folder, files);
    expect(readlinkSync(join(folder, '..data'))).toBe(before);
  });

  it('shows a reader of plans each plan whole, and never a fault in between', async () => {
    const folder = aFolder();
    swapMount(folder, plan(0));
    const told: MountedPlan<ShardEntry & { round: number }>[] = [];
    const mount = new PlanMount<ShardEntry & { round: number }>(
      { folder, shards: 4, owner: 'gateway', environment: 'test' },
      (mounted) => told.push(mounted),
    );
    onTestFinished(() => mount.close());
    mount.look();
    for (let round = 1; round <= 20; round++) {
      swapMount(folder, plan(round));
      mount.look();
    }
    await until(() => told.at(-1)?.plan?.entries[0]?.round === 20);
    expect(told.map(({ fault }) => fault)).toEqual(told.map(() => undefined));
    expect(told.map(({ plan: seen }) => new Set(seen?.entries.map(({ round }) => round)).size)).toEqual(
      told.map(() => 1),
    );
  });
});

function plan(round: number): ReadonlyMap<string, string> {
  const entries = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, round }));
  return new Map(
    encodeShards('gateway', { environment: 'test' }, entries, 4).map((text, shard) => [planShardFile(shard), text]),
  );
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('..'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
