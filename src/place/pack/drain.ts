import type { History } from '../state/history.ts';
import type { Packing } from '../state/packing.ts';
import { eject, settle } from './eject.ts';

/** Ordinals of one server that a round tries to empty. */
const TRIES = 3;

/**
 * Empties ordinals whose models fit elsewhere, and drops them. Which ordinal is emptied does not matter, since they
 * are alike: the last one takes its number. Only for placements without history. Returns whether anything was dropped.
 */
export function drain(packing: Packing, history: History, budget: number): boolean {
  const { servers } = packing.instance;
  const end = packing.steps.spent + budget;
  const byCost = servers.toSorted((a, b) => b.cost - a.cost || a.index - b.index);
  let dropped = false;
  for (let again = true; again; ) {
    again = false;
    for (const server of byCost) {
      while (packing.base[server.index]! > server.min && server.cost > 0) {
        if (packing.steps.spent > end) return dropped;
        const empty = emptiest(packing, server.index).find((k) => clearOut(packing, server.index, k, history));
        if (empty === undefined) break;
        packing.dropOrdinal(server.index, empty);
        dropped = true;
        again = true;
      }
    }
  }
  return dropped;
}

/** The ordinals that hold least. */
function emptiest(packing: Packing, s: number): number[] {
  const pool = packing.pools[s]!;
  const ordinals = Array.from({ length: packing.base[s]! }, (_, k) => ({ k, fill: pool.fill(k) }));
  packing.steps.spent += ordinals.length;
  return ordinals
    .sort((a, b) => a.fill - b.fill || b.k - a.k)
    .slice(0, TRIES)
    .map(({ k }) => k);
}

/** Moves everything off an ordinal, or changes nothing. */
function clearOut(packing: Packing, s: number, k: number, history: History): boolean {
  const pool = packing.pools[s]!;
  const { memory, min } = packing.instance;
  const models = pool.held(k).toSorted((a, b) => memory[b]! - memory[a]! || a - b);
  const mark = packing.mark();
  pool.closed = k;
  const cleared = models.every((model) => {
    if (min[model]! > 1 && packing.base[s]! - 1 < min[model]!) return false;
    packing.remove(model, k);
    return settle(packing, model, s) || eject(packing, model, history);
  });
  pool.closed = -1;
  if (cleared) packing.keep();
  else packing.rollback(mark);
  return cleared;
}
