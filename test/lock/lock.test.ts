import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { Lock } from '../../src/ir/index.ts';
import { lockDifference, readLock, reportFrozen, writeLock } from '../../src/lock/index.ts';
import { anyLock } from '../support/any-lock.ts';

const seed = 1401;
const path = 'specs/test.lock';

function read(text: string): { lock: Lock | undefined; codes: readonly string[]; messages: readonly string[] } {
  const diagnostics = new Diagnostics();
  const lock = readLock({ path, text }, diagnostics);
  const list = diagnostics.list();
  return { lock, codes: list.map(({ code }) => code), messages: list.map(({ message }) => message) };
}

const lock: Lock = {
  version: 1,
  solver: '1',
  servers: [
    { name: 'cpu', base: 2, immutable: { serviceName: 'cpu', podManagementPolicy: 'Parallel' } },
    {
      name: 'gpu',
      base: 1,
      immutable: {
        serviceName: 'gpu',
        podManagementPolicy: 'Parallel',
        cache: { size: 20_480, storageClass: 'fast' },
      },
    },
  ],
  models: [
    {
      name: 'fraud',
      at: ['cpu/0', 'cpu/1'],
      spare: [],
      demand: '0a1b2c3d',
      current: {
        physical: 'fraud-34e1dbe9',
        artifact: {
          uri: 's3://example-models/fraud',
          store: 'artifacts',
          format: 'sklearn',
          parameters: { b: 1, a: [2] },
        },
        memory: 512,
        peak: 512,
      },
      former: [],
    },
    {
      name: 'vision',
      at: ['gpu/0'],
      spare: ['gpu/1'],
      demand: 'ffffffff',
      current: {
        physical: 'vision-b5a1221e',
        loadedAs: 'vision',
        artifact: {
          uri: 's3://example-models/vision',
          store: 'artifacts',
          version: '3',
          digest: 'sha256:00',
          format: 'onnx',
          formatVersion: '1',
        },
        memory: 2048,
        peak: 3000,
        gpuMemory: 1000,
        gpuPeak: 1200,
        disk: 700,
      },
      former: [
        {
          physical: 'vision-810b47ff',
          artifact: { uri: 's3://example-models/vision', store: 'artifacts', format: 'onnx' },
          memory: 2000,
          peak: 2000,
          gpuMemory: 900,
          gpuPeak: 900,
        },
      ],
      step: 2,
      mayInterrupt: true,
    },
  ],
};
const written = writeLock(lock);
const lines = written.trimEnd().split('\n');

describe('the lock', () => {
  it('is a line a server and a model, in a fixed order of keys', () => {
    expect(written).toMatchInlineSnapshot(`
      "{"lock":1,"solver":"1"}
      {"server":"cpu","base":2,"immutable":{"serviceName":"cpu","podManagementPolicy":"Parallel"}}
      {"server":"gpu","base":1,"immutable":{"serviceName":"gpu","podManagementPolicy":"Parallel","cache":{"size":20480,"storageClass":"fast"}}}
      {"model":"fraud","at":["cpu/0","cpu/1"],"demand":"0a1b2c3d","current":{"physical":"fraud-34e1dbe9","memory":512,"artifact":{"uri":"s3://example-models/fraud","store":"artifacts","format":"sklearn","parameters":{"a":[2],"b":1}}}}
      {"model":"vision","at":["gpu/0"],"spare":["gpu/1"],"demand":"ffffffff","current":{"physical":"vision-b5a1221e","loadedAs":"vision","memory":2048,"peak":3000,"gpuMemory":1000,"gpuPeak":1200,"disk":700,"artifact":{"uri":"s3://example-models/vision","store":"artifacts","version":"3","digest":"sha256:00","format":"onnx","formatVersion":"1"}},"former":[{"physical":"vision-810b47ff","memory":2000,"gpuMemory":900,"artifact":{"uri":"s3://example-models/vision","store":"artifacts","format":"onnx"}}],"step":2,"mayInterrupt":true}
      "
    `);
  });

  it('reads back what was written, without a word', () => {
    fc.assert(
      fc.property(anyLock, (any) => {
        expect(read(writeLock(any))).toEqual({ lock: any, codes: [], messages: [] });
      }),
      { seed, numRuns: 150 },
    );
  });

  it('is nothing where there is no file or an empty one', () => {
    expect(readLock(undefined, new Diagnostics())).toBeUndefined();
    expect(read(' \n')).toEqual({ lock: undefined, codes: [], messages: [] });
  });

  it('may have its lines in any order, and line ends and a mark as Windows writes them', () => {
    expect(read(`\uFEFF${lines.toReversed().join('\r\n')}\r\n`)).toEqual({ lock, codes: [], messages: [] });
  });

  it('never throws, whatever the bytes', () => {
    const edit = fc.record({
      at: fc.nat(),
      drop: fc.nat(40),
      put: fc.oneof(fc.string(), fc.constantFrom('\n', '"', '{', '}', 'null', '-1', '__proto__', '<<<<<<<\n')),
    });
    fc.assert(
      fc.property(anyLock, fc.array(edit, { maxLength: 6 }), (any, edits) => {
        let text = writeLock(any);
        for (const { at, drop, put } of edits) {
          const from = at % text.length;
          text = `${text.slice(0, from)}${put}${text.slice(from + drop)}x`;
        }
        const { lock: healed, codes } = read(text);
        expect(new Set(codes).size).toBe(codes.length);
        if (healed !== undefined) expect(read(writeLock(healed)).lock).toEqual(healed);
      }),
      { seed, numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)),
      { seed, numRuns: 300 },
    );
  });

  it.each([
    ['a line without end', `{"lock":1,"solver":"1"}\n${'x'.repeat(1_000_000)}\n`],
    ['deep nesting', `{"lock":1,"solver":"1"}\n${'['.repeat(200_000)}\n`],
    [
      'deep parameters',
      written.replace('"parameters":{', `"parameters":{"deep":${'['.repeat(5000)}${']'.repeat(5000)},`),
    ],
    ['keys of the prototype', written.replace('"parameters":{', '"parameters":{"__proto__":{"polluted":1},')],
    ['a name of the prototype', written.replace('"model":"fraud"', '"model":"__proto__"')],
    [
      'the physical name of another model',
      written.replace('"physical":"fraud-34e1dbe9"', '"physical":"vision-34e1dbe9"'),
    ],
    ['a physical name that its artifact does not have', written.replace('fraud-34e1dbe9', 'fraud-01234567')],
    ['a peak below what stays', written.replace('"memory":512', '"memory":512,"peak":511')],
    ['an artifact that its physical name does not stand for', written.replace('models/fraud', 'models/other')],
    [
      'a name on the server that is not its own',
      written.replace('"fraud-34e1dbe9",', '"fraud-34e1dbe9","loadedAs":"vision",'),
    ],
  ])('leaves out %s, and says so once', (_, text) => {
    const { lock: healed, codes } = read(text);
    expect(codes).toEqual(['STW1403']);
    expect(healed?.models.map(({ name }) => name) ?? []).not.toContain('fraud');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['an ordinal out of range', '"at":["cpu/0","cpu/1"]', '"at":["cpu/0","cpu/1","cpu/1234567890","/1",7]'],
    ['an ordinal twice', '"at":["cpu/0","cpu/1"]', '"at":["cpu/0","cpu/1","cpu/0"]'],
    ['a spare copy where a required one is', '"demand":"0a', '"spare":["cpu/0"],"demand":"0a'],
    ['former versions that are none', '"demand":"0a', '"former":[{}],"demand":"0a'],
    ['a permission that is none', '"demand":"0a', '"mayInterrupt":1,"demand":"0a'],
    ['a step that is none', '"demand":"0a', '"step":-1,"demand":"0a'],
  ])('repairs %s, and says so once', (_, from, to) => {
    const text = written.replace(from, to);
    expect(text).not.toBe(written);
    expect(read(text)).toMatchObject({ lock, codes: ['STW1404'] });
  });

  it('keeps a model whose ordinals or hash are lost: its versions still count', () => {
    const { lock: healed, codes } = read(written.replace('"at":["cpu/0","cpu/1"],"demand":"0a1b2c3d"', '"at":3'));
    expect(codes).toEqual(['STW1404']);
    expect(healed?.models[0]).toEqual({ ...lock.models[0], at: [], demand: '' });
  });

  it('has its ordinals in order, whoever wrote them', () => {
    const text = written.replace('"at":["cpu/0","cpu/1"]', '"at":["cpu/10","cpu/9","cpu/1"]');
    expect(read(text).lock?.models[0]?.at).toEqual(['cpu/1', 'cpu/9', 'cpu/10']);
  });

  it('reads a line of a great many ordinals in no time', () => {
    const many = (from: number) => Array.from({ length: 99_999 }, (_, i) => `"cpu/${(i + from) % 100_000}"`).join();
    const text = written.replace('"at":["cpu/0","cpu/1"]', `"at":[${many(0)}],"spare":[${many(50_000)}]`);
    const { lock: healed, codes } = read(text);
    expect(codes).toEqual(['STW1404']);
    expect(healed?.models[0]?.spare).toEqual(['cpu/99999']);
  });

  it('drops fields that it does not know, without a word', () => {
    expect(read(written.replaceAll('"store"', '"extra":{"a":[]},"store"'))).toEqual({ lock, codes: [], messages: [] });
  });

  it('of a newer format is not guessed at', () => {
    const { lock: fresh, codes } = read(written.replace('"lock":1', '"lock":2'));
    expect({ fresh, codes }).toEqual({ fresh: undefined, codes: ['STW1405'] });
  });

  it('without its header is read all the same', () => {
    expect(read(lines.slice(1).join('\n'))).toEqual({
      lock: { ...lock, solver: '' },
      codes: ['STW1403'],
      messages: ['`specs/test.lock` has no header line; it is taken for format 1'],
    });
  });
});

describe('a merged lock', () => {
  const [header = '', cpu = '', gpu = '', fraud = '', vision = ''] = lines;
  const moved = fraud.replace('cpu/1', 'cpu/2');
  const added = vision
    .replaceAll('vision', 'voice')
    .replace('b5a1221e', 'fe03858a')
    .replace(/,"former":.*\}\]/, '');

  it('takes both sides of a conflict, and not their ancestor', () => {
    const text = [
      header,
      cpu,
      gpu,
      '<<<<<<< HEAD',
      moved,
      '||||||| 1234567',
      fraud,
      '=======',
      added,
      '>>>>>>> branch',
      vision,
      '',
    ].join('\n');
    const { lock: healed, codes } = read(text);
    expect(codes).toEqual(['STW1401']);
    expect(healed?.models.map(({ name, at }) => [name, at])).toEqual([
      ['fraud', ['cpu/0', 'cpu/2']],
      ['vision', ['gpu/0']],
      ['voice', ['gpu/0']],
    ]);
  });

  it('keeps what follows an ancestor that never ends', () => {
    const { lock: healed, codes } = read([header, '||||||| 1234567', cpu, gpu, fraud, vision].join('\n'));
    expect({ healed, codes }).toEqual({ healed: lock, codes: ['STW1401'] });
  });

  it('says where the first marker is', () => {
    const diagnostics = new Diagnostics();
    const text = `${header}\n<<<<<<< HEAD\n${cpu}\n=======\n${gpu}\n>>>>>>> branch\n`;
    readLock({ path, text }, diagnostics);
    const span = diagnostics.list()[0]?.origin?.span ?? [0, 0];
    expect(text.slice(...span)).toBe('<<<<<<< HEAD');
  });

  it('decides alike whichever side comes first', () => {
    const sides = [
      [header, cpu, gpu, fraud, moved, vision],
      [header, vision, moved, gpu, fraud, cpu],
    ].map((side) => read(side.join('\n')));
    expect(sides[0]).toEqual(sides[1]);
    expect(sides[0]?.codes).toEqual(['STW1402']);
  });

  it('is silent where both sides say the same', () => {
    expect(read([header, header, cpu, gpu, cpu, fraud, vision, fraud].join('\n'))).toEqual({
      lock,
      codes: [],
      messages: [],
    });
  });

  it('by union keeps every model of both sides', () => {
    fc.assert(
      fc.property(anyLock, anyLock, fc.infiniteStream(fc.nat()), (ours, theirs, numbers) => {
        const union = [...writeLock(ours).split('\n'), ...writeLock(theirs).split('\n')]
          .map((line) => ({ line, at: numbers.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ line }) => line)
          .join('\n');
        const { lock: healed, codes } = read(union);
        expect(codes.every((code) => code === 'STW1402')).toBe(true);
        const names = [...ours.models, ...theirs.models].map(({ name }) => name);
        expect(healed?.models.map(({ name }) => name)).toEqual([...new Set(names)].toSorted());
        const healedLines = writeLock(healed ?? ours).split('\n');
        const known = new Set(union.split('\n'));
        expect(healedLines.filter((line) => !known.has(line))).toEqual([]);
      }),
      { seed, numRuns: 80 },
    );
  });
});

describe('--frozen', () => {
  function frozen(text: string | undefined, after: Lock): readonly string[] {
    const diagnostics = new Diagnostics();
    const before = text === undefined ? undefined : readLock({ path, text }, new Diagnostics());
    reportFrozen(path, text, before, after, diagnostics);
    return diagnostics.list().map(({ code, message }) => `${code} ${message}`);
  }

  it('has nothing to say where no byte would change, line ends of Windows aside', () => {
    expect(frozen(written, lock)).toEqual([]);
    expect(frozen(written.replaceAll('\n', '\r\n'), lock)).toEqual([]);
  });

  it('names what would change', () => {
    const [fraud, vision] = lock.models;
    if (fraud === undefined || vision === undefined) throw new Error('the lock above has two models');
    const more = ['a', 'b', 'c', 'd'].map((name) => ({ ...vision, name }));
    expect(frozen(written, { ...lock, models: [...more, { ...fraud, at: ['cpu/0'] }] })).toEqual([
      'STW1406 `specs/test.lock` would change: 4 models added (`a`, `b`, `c` and 1 more); 1 model removed (`vision`); 1 model changed (`fraud`)',
    ]);
    expect(frozen(written, { ...lock, servers: lock.servers.slice(1) })).toEqual([
      'STW1406 `specs/test.lock` would change: 1 server removed (`cpu`)',
    ]);
  });

  it('refuses a lock that says the same in other bytes, and one that is not there', () => {
    expect(frozen(lines.toReversed().join('\n'), lock)).toEqual([
      'STW1406 `specs/test.lock` is not as this version of stowage writes it',
    ]);
    expect(frozen(undefined, lock)).toEqual(['STW1406 There is no lock `specs/test.lock`, and `--frozen` makes none']);
  });

  it('finds no difference between a lock and itself', () => {
    expect(lockDifference(lock, structuredClone(lock))).toBeUndefined();
    expect(lockDifference(undefined, lock)?.models.added).toEqual(['fraud', 'vision']);
  });
});
