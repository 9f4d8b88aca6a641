import type { ComponentBounds } from './bound.ts';
import { costOf } from './bound.ts';
import { order, orderKeys, type Variant } from './construct.ts';
import { dive } from './dive.ts';
import { loadEngine } from './engine.ts';
import { finish } from './finish.ts';
import { columnsOf, FleetProgram, type Guide } from './fleet-program.ts';
import { compareFound, type Found } from './found.ts';
import { followGuides } from './guided.ts';
import { History } from './history.ts';
import { insert } from './insert.ts';
import type { Packing } from './packing.ts';
import { repack } from './pool-search.ts';

/** How much more than its size everything is taken to need, by effort: no packing is perfect. */
const SLACKS = { fast: [], normal: [0.015, 0.005], thorough: [0.015, 0.005, 0.01, 0.02, 0.03, 0.0025, 0.025, 0.04, 0] };
/** Columns that the programs of all slacks together may have: large fleets see few. */
const COLUMNS = 40_000;

/** Models for which others are moved aside before ordinals are opened. */
const REPAIRS = 300;

/** Where models go that a guide found no room for. */
const rest: Variant = {
  opened: 0,
  priced: false,
  scarcity: true,
  order: 'share',
  look: 8,
  fit: 'best',
  opening: 'share',
};

/** Packs anew the components that are not proven optimal, by what their linear programs say. */
export async function refine(
  found: Found,
  start: Packing,
  all: readonly number[],
  bounds: readonly ComponentBounds[],
): Promise<Found> {
  const { instance } = start;
  let best = found;
  let columns = 0;
  for (const slack of SLACKS[instance.effort]) {
    const guides: Guide[] = [];
    for (const one of bounds) {
      if (one.guideBundles() && costOf(best.packing, one.component) > one.cheap().value) {
        columns += columnsOf(one.guideBundles()!);
        if (columns > COLUMNS && guides.length + Number(slack !== SLACKS[instance.effort][0]) > 0) break;
        const guide = await guideOf(one, start, slack);
        if (guide) guides.push(guide);
      }
    }
    if (guides.length === 0) break;
    const next = follow(start.clone(), all, guides);
    if (compareFound(next, best) < 0) best = next;
  }
  for (const one of bounds) {
    if (one.items() && (best.unplaced.length > 0 || costOf(best.packing, one.component) > one.cheap().value)) {
      best = await repack(best, one);
    }
  }
  return best;
}

async function guideOf(bounds: ComponentBounds, { instance }: Packing, slack: number): Promise<Guide | undefined> {
  const engine = await loadEngine();
  const program = new FleetProgram(engine, instance, bounds.component, bounds.guideBundles()!, bounds.least, slack);
  const guide = dive(program);
  program.dispose();
  return guide;
}

function follow(packing: Packing, all: readonly number[], guides: readonly Guide[]): Found {
  const { instance } = packing;
  const failed = new Set(followGuides(packing, guides));
  const left = all.filter((model) => failed.has(model) || !packing.complete(model));
  const ordered = order(instance, left, orderKeys(instance), rest);
  const inPlace = { ...rest, opening: 'never' } as const;
  const homeless = ordered.filter((model) => !insert(packing, model, inPlace, undefined));
  const history = History.none(instance.models.length);
  const still = homeless.filter((model, i) => i >= REPAIRS || !insert(packing, model, inPlace, history));
  return finish(
    packing,
    still.filter((model) => !insert(packing, model, rest, undefined)),
    rest,
  );
}
