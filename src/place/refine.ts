import type { ComponentBounds } from './bound.ts';
import { costOf } from './bound.ts';
import { order, orderKeys, type Variant } from './construct.ts';
import { dive } from './dive.ts';
import { loadEngine } from './engine.ts';
import { finish } from './finish.ts';
import { FleetProgram, type Guide } from './fleet-program.ts';
import { compareFound, type Found } from './found.ts';
import { followGuides } from './guided.ts';
import { insert } from './insert.ts';
import type { Packing } from './packing.ts';
import { repack } from './pool-search.ts';

/** How much more than its size everything is taken to need, by effort: no packing is perfect. */
const SLACKS = { fast: [], normal: [0.02, 0.01], thorough: [0.02, 0.01, 0.03, 0.005, 0.015, 0.025, 0.04, 0] };

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
  for (const slack of SLACKS[instance.effort]) {
    const guides: Guide[] = [];
    for (const one of bounds) {
      if (one.bundles() && costOf(best.packing, one.component) > one.cheap().value) {
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
  const program = new FleetProgram(engine, instance, bounds.component, bounds.bundles()!, bounds.least, slack);
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
  return finish(
    packing,
    ordered.filter((model) => !insert(packing, model, inPlace, undefined)),
    rest,
  );
}
