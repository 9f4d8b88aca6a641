import type { Fleet, Lock, Model } from '../../src/ir/index.ts';
import { build } from './build.ts';
import type { Change } from './changes.ts';
import type { Random } from './random.ts';
import { fleet, type ModelChange, model, placementOf, server } from './small-fleet.ts';

/** How large the fleets are that are shuffled. */
export interface Tight {
  readonly ordinals: number;
  readonly memory: number;
  /** Models that are drawn; those that find no room are left out. */
  readonly models: number;
}

interface Drawn {
  readonly name: string;
  readonly copies: number;
  readonly update: Model['update'];
  readonly rename: boolean;
  /** Of two servers. Undefined: either. */
  readonly pin: string | undefined;
  /** Before and after. */
  readonly memory: readonly [number, number];
  readonly version: readonly [string, string];
}

/** Tries to place the same models anew before a fleet is given up. */
const TRIES = 40;

/**
 * A nearly full fleet of one or two servers, and the same models placed anew at random: moves from server to server,
 * cycles without room, some models larger, some in a new version, beside the old one or in its place. Both placements
 * are legal. Undefined: no second one was found.
 */
export function tightChange(random: Random, { ordinals, memory, models: count }: Tight): Change | undefined {
  const split = random.chance(40) ? 1 + random.int(ordinals - 1) : ordinals;
  const servers = [server('a', split, memory), ...(split < ordinals ? [server('b', ordinals - split, memory)] : [])];
  const drawn = Array.from({ length: count }, (_, i): Drawn => {
    const size = 1 + random.int(Math.floor(memory / 2));
    const changes = random.chance(25);
    return {
      name: `m${String(i).padStart(2, '0')}`,
      copies: random.chance(20) ? 2 : 1,
      update: random.chance(15) ? 'surge' : 'recreate',
      rename: !random.chance(15),
      pin: random.chance(15) ? random.pick(servers).name : undefined,
      memory: [size, random.chance(15) ? size + 1 : size],
      version: ['1', changes ? '2' : '1'],
    };
  });
  const before = place(random, servers, drawn, 0);
  const there = drawn.filter(({ name }) => Object.hasOwn(before, name));
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const after = place(random, servers, there, 1);
    if (Object.keys(after).length < there.length) continue;
    const old = fleetOf(servers, there, 0);
    const lock: Lock = build(old, placementOf(old, before)).lock;
    const next = fleetOf(servers, there, 1);
    return { lock, fleet: next, placement: placementOf(next, after) };
  }
  return undefined;
}

type Servers = Fleet['servers'];

/** Each model where there is room, in random order, places in random order. */
function place(
  random: Random,
  servers: Servers,
  drawn: readonly Drawn[],
  when: 0 | 1,
): Record<string, readonly string[]> {
  const places = servers.flatMap(({ name, replicas, capacity }) =>
    Array.from({ length: replicas.min }, (_, k) => ({ name, k, left: capacity.memory, onTop: 0 })),
  );
  const at: Record<string, readonly string[]> = {};
  for (const one of shuffled(random, drawn)) {
    const size = one.memory[when];
    const onTop = one.update === 'surge' ? size : 0;
    const home = one.pin ?? random.pick(servers).name;
    const fitting = shuffled(random, places)
      .filter(({ name, left, onTop: most }) => name === home && left - size >= Math.max(most, onTop))
      .slice(0, one.copies);
    if (fitting.length < one.copies) continue;
    for (const room of fitting) {
      room.left -= size;
      room.onTop = Math.max(room.onTop, onTop);
    }
    at[one.name] = fitting.toSorted((x, y) => x.k - y.k).map(({ name, k }) => `${name}/${k}`);
  }
  return at;
}

function fleetOf(servers: Servers, drawn: readonly Drawn[], when: 0 | 1): Fleet {
  return fleet(
    servers,
    drawn.map(({ name, copies, update, rename, memory, version }) => {
      const change: ModelChange = { update, rename, replicas: { min: copies, max: copies } };
      return model(name, memory[when], { ...change, storage: { version: version[when] } });
    }),
  );
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
