import fc from 'fast-check';
import {
  type Artifact,
  type JsonObject,
  type Lock,
  type LockedModel,
  type LockedServer,
  physicalName,
  type Version,
} from '../../src/ir/index.ts';

const name = fc.nat(400).map((n) => `${'abcd'[n % 4]}-${n}`);
const text = fc.constantFrom('', '3', 's3://example-models/a b', '"\\\n', '=======', 'é\u2028\ud800', '__proto__');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Drops the absent fields, as our own data has them. */
function present(value: object): Artifact {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as unknown as Artifact;
}

const artifact: fc.Arbitrary<Artifact> = fc
  .record({
    uri: text,
    store: name,
    version: optional(text),
    digest: optional(text),
    format: text,
    formatVersion: optional(text),
    parameters: optional(
      fc.constantFrom<JsonObject>(
        {},
        { b: 1, a: [null, { '10': true, '9': -0.5 }] },
        { toString: 'x', nested: { é: [] } },
      ),
    ),
  })
  .map(present);

function versionOf(model: string): fc.Arbitrary<Version> {
  return fc
    .record({
      artifact,
      memory: fc.nat(100_000),
      onTop: fc.nat(2),
      gpu: fc.nat(2),
      disk: fc.nat(2),
      inPlace: fc.boolean(),
    })
    .map(({ inPlace, onTop, gpu, disk, ...rest }) => ({
      ...rest,
      peak: rest.memory + onTop,
      ...(gpu > 0 && { gpuMemory: gpu }),
      ...(gpu + onTop > 0 && { gpuPeak: gpu + onTop }),
      ...(disk > 0 && { disk }),
      ...(inPlace && { loadedAs: model }),
      physical: physicalName(model, rest.artifact),
    }));
}

function modelOf(model: string): fc.Arbitrary<LockedModel> {
  return fc
    .record({
      server: name,
      ordinals: fc.uniqueArray(fc.nat(20), { maxLength: 4 }),
      required: fc.nat(4),
      demand: fc.nat().map((n) => n.toString(16)),
      current: versionOf(model),
      former: fc.array(versionOf(model), { maxLength: 2 }),
      step: optional(fc.integer({ min: 2, max: 9 })),
      mayInterrupt: optional(fc.constant<true>(true)),
    })
    .map(({ server, ordinals, required, step, mayInterrupt, ...rest }) => {
      const sorted = ordinals.toSorted((a, b) => a - b).map((ordinal) => `${server}/${ordinal}`);
      return {
        name: model,
        at: sorted.slice(0, required),
        spare: sorted.slice(required),
        ...rest,
        ...(step !== undefined && { step }),
        ...(mayInterrupt && { mayInterrupt }),
      };
    });
}

const server: fc.Arbitrary<LockedServer> = fc
  .record({ name, base: fc.nat(20), cache: optional(fc.record({ size: fc.nat(9999), storageClass: name })) })
  .map(({ cache, ...rest }) => ({
    ...rest,
    immutable: { serviceName: rest.name, podManagementPolicy: 'Parallel', ...(cache && { cache }) },
  }));

function sortedByName<T extends { readonly name: string }>(values: readonly T[]): readonly T[] {
  return values.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Any lock as a compile writes it. */
export const anyLock: fc.Arbitrary<Lock> = fc
  .record({
    solver: fc.constantFrom('1', '12'),
    servers: fc.uniqueArray(server, { selector: (one) => one.name, maxLength: 4 }).map(sortedByName),
    models: fc
      .uniqueArray(name, { maxLength: 8 })
      .chain((names) => fc.tuple(...names.map(modelOf)))
      .map(sortedByName),
  })
  .map((lock) => ({ version: 1, ...lock }));
