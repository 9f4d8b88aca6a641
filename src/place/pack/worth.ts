import { Asked } from '../bounds/asked.ts';
import type { Prices } from '../bounds/prices.ts';
import type { Component } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';

/** What copies of models are worth to a packing, one number a model. */
export interface Worth {
  /**
   * The least that any server asks for a copy. By weak duality no legal ordinal holds more than it costs, and what it
   * holds less is lost there: room that nothing fills, or models that are cheaper elsewhere.
   */
  readonly value: Float64Array;
  /** By how much it hurts to be left with a copy: its value, and more for models that can go to few servers. */
  readonly urgency: Float64Array;
}

/** How much more urgent a copy is that can go to one server alone, as a multiple of its value. */
const SCARCE = 10;
/** Part of what room with overcommit costs that evictable copies are taken to be worth at least: it may be free. */
const EVICTABLE = 0.6;

/** At these prices. Floating point will do: worth guides, and proves nothing. */
export function worthOf(instance: Instance, component: Component, prices: Prices): Worth {
  const { memory, always, min } = instance;
  const value = new Float64Array(instance.models.length);
  const urgency = new Float64Array(instance.models.length);
  for (const { servers, models } of component.groups()) {
    const asked = new Asked(instance, component, prices, servers);
    const shapes = servers.map((s) => instance.servers[s]!);
    const room = Math.min(...shapes.map(({ cost, limit, workers }) => (cost * workers) / Math.max(1, limit)));
    for (const model of models) {
      const own = asked.cheapest(model);
      // Copies of one model stand on one server: what is left of them can go nowhere else.
      const choices = min[model]! > 1 ? 1 : servers.length;
      const least = always[model] === 1 ? 0 : EVICTABLE * room * memory[model]!;
      value[model] = own;
      urgency[model] = Math.max(own, least) * (1 + SCARCE / Math.sqrt(choices));
    }
  }
  return { value, urgency };
}
