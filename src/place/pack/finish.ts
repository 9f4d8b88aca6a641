import { type Found, withdraw } from '../state/found.ts';
import { History } from '../state/history.ts';
import type { Packing } from '../state/packing.ts';
import { drain } from './drain.ts';
import { type InsertRule, insert } from './insert.ts';

/** Steps that emptying ordinals may take, per variant and model. */
const DRAIN = 6;
/** And however few models there are. */
const DRAIN_LEAST = 40_000;
/** Models for which more room is searched by moving others, per variant. */
const REPAIRS = 200;

/** Ends a variant: what failed is placed by moving others aside, then ordinals are emptied and dropped. */
export function finish(packing: Packing, failed: readonly number[], rule: InsertRule): Found {
  const { instance } = packing;
  const history = History.none(instance.models.length);
  const left = [
    ...failed.slice(0, REPAIRS).filter((model) => !insert(packing, model, rule, history)),
    ...failed.slice(REPAIRS),
  ];
  const unplaced = withdraw(packing, left);
  packing.trim();
  drain(packing, history, DRAIN_LEAST + DRAIN * instance.models.length);
  packing.trim();
  return { packing, history, unplaced };
}
