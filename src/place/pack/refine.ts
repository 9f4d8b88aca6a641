import { type ComponentBounds, costOf } from '../bounds/bound.ts';
import { type Guide, offersFor } from '../bounds/bundles.ts';
import { loadEngine } from '../bounds/engine.ts';
import { FleetProgram } from '../bounds/fleet-program.ts';
import { compareFound, type Found } from '../state/found.ts';
import type { Packing } from '../state/packing.ts';
import { dive } from './dive.ts';
import { follow } from './guided.ts';
import { repack } from './pool-search.ts';
import { standAs } from './stand.ts';
import { fluidPrices, tightenAll, tightenBest } from './tighten-best.ts';

/** How much more than its size everything is taken to need by a program: no packing is perfect. */
const SLACKS = [0.015, 0.005, 0.01, 0.02, 0.03, 0.0025, 0.025, 0.04, 0];
/** Columns that the programs of all slacks together may have: large fleets see few. */
const COLUMNS = 40_000;

/** Packs anew the components that are not proven optimal, by finer fluids and by what their linear programs say. */
export async function refine(
  found: Found,
  start: Packing,
  all: readonly number[],
  bounds: readonly ComponentBounds[],
): Promise<Found> {
  let best = found;
  const several = bounds.filter(({ component }) => component.servers.length > 1);
  for (const one of several) best = tryAll(best, one);
  best = tightenBest(best, start, all, several);
  let columns = 0;
  for (const slack of SLACKS) {
    const guides: Guide[] = [];
    for (const one of bounds) {
      if (one.guideBundles() && costOf(best.packing, one.component) > one.cheap().value && !one.exhausted()?.stands) {
        columns += offersFor(one.guideBundles()!);
        if (columns > COLUMNS && guides.length + Number(slack !== SLACKS[0]) > 0) break;
        const guide = await guideOf(one, start, slack);
        if (guide) guides.push(guide);
      }
    }
    if (guides.length === 0) break;
    const next = follow(start.clone(), all, guides);
    tightenAll(next, several, fluidPrices(several), 'trial');
    if (compareFound(next, best) < 0) best = next;
  }
  // What was packed anew may have cost a small component something.
  for (const one of several) best = tryAll(best, one);
  for (const one of bounds) {
    if (one.items() && isOpen(best, one)) {
      best = tryAll(await repack(best, one), one);
    }
  }
  return best;
}

/** Whether a component may be packed better, as far as is known. */
function isOpen({ packing, unplaced }: Found, bounds: ComponentBounds): boolean {
  return unplaced.length > 0 || costOf(packing, bounds.component) > bounds.cheap().value;
}

/** The best there is of a small component. */
function tryAll(found: Found, bounds: ComponentBounds): Found {
  const stands = isOpen(found, bounds) ? bounds.exhausted()?.stands : undefined;
  return stands ? standAs(found, bounds.component, stands) : found;
}

async function guideOf(bounds: ComponentBounds, { instance }: Packing, slack: number): Promise<Guide | undefined> {
  const engine = await loadEngine();
  const program = new FleetProgram(engine, instance, bounds.component, bounds.guideBundles()!, bounds.least, slack);
  const guide = dive(program);
  program.dispose();
  return guide;
}
