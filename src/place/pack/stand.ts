import { costOf } from '../bounds/bound.ts';
import type { Stand } from '../bounds/exhaust.ts';
import type { Component } from '../state/components.ts';
import type { Found } from '../state/found.ts';

/** A placement with a component's models placed anew, where that is better; or the one that was given. */
export function standAs(found: Found, component: Component, stands: readonly Stand[]): Found {
  const packing = found.packing.clone();
  for (const { models } of component.groups()) for (const model of models) packing.clear(model);
  for (const { model, server, ordinals } of stands) {
    for (const k of ordinals) {
      if (packing.base[server]! <= k) packing.open(server, k + 1);
      packing.add(model, server, k);
    }
  }
  packing.trim();
  const placed = new Set(stands.map(({ model }) => model));
  const next = { ...found, packing, unplaced: found.unplaced.filter((model) => !placed.has(model)) };
  return next.unplaced.length < found.unplaced.length || costOf(packing, component) < costOf(found.packing, component)
    ? next
    : found;
}
