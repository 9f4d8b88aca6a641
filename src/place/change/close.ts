import { placeRefuges, raiseForRefuges } from '../extras/refuge.ts';
import type { History } from '../state/history.ts';
import type { Packing } from '../state/packing.ts';
import { Chains } from './chain.ts';

/** How hard to look for plans. */
interface Effort {
  /** Steps that all plans together may take, and each of them. */
  readonly steps: number;
  readonly perPlan: number;
  /** So many moves for what the cheapest ordinal costs are too many. */
  readonly tooMany: number;
}

/** What a change is worth: a long plan is overtaken by what changes meanwhile. */
const ofChange: Effort = { steps: 100_000, perPlan: 20_000, tooMany: 7 };
/** What is asked for by itself may take its time, and says how many moves are too many. */
const ofRebalance: Effort = { steps: 10_000_000, perPlan: 100_000, tooMany: Number.POSITIVE_INFINITY };
/** How many models make way one after the other, at most. */
const CHAIN = 2;

/** Where one model goes. */
interface Step {
  readonly model: number;
  readonly server: number;
  readonly ordinals: readonly number[];
}

/** How the last ordinal of a server is emptied. */
interface Plan extends Saving {
  readonly server: number;
  /** The ordinal. */
  readonly last: number;
  readonly steps: readonly Step[];
}

/**
 * Spends the moves that a change leaves over on closing ordinals, of which few can be closed by what one change allows.
 * It makes a plan that empties the last ordinal of a server completely, takes the one that saves most per move, and goes
 * as far as moves allow. The next change finds what is left of it, which is now the best by more, and goes on: nothing
 * but the placement is remembered, and no move is made that does not lead to an ordinal less, as things stand.
 */
export function closeGradually(packing: Packing, history: History): void {
  if (history.left <= 0) return;
  const end = packing.steps.spent + ofChange.steps;
  for (;;) {
    const plan = bestPlan(packing, history, ofChange, end);
    if (!plan) return;
    if (plan.charged > history.left) {
      follow(packing, plan, history);
      return;
    }
    carryOut(packing, plan, history);
    if (history.left <= 0) return;
  }
}

/** Closes ordinals, those first that save most per move, as far as moves allow to close whole ones; tells of each. */
export function closeWhole(packing: Packing, history: History, closed: () => void): void {
  const end = packing.steps.spent + ofRebalance.steps;
  for (;;) {
    const plan = bestPlan(packing, history, ofRebalance, end, history.left);
    if (!plan) return;
    carryOut(packing, plan, history);
    closed();
  }
}

/** The plan that saves most per move, if any saves enough, with no more moves than that. */
function bestPlan(
  packing: Packing,
  history: History,
  effort: Effort,
  end: number,
  most = Number.POSITIVE_INFINITY,
): Plan | undefined {
  const { servers } = packing.instance;
  const priced = servers.filter(({ cost }) => cost > 0);
  const cheapest = priced.reduce((least, { cost }) => Math.min(least, cost), Number.MAX_VALUE);
  // What stands on the ordinal must move; what makes way for it comes on top.
  const hopes = priced
    .filter(({ index, min }) => packing.base[index]! > min)
    .map(({ index, cost }) => {
      const held = packing.pools[index]!.held(packing.base[index]! - 1);
      return { index, cost, charged: held.filter((model) => !history.isFree(model)).length };
    })
    .sort((a, b) => perMove(b, a) || a.index - b.index);
  let best: Plan | undefined;
  let least: Saving = { cost: cheapest, charged: effort.tooMany };
  for (const hope of hopes) {
    if (packing.steps.spent > end || perMove(hope, least) <= 0) break;
    if (hope.charged > most) continue;
    const plan = planFor(packing, hope.index, history, Math.min(end, packing.steps.spent + effort.perPlan));
    if (!plan || plan.charged > most || perMove(plan, least) <= 0) continue;
    best = plan;
    least = plan;
  }
  return best;
}

/** What is saved by moves of so many models that did not change. */
interface Saving {
  readonly cost: number;
  readonly charged: number;
}

/** Above 0: the first saves more per move. */
function perMove(a: Saving, b: Saving): number {
  return a.cost * Math.max(1, b.charged) - b.cost * Math.max(1, a.charged);
}

/** How everything on the last ordinal of a server can go elsewhere. Undefined: no way was found. */
function planFor(packing: Packing, s: number, history: History, end: number): Plan | undefined {
  const { instance } = packing;
  const pool = packing.pools[s]!;
  const last = packing.base[s]! - 1;
  const chains = new Chains(packing, end);
  const mark = packing.mark();
  pool.closed = last;
  const { memory } = instance;
  const leaving = pool.held(last).toSorted((a, b) => memory[b]! - memory[a]! || a - b);
  const cleared = leaving.every((model) => {
    // Another may have pushed it to another server, with all its copies.
    if (!pool.held(last).includes(model)) return true;
    packing.remove(model, last);
    return chains.place(model, CHAIN);
  });
  pool.closed = -1;
  let steps: readonly Step[] = [];
  if (cleared) {
    packing.open(s, last);
    if (isSafe(packing)) {
      steps = packing.touched(mark).map((model) => {
        return { model, server: packing.server[model]!, ordinals: packing.copies(model) };
      });
    }
  }
  packing.rollback(mark);
  steps = steps.filter((step) => !stands(packing, step));
  if (steps.length === 0) return undefined;
  const charged = steps.filter(({ model }) => !history.isFree(model)).length;
  return { server: s, last, steps, charged, cost: instance.servers[s]!.cost };
}

/** Closes the ordinal. All models move at once: some may go to where others come from. */
function carryOut(packing: Packing, { server, last, steps }: Plan, history: History): void {
  for (const { model } of steps) packing.clear(model);
  for (const { model, server: to, ordinals } of steps) {
    for (const k of ordinals) packing.add(model, to, k);
    history.move(model);
  }
  packing.open(server, last);
  lowerBases(packing);
}

/** Goes as far as moves allow; a model follows when there is room for it. */
function follow(packing: Packing, plan: Plan, history: History): void {
  const mark = packing.mark();
  const left = [...plan.steps];
  const moved: number[] = [];
  const budget = history.left;
  let charged = 0;
  for (;;) {
    const next = left.findIndex((step) => {
      return (history.isFree(step.model) || charged < budget) && take(packing, step);
    });
    if (next < 0) break;
    const [{ model }] = left.splice(next, 1) as [Step];
    if (!history.isFree(model)) charged++;
    moved.push(model);
  }
  if (isSafe(packing)) {
    packing.keep();
    for (const model of moved) history.move(model);
    lowerBases(packing);
  } else packing.rollback(mark);
}

/** Lets go of empty ordinals at the end, but of those that are a refuge: a second solve would find as few. */
function lowerBases(packing: Packing): void {
  packing.trim();
  if (packing.instance.problem.policy.survive === 'replica') raiseForRefuges(packing);
}

/** Moves one model, if there is room where it goes. */
function take(packing: Packing, { model, server, ordinals }: Step): boolean {
  const mark = packing.mark();
  packing.clear(model);
  for (const k of ordinals) {
    if (!packing.pools[server]!.fits(model, k)) {
      packing.rollback(mark);
      return false;
    }
    packing.add(model, server, k);
  }
  packing.keep();
  return true;
}

function stands(packing: Packing, { model, server, ordinals }: Step): boolean {
  return packing.server[model] === server && ordinals.every((k) => packing.copies(model).includes(k));
}

/** Whether every model with one copy has a refuge, where the policy asks for that. */
function isSafe(packing: Packing): boolean {
  return packing.instance.problem.policy.survive !== 'replica' || placeRefuges(packing, new Map()).exposed.length === 0;
}
