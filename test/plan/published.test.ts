import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../support/build.ts';
import { anyChange } from '../support/changes.ts';
import { schemaFaults } from '../support/schema.ts';
import { shardsOf } from '../support/shards.ts';

describe('the schema of the plan', () => {
  const faults = schemaFaults('plan.schema.json');

  it('describes every shard that is written', () => {
    const sizes = { servers: 2, replicas: 4, models: 10, copies: 2, further: 1, memory: 16, tight: true };
    let steps = 0;
    fc.assert(
      fc.property(anyChange(sizes), ({ lock, fleet, placement }) => {
        const { plan } = build(fleet, placement, lock);
        const texts = shardsOf(plan, 2);
        steps += texts.filter((text) => text.includes('"step"')).length;
        expect(texts.flatMap((text) => faults(JSON.parse(text)))).toEqual([]);
      }),
      { seed: 1, numRuns: 150 },
    );
    expect(steps).toBeGreaterThan(0);
  });

  it('lets the gateway have entries of other kinds, and servers none', () => {
    const shard = (owner: string, header: object, entry: object) => ({
      version: 1,
      owner,
      shard: 0,
      of: 1,
      head: { digest: '0'.repeat(64), header, sums: ['0'.repeat(64)] },
      entries: [entry],
    });
    const pipeline = { kind: 'pipeline', name: 'a' };
    expect(faults(shard('gateway', { environment: 'test' }, pipeline))).toEqual([]);
    expect(faults(shard('gateway', { environment: 'test' }, { kind: 'model', name: 'a' }))).not.toEqual([]);
    expect(
      faults(shard('server/cpu', { environment: 'test', runtime: 'mlserver', base: 1, max: 1 }, pipeline)),
    ).not.toEqual([]);
  });

  it('has a head in the first shard, and in no other', () => {
    const head = { digest: '0'.repeat(64), header: { environment: 'test' }, sums: ['0'.repeat(64), '0'.repeat(64)] };
    const shard = (index: number, more: object) =>
      faults({ version: 1, owner: 'gateway', shard: index, of: 2, entries: [], ...more });
    expect([shard(0, { head }), shard(1, {})]).toEqual([[], []]);
    expect(shard(0, {})).not.toEqual([]);
    expect(shard(1, { head })).not.toEqual([]);
  });
});
