import type { Random } from './random.ts';
import { yamlPieces } from './yaml-pieces.ts';

/** Changes a text in one to four places, bytes and pieces alike. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let n = 1 + random.int(4); n > 0; n--) {
    const at = random.int(mutated.length + 1);
    const length = random.chance(50) ? random.int(4) : random.int(60);
    const inserted = insertion(mutated, random);
    mutated = mutated.slice(0, at) + inserted + mutated.slice(random.chance(50) ? at + length : at);
  }
  return mutated;
}

function insertion(text: string, random: Random): string {
  switch (random.int(5)) {
    case 0:
      return random.pick(yamlPieces);
    case 1:
      return String.fromCharCode(random.int(random.chance(70) ? 128 : 65536));
    case 2: {
      const from = random.int(text.length);
      return text.slice(from, from + random.int(200));
    }
    case 3:
      return random.pick(['[', '{a: ', '- ', '  ']).repeat(random.int(120));
    default:
      return '';
  }
}

/** Values of every kind that a field may be given by mistake. */
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  3,
  100,
  1e9,
  2 ** 53,
  2 ** 53 + 2,
  1e308,
  '',
  ' ',
  'x',
  'cpu',
  'sklearn',
  'mlserver',
  '256Mi',
  '4Gi',
  '0',
  '-1',
  '1e3',
  '10Pi',
  '5s',
  's3://example-models/a',
  'file:///etc/passwd',
  's3://other/x',
  'sha256:00',
  `sha256:${'0'.repeat(64)}`,
  'always',
  'onDemand',
  'surge',
  'recreate',
  'a'.repeat(300),
  'stowage-x',
  'A_B',
  '../..',
  '%s',
  '\u0000',
  '\ud800',
  'é',
  [],
  {},
  [[]],
  [null],
  [1, 2],
  ['a', 'a'],
  { a: 1 },
  { name: 'x' },
  { min: 0, max: 0 },
  { min: 3, max: 1 },
  { min: 1, max: 100000 },
  { containers: [{ name: 'server', image: 'x' }] },
  { containers: [{ name: 'agent' }] },
  { hostNetwork: true },
];

/** Changes plain data in one to three places: replaces, removes, renames, duplicates, moves. Returns a changed copy. */
export function mutateData(data: unknown, random: Random): unknown {
  const root = { root: structuredClone(data) };
  for (let n = 1 + random.int(3); n > 0; n--) {
    const places = placesIn(root);
    if (places.length === 0) break;
    const { parent, key } = random.pick(places);
    change(parent, key, random, places);
  }
  return root.root;
}

type Container = Record<string, unknown>;

interface Place {
  readonly parent: Container;
  readonly key: string;
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (value === null || typeof value !== 'object') return places;
  for (const [key, inner] of Object.entries(value)) {
    places.push({ parent: value as Container, key });
    if (places.length < 5000) placesIn(inner, places);
  }
  return places;
}

function change(parent: Container, key: string, random: Random, places: readonly Place[]): void {
  switch (random.int(6)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      break;
    case 1:
      parent[`${key}${random.pick(['x', '', 's', 'X', ' ', '-'])}`] = parent[key];
      if (!Array.isArray(parent)) delete parent[key];
      break;
    case 2: {
      const from = random.pick(places);
      parent[key] = structuredClone(from.parent[from.key]);
      break;
    }
    case 3:
      if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]));
      else parent[random.pick(['spec', 'name', 'extra', 'memory', 'replicas', 'pod', 'limits'])] = random.pick(values);
      break;
    default:
      parent[key] = structuredClone(random.pick(values));
  }
}
