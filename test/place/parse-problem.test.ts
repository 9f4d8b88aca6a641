import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProblem, parseProblemText, solve } from '../../src/place/index.ts';
import { after, problems } from '../support/problems.ts';

const minimal = {
  version: 1,
  servers: [{ name: 'cpu', capacity: { memory: 100 } }],
  models: [{ name: 'a', memory: 40 }],
};

function messages(value: unknown): string[] {
  const read = parseProblem(value);
  return 'faults' in read ? read.faults.map(({ pointer, message }) => `${pointer}: ${message}`) : [];
}

test('what is absent has its default', () => {
  expect(parseProblem(minimal)).toEqual({
    problem: {
      version: 1,
      moves: 1,
      policy: { survive: 'none' },
      servers: [
        {
          name: 'cpu',
          replicas: { min: 1, max: 1 },
          beyondBase: 'autoscaled',
          capacity: { memory: 100, gpuMemory: 0, slots: null, disk: null },
          workers: 1,
          overcommit: 0,
          capabilities: [],
          cost: 1,
        },
      ],
      models: [
        {
          name: 'a',
          memory: 40,
          peak: 40,
          gpuMemory: 0,
          gpuPeak: 0,
          disk: 0,
          replicas: { min: 1, max: 1 },
          requires: [],
          server: null,
          residency: 'always',
          update: 'surge',
          load: 1,
        },
      ],
    },
  });
});

test.each([
  [{}, { min: 1, max: 1 }],
  [{ min: 2 }, { min: 2, max: 2 }],
  [{ max: 3 }, { min: 1, max: 3 }],
  [
    { min: 2, max: 3 },
    { min: 2, max: 3 },
  ],
])('replicas %j are %j', (replicas, expected) => {
  const read = parseProblem({ ...minimal, models: [{ name: 'a', memory: 1, replicas }] });
  expect('problem' in read && read.problem.models[0]!.replicas).toEqual(expected);
});

const server = minimal.servers[0]!;
const model = minimal.models[0]!;

test.each<[unknown, string]>([
  [[], ': must be an object, not a list'],
  [null, ': must be an object, not null'],
  [{ ...minimal, version: 2 }, '/version: must be 1: this is the only version of the format that is known'],
  [{ ...minimal, move: 1 }, '/move: is not a known field. Did you mean `moves`?'],
  [{ version: 1, models: [] }, ': lacks the field `servers`'],
  [{ ...minimal, models: {} }, '/models: must be a list, not an object'],
  [{ ...minimal, models: [{ memory: 1 }] }, '/models/0: lacks the field `name`'],
  [{ ...minimal, models: [{ name: 'a' }] }, '/models/0: lacks the field `memory`'],
  [{ ...minimal, models: [{ name: '', memory: 1 }] }, '/models/0/name: must not be empty'],
  [{ ...minimal, models: [model, model] }, '/models/1/name: repeats `a` of /models/0'],
  [{ ...minimal, servers: [server, server] }, '/servers/1/name: repeats `cpu` of /servers/0'],
  [{ ...minimal, models: [{ ...model, memory: -1 }] }, '/models/0/memory: must be at least 0, not -1'],
  [{ ...minimal, models: [{ ...model, memory: 1.5 }] }, '/models/0/memory: must be a whole number, not 1.5'],
  [{ ...minimal, models: [{ ...model, memory: '1' }] }, '/models/0/memory: must be a whole number, not `1`'],
  [
    { ...minimal, models: [{ ...model, memory: 2 ** 53 }] },
    '/models/0/memory: must be at most 1073741824, not 9007199254740992',
  ],
  [
    { ...minimal, models: [{ ...model, peak: 39 }] },
    '/models/0/peak: is 39, below `memory`, which is 40 and part of it',
  ],
  [{ ...minimal, models: [{ ...model, replicas: 2 }] }, '/models/0/replicas: must be an object, not 2'],
  [
    { ...minimal, models: [{ ...model, replicas: { min: 3, max: 2 } }] },
    '/models/0/replicas: has a min of 3 above its max of 2',
  ],
  [{ ...minimal, models: [{ ...model, replicas: { min: 0 } }] }, '/models/0/replicas/min: must be at least 1, not 0'],
  [
    { ...minimal, models: [{ ...model, update: 'recreated' }] },
    '/models/0/update: must be `surge` or `recreate`, not `recreated`. Did you mean `recreate`?',
  ],
  [{ ...minimal, models: [{ ...model, requires: ['a', 'a'] }] }, '/models/0/requires/1: repeats `a`'],
  [{ ...minimal, servers: [{ ...server, workers: 0 }] }, '/servers/0/workers: must be at least 1, not 0'],
  [{ ...minimal, changed: ['aa'] }, '/changed/0: names `aa`, which is no model of this problem. Did you mean `a`?'],
  [
    { ...minimal, previous: { 'x/y': { at: ['cpu/01'] } } },
    '/previous/x~1y/at/0: is `cpu/01`, where `server/ordinal` is wanted, such as `cpu/0`',
  ],
  [{ ...minimal, previous: { a: {} } }, '/previous/a: lacks the field `at`'],
])('%j is refused', (value, message) => {
  expect(messages(value)).toEqual([message]);
});

test('what is no more may be named as previous, and a pin may name what is not there', () => {
  expect(
    messages({ ...minimal, previous: { gone: { at: ['old/3'] } }, models: [{ ...model, server: 'gone' }] }),
  ).toEqual([]);
});

test.each([
  ['{"version":1,\n "servers":[},\n', 'not JSON: line 2, column 13: a value is wanted, but found "}"'],
  ['{"version":1,\n "servers":[', 'not JSON: line 2, column 13: a value is wanted, but the text ends'],
  ['{"version" 1}', 'not JSON: line 1, column 12: `:` is wanted, but found "1"'],
  ['{"a":1,}', 'not JSON: line 1, column 8: a key in double quotes is wanted, but found "}"'],
  ['[1 2]', 'not JSON: line 1, column 4: `,` or `]` is wanted, but found "2"'],
  ['{} {}', 'not JSON: line 1, column 4: the end of the text is wanted, but found "{"'],
  ['', 'not JSON: line 1, column 1: a value is wanted, but the text ends'],
])('%j is not JSON', (text, message) => {
  expect(parseProblemText(text)).toEqual({ faults: [{ pointer: '', message }] });
});

test('a key that stands twice is refused', () => {
  expect(parseProblemText('{"models":[{"name":"a","na\\u006de":"b"}],"servers":[]}')).toEqual({
    faults: [{ pointer: '/models/0/name', message: 'stands twice in one object' }],
  });
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object;
const validProblem = ajv.compile(schema('problem'));
const validSolution = ajv.compile(schema('solution'));

test('reader and schemas agree on what is well formed', async () => {
  await fc.assert(
    fc.asyncProperty(problems({ servers: 3, models: 6, replicas: 3 }), async (problem) => {
      const placement = await solve(problem);
      const again = after(problem, placement);
      for (const value of [problem, again]) {
        expect(parseProblem(value)).toEqual({ problem: value });
        expect(validProblem(value) || validProblem.errors).toBe(true);
      }
      expect(validSolution(JSON.parse(JSON.stringify(placement))) || validSolution.errors).toBe(true);
    }),
    { seed: 4, numRuns: 100 },
  );
});

/** A place in a problem, and what is put there. */
const mutation = fc.tuple(
  fc.constantFrom(
    ['moves'],
    ['version'],
    ['policy', 'survive'],
    ['servers', 0, 'replicas', 'max'],
    ['servers', 0, 'capacity', 'slots'],
    ['servers', 0, 'capabilities'],
    ['servers', 0, 'cost'],
    ['models', 0, 'gpuMemory'],
    ['models', 0, 'server'],
    ['models', 0, 'requires'],
    ['models', 0, 'load'],
    ['models', 0, 'unknown'],
    ['models', 0],
    ['servers'],
    ['previous', 'a', 'at', 0],
    ['previous', 'a', 'at'],
  ),
  fc.constantFrom<unknown>(
    undefined,
    null,
    -1,
    0,
    1,
    2,
    1.5,
    1e300,
    '',
    'x',
    'x/1',
    'x/01',
    true,
    [],
    ['a'],
    ['a', 'a'],
    {},
  ),
);

test('reader and schemas refuse the same', () => {
  fc.assert(
    fc.property(mutation, ([path, put]) => {
      const value = structuredClone({
        ...minimal,
        policy: {},
        servers: [{ ...server, replicas: {} }],
        models: [{ ...model }],
        previous: { a: { at: ['cpu/0'] } },
      }) as Record<string, unknown>;
      let parent = value as Record<string | number, unknown>;
      for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
      const last = path.at(-1)!;
      if (put !== undefined) parent[last] = put;
      else if (!Array.isArray(parent)) delete parent[last];
      expect({ value, valid: messages(value).length === 0 }).toEqual({ value, valid: validProblem(value) });
    }),
    { seed: 5, numRuns: 800 },
  );
});

test('names that prototypes have are names like others', async () => {
  const text =
    '{"servers":[{"name":"__proto__","capacity":{"memory":100}}],"models":[{"name":"__proto__","memory":9},{"name":"constructor","memory":9}],"previous":{"__proto__":{"at":["__proto__/0"]},"toString":{"at":["x/0"]}}}';
  const read = parseProblemText(text);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const { assignments, servers, moves } = await solve(read.problem);
  expect(JSON.stringify({ assignments, servers, moves })).toBe(
    '{"assignments":{"__proto__":["__proto__/0"],"constructor":["__proto__/0"]},"servers":{"__proto__":{"base":1}},"moves":[]}',
  );
});
