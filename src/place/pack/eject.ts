import type { History } from '../state/history.ts';
import { candidatesOf, couldHold } from '../state/instance.ts';
import type { Packing } from '../state/packing.ts';

/** Steps that one search for room may take. */
const BUDGET = 20_000;
/** Most models that yield on one ordinal. */
const VICTIMS = 4;

/**
 * Makes room for a model without a new ordinal: on as many ordinals as it lacks, others are moved aside to where
 * they fit. Either all of its copies stand afterwards, or nothing has changed.
 */
export function eject(packing: Packing, model: number, history: History): boolean {
  const { instance, steps } = packing;
  const end = steps.spent + BUDGET;
  for (const s of candidatesOf(instance, model)) {
    const server = instance.servers[s]!;
    if (steps.spent > end) return false;
    if (!couldHold(instance, model, server) || packing.base[s]! < instance.min[model]!) continue;
    const mark = packing.mark();
    const moved: number[] = [];
    if (packing.server[model] !== s) packing.clear(model);
    const pool = packing.pools[s]!;
    const have = packing.copies(model);
    const need = instance.min[model]! - have.length;
    for (const k of pool.fitting(model, 0, packing.base[s]!, need, have, steps)) packing.add(model, s, k);
    const order = nearestFirst(packing, model, s);
    for (const k of order) {
      if (packing.complete(model) || steps.spent > end) break;
      if (!packing.copies(model).includes(k)) makeRoom(packing, model, s, k, history, moved, end);
    }
    if (packing.complete(model)) {
      packing.keep();
      for (const other of moved) history.move(other);
      return true;
    }
    packing.rollback(mark);
  }
  return false;
}

/** Ordinals of a server's base, those that lack least first. */
function nearestFirst(packing: Packing, model: number, s: number): number[] {
  const pool = packing.pools[s]!;
  const lacking: { k: number; lack: number }[] = [];
  for (let k = 0; k < packing.base[s]!; k++) lacking.push({ k, lack: pool.lacking(model, k) });
  packing.steps.spent += lacking.length;
  return lacking.sort((a, b) => a.lack - b.lack || a.k - b.k).map(({ k }) => k);
}

/** Puts the model on the ordinal and moves others off it: one if one is enough, else the largest few. */
function makeRoom(
  packing: Packing,
  model: number,
  s: number,
  k: number,
  history: History,
  moved: number[],
  end: number,
): boolean {
  const { instance, steps } = packing;
  const pool = packing.pools[s]!;
  const lack = pool.lacking(model, k);
  const pending = moved.filter((other) => !history.isFree(other)).length;
  const movable = (other: number): boolean =>
    other !== model &&
    !moved.includes(other) &&
    (history.isFree(other) || (history.movable(other) && history.left - pending > 0));
  const { memory } = instance;
  const victims = pool
    .held(k)
    .filter(movable)
    .sort((a, b) => memory[a]! - memory[b]! || a - b);
  steps.spent += victims.length;
  for (const victim of victims) {
    const gives = memory[victim]! * pool.shape.workers;
    if (gives + pool.transient(k) < lack) continue;
    if (tryVictims(packing, model, s, k, [victim])) {
      moved.push(victim);
      return true;
    }
    if (steps.spent > end) return false;
  }
  const allowed = victims.filter((victim) => history.isFree(victim)).length + Math.max(0, history.left - pending);
  for (let count = 2; count <= Math.min(VICTIMS, victims.length, allowed); count++) {
    const chosen = pick(victims, count, history, history.left - pending);
    if (chosen.length === count && tryVictims(packing, model, s, k, chosen)) {
      moved.push(...chosen);
      return true;
    }
  }
  return false;
}

/** The largest models, as many as may move. */
function pick(victims: readonly number[], count: number, history: History, budget: number): number[] {
  const chosen: number[] = [];
  let left = budget;
  for (const victim of victims.toReversed()) {
    if (chosen.length === count) break;
    if (!history.isFree(victim) && left-- <= 0) continue;
    chosen.push(victim);
  }
  return chosen;
}

function tryVictims(packing: Packing, model: number, s: number, k: number, victims: readonly number[]): boolean {
  const mark = packing.mark();
  const pool = packing.pools[s]!;
  packing.steps.spent += victims.length * 2;
  for (const victim of victims) packing.remove(victim, k);
  if (pool.fits(model, k)) {
    packing.add(model, s, k);
    if (
      victims
        .toSorted((a, b) => packing.instance.memory[b]! - packing.instance.memory[a]! || a - b)
        .every((victim) => settle(packing, victim, s))
    ) {
      packing.keep();
      return true;
    }
  }
  packing.rollback(mark);
  return false;
}

/** Puts back one copy that was taken off a server: beside its other copies, or, if it was the only one, anywhere open. */
export function settle(packing: Packing, model: number, from: number): boolean {
  const { instance, steps } = packing;
  const copies = packing.copies(model);
  const servers = copies.length > 0 || instance.min[model]! > 1 ? [from] : candidatesOf(instance, model);
  let best: { s: number; k: number; left: number } | undefined;
  for (const s of servers) {
    const pool = packing.pools[s]!;
    for (const k of pool.fitting(model, 0, packing.base[s]!, 4, copies, steps)) {
      const left = pool.free(k);
      if (!best || left < best.left) best = { s, k, left };
    }
  }
  if (!best) return false;
  packing.add(model, best.s, best.k);
  return true;
}
