import fc from 'fast-check';
import type { Fleet, Lock, Model, Placement } from '../../src/ir/index.ts';
import { build } from './build.ts';
import { firstFit, fleet, model, server } from './small-fleet.ts';

/** A fleet, the lock of what ran before it, and where the new placement puts it. Both placements are legal. */
export interface Change {
  readonly lock: Lock;
  readonly fleet: Fleet;
  readonly placement: Placement;
}

export interface Sizes {
  readonly servers: number;
  readonly replicas: number;
  readonly models: number;
  readonly copies: number;
  /** Of one ordinal, in MiB; models take up to a quarter of it, where it is tight up to half. */
  readonly memory: number;
  /** Further copies of a model at most. */
  readonly further: number;
  /** Most models are recreated: no ordinal keeps room for a second version. */
  readonly tight: boolean;
}

/** `count` times `value` against once `other`. */
function mostly<T>(value: T, other: T, count = 3): fc.Arbitrary<T> {
  return fc.constantFrom(...Array.from({ length: count }, () => value), other);
}

/** Two fleets, one after the other, each placed first fit from starts of its own, as many models as fit. */
export function anyChange(sizes: Sizes): fc.Arbitrary<Change> {
  const state = fc.record({
    there: mostly(true, false, 7),
    memory: fc.integer({ min: 1, max: sizes.memory / (sizes.tight ? 2 : 4) }),
    copies: fc.integer({ min: 1, max: sizes.copies }),
    version: fc.constantFrom('1', '2'),
    start: fc.nat(11),
  });
  const one = fc.record({
    extra: sizes.tight ? fc.constant(0) : mostly(0, 2),
    further: fc.integer({ min: 0, max: sizes.further }),
    update: sizes.tight
      ? mostly<Model['update']>('recreate', 'surge', 4)
      : mostly<Model['update']>('surge', 'recreate', 2),
    rename: mostly(true, false, 4),
    residency: mostly<Model['residency']>('always', 'onDemand', 9),
    before: state,
    after: state,
    /** Whether only its place may change. */
    same: fc.boolean(),
  });
  return fc
    .record({
      all: fc.array(one, { minLength: sizes.models, maxLength: sizes.models }),
      servers: fc.constantFrom(...Array.from({ length: sizes.servers }, (_, i) => i + 1)),
      replicas: fc.record({
        before: mostly(sizes.replicas, 1),
        after: mostly(sizes.replicas, 2),
      }),
    })
    .map(({ all, servers: count, replicas }) => {
      const place = (when: 'before' | 'after') => {
        const servers = Array.from({ length: count }, (_, i) => server(`s${i}`, replicas[when], sizes.memory));
        const models = all.flatMap(({ extra, further, update, rename, residency, same, ...states }, i) => {
          const { there, memory, copies, version } = states[same ? 'before' : when];
          if (!there) return [];
          const demand = { memory, peak: memory + extra };
          const range = { min: copies, max: copies + further };
          return [model(name(i), memory, { demand, replicas: range, update, rename, residency, storage: { version } })];
        });
        const tried = fleet(servers, models);
        const starts = new Map(all.map((of, i) => [name(i), of[when].start]));
        const placement = firstFit(tried, ({ name: of }) => starts.get(of) ?? 0);
        const placed = tried.models.filter((of) => Object.hasOwn(placement.assignments, of.name));
        return { fleet: fleet(servers, placed), placement };
      };
      const old = place('before');
      return { lock: build(old.fleet, old.placement).lock, ...place('after') };
    });
}

function name(index: number): string {
  return `m${index}`;
}
