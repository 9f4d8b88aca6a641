import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, decodeShards, encodeShards, type ShardHeader, shardOf } from '../../src/ir/index.ts';

interface Entry {
  readonly name: string;
  readonly value: unknown;
}

const header: ShardHeader = { environment: 'test', runtime: 'mlserver', base: 2, max: 2 };
const seed = 20_240;

const entries = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), value: fc.jsonValue({ maxDepth: 2 }) }),
  { selector: (entry) => entry.name, maxLength: 12 },
);

/** What encoding keeps of a plan, as it reads back. */
function expected(of: readonly Entry[]): readonly Entry[] {
  const sorted = of.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.parse(canonicalJson(sorted)) as readonly Entry[];
}

/** One of the texts, whole, cut off, or with a bit flipped. */
function damaged(
  texts: readonly string[],
  at: number,
  flip: readonly [byte: number, bit: number] | null,
  cut: number | null,
): readonly string[] {
  const text = texts[at % texts.length] ?? '';
  if (cut !== null) return [text.slice(0, cut % text.length)];
  if (flip === null) return [text];
  const bytes = Buffer.from(text, 'utf8');
  const byte = flip[0] % bytes.length;
  bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << flip[1]), byte);
  return [bytes.toString('utf8')];
}

describe('shards', () => {
  it('read well: an entry a line, empty shards too', () => {
    const texts = encodeShards(
      'server/cpu',
      header,
      [{ name: 'b', at: [0] }, { name: 'a', at: [1] }, { name: 'd' }],
      2,
    );
    expect(texts).toMatchInlineSnapshot(`
      [
        "{"version":1,
      "owner":"server/cpu",
      "shard":0,
      "of":2,
      "head":{"digest":"61113231ccc5ad107d02a8ddd0da93ee9dd45d8f137671c1c527ec4642b7ffca",
      "header":{"base":2,"environment":"test","max":2,"runtime":"mlserver"},
      "sums":[
      "f82ad55c2aa033756336980f424c5179621b4afcab96e54993b0f4dcb5f7383e",
      "cf7ffb09faf29388895c71ce0ced859420301c5f6f5c07d07d738b49df51c293"
      ]},
      "entries":[
      {"name":"b","at":[0]},
      {"name":"d"}
      ]}
      ",
        "{"version":1,
      "owner":"server/cpu",
      "shard":1,
      "of":2,
      "entries":[
      {"name":"a","at":[1]}
      ]}
      ",
      ]
    `);
  });

  it('change with an entry alone in its shard and the first', () => {
    const names = Array.from({ length: 40 }, (_, index) => ({ name: `model-${index}`, value: 0 }));
    const old = encodeShards('gateway', header, names, 8);
    const next = encodeShards('gateway', header, names.with(7, { name: 'model-7', value: 1 }), 8);
    const changed = old.flatMap((text, index) => (text === next[index] ? [] : [index]));
    expect(changed).toEqual([0, shardOf('model-7', 8)]);
  });

  it('keep an entry in its shard whatever else is there', () => {
    const alone = encodeShards('server/cpu', header, [{ name: 'fraud' }], 4);
    expect(alone.findIndex((text) => text.includes('fraud'))).toBe(shardOf('fraud', 4));
  });

  it.each([
    ['fraud', 808],
    ['model-17', 180],
    ['modèle', 46],
    ['名前', 899],
    ['', 923],
  ])('keep %s where it always was', (name, shard) => {
    expect(shardOf(name, 1000)).toBe(shard);
  });

  it('spread names evenly', () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[shardOf(`model-${i}`, 4)]!++;
    expect(Math.min(...counts)).toBeGreaterThan(900);
  });

  it('come back whole, in any order and repeated', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (plan, count, numbers) => {
        const texts = encodeShards('server/cpu', header, plan, count);
        const shuffled = [...texts, ...texts]
          .map((text) => ({ text, at: numbers.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ text }) => text);
        const decoded = decodeShards<Entry>([...shuffled, 'junk', '{}', '[]', 'null']);
        expect(decoded).toMatchObject({ owner: 'server/cpu', header, entries: expected(plan) });
      }),
      { seed, numRuns: 200 },
    );
  });

  it('mixed with those of the next plan are incomplete or one of the two', () => {
    const outcomes = { before: 0, after: 0, refused: 0 };
    const change = fc.record({
      drop: fc.nat(11),
      put: fc.option(fc.record({ name: fc.stringMatching(/^[a-z]{1,3}$/), value: fc.integer() })),
      base: fc.constantFrom(2, 3),
      sameCount: fc.boolean(),
    });
    const text = fc.record({
      old: fc.boolean(),
      at: fc.nat(5),
      flip: fc.option(fc.tuple(fc.nat(), fc.nat(7)), { freq: 4 }),
      cut: fc.option(fc.nat(), { freq: 4 }),
    });
    const mixture = fc.record({
      whole: fc.constantFrom('old', 'next', 'none'),
      but: fc.option(fc.nat(5)),
      and: fc.array(text, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(
        entries,
        change,
        fc.integer({ min: 1, max: 4 }),
        mixture,
        (before, { drop, put, base, sameCount }, count, mixed) => {
          const after = before.filter((entry, i) => i !== drop && entry.name !== put?.name).concat(put ?? []);
          const old = encodeShards('server/cpu', header, before, count);
          const next = encodeShards('server/cpu', { ...header, base }, after, sameCount ? count : count + 1);
          const whole = mixed.whole === 'none' ? [] : mixed.whole === 'old' ? old : next;
          const texts = whole.filter((_, i) => i !== mixed.but);
          texts.push(
            ...mixed.and.flatMap(({ old: fromOld, at, flip, cut }) => damaged(fromOld ? old : next, at, flip, cut)),
          );
          const decoded = decodeShards<Entry>(texts);
          // A text cut before its last line end still says all.
          const trimmed = new Set(texts.map((shard) => shard.trimEnd()));
          const has = (all: readonly string[]) => all.every((shard) => trimmed.has(shard.trimEnd()));
          const is = old[0] === next[0] && old.length === next.length;
          if ('reason' in decoded) {
            outcomes.refused++;
            // Nothing complete is refused, unless both are.
            expect(has(old) !== has(next) || (is && has(old))).toBe(false);
            return;
          }
          const found = canonicalJson([decoded.header, decoded.entries]);
          const isBefore = found === canonicalJson([header, expected(before)]);
          const isAfter = found === canonicalJson([{ ...header, base }, expected(after)]);
          expect(isBefore || isAfter).toBe(true);
          outcomes[isBefore ? 'before' : 'after']++;
        },
      ),
      { seed, numRuns: 500, endOnFailure: true },
    );
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(60);
  });

  it('refuse two complete plans, since neither is known to be newer', () => {
    const texts = [...encodeShards('gateway', header, [{ name: 'a' }], 2), ...encodeShards('gateway', header, [], 2)];
    expect(decodeShards(texts)).toEqual({ reason: 'the shards of two plans are there' });
  });

  it('find every single flipped bit of a one-shard plan', () => {
    const [text = ''] = encodeShards('server/cpu', header, [{ name: 'fraud', at: [0] }], 1);
    const bytes = Buffer.from(text, 'utf8');
    const taken: string[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const decoded = decodeShards([damaged.toString('utf8')]);
      if (!('reason' in decoded)) taken.push(JSON.stringify(decoded));
    }
    const intact = JSON.stringify(decodeShards([text]));
    expect([...new Set(taken)].filter((plan) => plan !== intact)).toEqual([]);
  });

  it('ignore fields that a newer version adds, and refuse a newer format', () => {
    const [text = ''] = encodeShards('gateway', header, [{ name: 'a', kind: 'model' }], 1);
    const value = JSON.parse(text) as Record<string, unknown>;
    expect(decodeShards([JSON.stringify({ ...value, extra: 1 })])).toMatchObject({ owner: 'gateway' });
    expect(decodeShards([JSON.stringify({ ...value, version: 2 })])).toEqual({ reason: 'no shard can be read' });
  });

  it('say what is missing', () => {
    const texts = encodeShards('server/cpu', header, [{ name: 'a' }], 3);
    expect(decodeShards([])).toEqual({ reason: 'there are no shards' });
    expect(decodeShards(texts.slice(0, 2))).toMatchObject({
      reason: expect.stringMatching(/^plan [0-9a-f]{8} of server\/cpu has 2 of 3 shards$/),
    });
    expect(decodeShards(texts.slice(1))).toEqual({ reason: 'the first shard is missing' });
  });

  it('survive text that is nested without end', () => {
    expect(
      decodeShards(['['.repeat(200_000), `{"version":1,"entries":${'['.repeat(50_000)}${']'.repeat(50_000)}}`]),
    ).toEqual({ reason: 'no shard can be read' });
  });
});
