import fc from 'fast-check';
import type { SourceFile } from '../../src/compiler/index.ts';
import { baseProject, modelYaml } from './project.ts';

/** A fleet as its specs have it, small enough to compile many times. */
export interface Specs {
  /** Memory of each replica, in MiB, by server. */
  readonly servers: ReadonlyMap<string, number>;
  readonly models: ReadonlyMap<string, ModelSpec>;
}

export interface ModelSpec {
  readonly memory: number;
  readonly version: number;
  readonly min: number;
  readonly max: number;
  readonly update: 'surge' | 'recreate';
  readonly residency: 'always' | 'onDemand';
}

export type Commit =
  | { readonly kind: 'add'; readonly model: ModelSpec }
  | { readonly kind: 'remove' | 'revise'; readonly at: number }
  | { readonly kind: 'grow'; readonly at: number; readonly by: number }
  | { readonly kind: 'resize'; readonly at: number; readonly memory: number };

/** How many other models may move for each that a commit changes. */
export const moves = 1;

const model: fc.Arbitrary<ModelSpec> = fc
  .record({
    memory: fc.integer({ min: 50, max: 500 }),
    copies: fc.constantFrom(1, 1, 1, 2),
    further: fc.constantFrom(0, 0, 1),
    update: fc.constantFrom('surge', 'surge', 'recreate'),
    residency: fc.constantFrom('always', 'always', 'onDemand'),
  })
  .map(({ copies, further, ...rest }) => ({ ...rest, version: 1, min: copies, max: copies + further }));

const serverMemory = fc.integer({ min: 12, max: 24 }).map((hundreds) => hundreds * 100);

const commit: fc.Arbitrary<Commit> = fc.oneof(
  { weight: 3, arbitrary: model.map((added): Commit => ({ kind: 'add', model: added })) },
  { weight: 2, arbitrary: fc.nat(99).map((at): Commit => ({ kind: 'remove', at })) },
  { weight: 3, arbitrary: fc.nat(99).map((at): Commit => ({ kind: 'revise', at })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ at: fc.nat(99), by: fc.integer({ min: 10, max: 300 }) })
      .map((grown): Commit => ({ kind: 'grow', ...grown })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ at: fc.nat(99), memory: serverMemory })
      .map((resized): Commit => ({ kind: 'resize', ...resized })),
  },
);

/** A first fleet of two servers with two replicas each, and what happens to it. */
export const anyHistory = (commits: number): fc.Arbitrary<{ first: Specs; commits: readonly Commit[] }> =>
  fc.record({
    first: fc
      .record({
        memory: fc.tuple(serverMemory, serverMemory),
        models: fc.array(model, { minLength: 4, maxLength: 10 }),
      })
      .map(({ memory: [a, b], models }) => ({
        servers: new Map([
          ['a', a],
          ['b', b],
        ]),
        models: new Map(models.map((spec, i) => [`m${i}`, spec])),
      })),
    commits: fc.array(commit, { minLength: commits, maxLength: commits }),
  });

/** The specs after a commit; `number` names what it adds. One that finds nothing to change changes nothing. */
export function afterCommit({ servers, models }: Specs, commit: Commit, number: number): Specs {
  if (commit.kind === 'add') return { servers, models: new Map([...models, [`new-${number}`, commit.model]]) };
  if (commit.kind === 'resize') {
    const name = pick(servers, commit.at);
    return { servers: name === undefined ? servers : new Map([...servers, [name, commit.memory]]), models };
  }
  const name = pick(models, commit.at);
  const old = name === undefined ? undefined : models.get(name);
  if (name === undefined || old === undefined) return { servers, models };
  switch (commit.kind) {
    case 'remove':
      return { servers, models: new Map([...models].filter(([other]) => other !== name)) };
    case 'revise':
      // There and back again: every third version is the first.
      return { servers, models: new Map([...models, [name, { ...old, version: (old.version % 3) + 1 }]]) };
    case 'grow':
      return { servers, models: new Map([...models, [name, { ...old, memory: old.memory + commit.by }]]) };
  }
}

function pick(from: ReadonlyMap<string, unknown>, at: number): string | undefined {
  return [...from.keys()][at % Math.max(1, from.size)];
}

/** The specs as documents: the environment, the servers, the models. */
export function documentsOf({ servers, models }: Specs): readonly string[] {
  return [
    baseProject['specs/environment.yaml'] ?? '',
    ...[...servers].map(
      ([name, memory]) => `apiVersion: stowage.dev/v1alpha1
kind: Server
metadata: { name: ${name} }
spec: { runtime: mlserver, replicas: 2, memory: ${memory}Mi, overcommit: 30, planShards: 2 }
`,
    ),
    ...[...models].map(([name, { memory, version, min, max, update, residency }]) =>
      modelYaml(name, {
        storage: `{ uri: s3://example-models/${name}, version: ${version} }`,
        memory: `${memory}Mi`,
        replicas: `{ min: ${min}, max: ${max} }`,
        update,
        residency,
      }),
    ),
  ];
}

/** Each document in a file of its own, in order. */
export function sourcesOf(documents: readonly string[]): readonly SourceFile[] {
  return documents.map((text, i) => ({ path: `specs/${String(i).padStart(3, '0')}.yaml`, text }));
}
