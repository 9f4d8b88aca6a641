import fc from 'fast-check';
import type { Placement, Problem, ProblemModel, ProblemServer } from '../../src/ir/index.ts';

/** A server with the defaults of the problem format. */
export function server(name: string, memory: number, rest: Partial<ProblemServer> = {}): ProblemServer {
  return {
    name,
    replicas: { min: 1, max: 1 },
    capacity: { memory, gpuMemory: 0, slots: null, disk: null },
    workers: 1,
    overcommit: 0,
    capabilities: [],
    cost: 1,
    ...rest,
  };
}

/** A model with the defaults of the problem format. */
export function model(name: string, memory: number, rest: Partial<ProblemModel> = {}): ProblemModel {
  const gpuMemory = rest.gpuMemory ?? 0;
  return {
    name,
    memory,
    peak: memory,
    gpuMemory,
    gpuPeak: gpuMemory,
    disk: 0,
    replicas: { min: 1, max: 1 },
    requires: [],
    server: null,
    residency: 'always',
    update: 'surge',
    load: 1,
    ...rest,
  };
}

/** A model that needs nothing on top while loading, so that only its size counts. */
export function plain(name: string, memory: number, rest: Partial<ProblemModel> = {}): ProblemModel {
  return model(name, memory, { update: 'recreate', ...rest });
}

export function problem(servers: ProblemServer[], models: ProblemModel[], rest: Partial<Problem> = {}): Problem {
  return { version: 1, moves: 1, policy: { survive: 'none' }, servers, models, ...rest };
}

/** How large the problems of the generator are. */
export interface Size {
  readonly servers: number;
  readonly models: number;
  readonly replicas: number;
}

const words = ['sklearn', 'onnx', 'gpu', 'tenant=a'];

/** Problems with every rule in play: surge, overcommit, pins, copies, workers, GPU, slots, disk and elasticity. */
export function problems(size: Size): fc.Arbitrary<Problem> {
  const range = (least: number, most: number): fc.Arbitrary<{ min: number; max: number }> =>
    fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: 3 })).map(([min, more]) => ({
      min,
      max: Math.min(most, min + more),
    }));
  const servers = fc
    .array(
      fc.record({
        replicas: range(0, size.replicas).map(({ min, max }) => ({ min, max: Math.max(1, max) })),
        memory: fc.integer({ min: 12, max: 60 }),
        gpuMemory: fc.constantFrom(0, 12, 24),
        slots: fc.constantFrom(null, null, 1, 2, 4),
        disk: fc.constantFrom(null, null, 20, 60),
        workers: fc.constantFrom(1, 1, 1, 2),
        overcommit: fc.constantFrom(0, 0, 50, 200),
        capabilities: fc.oneof(
          { weight: 2, arbitrary: fc.constant(words) },
          { weight: 1, arbitrary: fc.subarray(words) },
        ),
        cost: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: size.servers },
    )
    .map((list) =>
      list.map(({ memory, gpuMemory, slots, disk, ...rest }, i) =>
        server(`s${i}`, memory, {
          ...rest,
          beyondBase: memory % 3 === 0 ? 'never' : 'autoscaled',
          capacity: { memory, gpuMemory, slots, disk },
        }),
      ),
    );
  const models = fc
    .array(
      fc.record({
        memory: fc.integer({ min: 0, max: 14 }),
        onTop: fc.constantFrom(0, 0, 1, 5),
        gpuMemory: fc.constantFrom(0, 0, 0, 0, 0, 3, 7),
        gpuOnTop: fc.constantFrom(0, 0, 2),
        disk: fc.constantFrom(0, 0, 3, 9),
        copies: fc.constantFrom(1, 1, 1, 1, 2, 3),
        further: fc.constantFrom(0, 0, 1, 3),
        requires: fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.subarray(words, { maxLength: 2 }) },
        ),
        pin: fc.oneof(
          { weight: 6, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.nat({ max: size.servers }) },
        ),
        residency: fc.constantFrom('always' as const, 'always' as const, 'onDemand' as const),
        update: fc.constantFrom('surge' as const, 'recreate' as const),
        load: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: Math.floor(size.models / 3), maxLength: size.models },
    )
    .map((list) =>
      list.map(({ onTop, gpuOnTop, copies, further, pin, ...rest }, i) =>
        model(`m${i}`, rest.memory, {
          ...rest,
          peak: rest.memory + onTop,
          gpuPeak: rest.gpuMemory + (rest.gpuMemory > 0 ? gpuOnTop : 0),
          replicas: { min: copies, max: copies + further },
          server: pin === null ? null : `s${pin}`,
        }),
      ),
    );
  return fc
    .record({
      servers,
      models,
      moves: fc.integer({ min: 0, max: 2 }),
      survive: fc.constantFrom('none' as const, 'none' as const, 'replica' as const),
    })
    .map(({ survive, moves, ...rest }) => problem(rest.servers, rest.models, { moves, policy: { survive } }));
}

/** Problems with a history that no solve has made: copies anywhere, too many and too few, on servers that are no more. */
export function strangeHistories(size: { servers: number; models: number; replicas: number }): fc.Arbitrary<Problem> {
  const ordinals = (names: readonly string[]): fc.Arbitrary<string[]> =>
    fc.uniqueArray(
      fc.tuple(fc.constantFrom(...names), fc.nat({ max: size.replicas + 1 })).map(([name, k]) => `${name}/${k}`),
      { maxLength: 3 },
    );
  const servers = Array.from({ length: size.servers }, (_, i) => `s${i}`);
  const at = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...servers).chain((name) => ordinals([name])) },
    { weight: 1, arbitrary: ordinals([...servers, 'gone']) },
  );
  const histories = fc.array(fc.record({ at, stood: fc.boolean(), changed: fc.boolean() }), {
    minLength: size.models,
    maxLength: size.models,
  });
  return fc.tuple(problems(size), histories).map(([asked, list]) => {
    const named = asked.models.map(({ name }, i) => ({ name, ...list[i]! }));
    const previous = named.flatMap(({ name, at: places, stood }) => (stood ? [[name, { at: places }]] : []));
    const changed = named.flatMap(({ name, changed: is }, i) => (is && i % 3 === 0 ? [name] : []));
    return { ...asked, changed, previous: Object.fromEntries(previous) };
  });
}

/** The problem as it stands after a placement was carried out. */
export function after(problem: Problem, { assignments, spare }: Placement): Problem {
  const previous = Object.fromEntries(
    Object.entries(assignments).map(([name, at]) => [name, { at, spare: spare[name] ?? [] }]),
  );
  return { ...problem, previous };
}
