import { byCodeUnit } from '../diagnostics/index.ts';
import {
  type Certificate,
  type ComponentBound,
  compareOrdinals,
  type Move,
  type Placement,
  parseOrdinal,
  type Unplaced,
} from '../ir/index.ts';
import type { Lower } from './bounds/bound.ts';
import type { Extras } from './extras/extras.ts';
import type { Instance } from './state/instance.ts';
import type { Packing } from './state/packing.ts';
import { writePlaces, writersFor } from './state/places.ts';
import { record } from './state/record.ts';

/** Writes what was found as a placement, every list and record in code-unit order. */
export function answer(
  instance: Instance,
  packing: Packing,
  extras: Extras,
  bounds: readonly Lower[],
  unplaced: readonly Unplaced[],
): Placement {
  const { models, before } = instance;
  const places = writePlaces(packing);
  const writers = writersFor(instance);
  const assignments = record<readonly string[]>();
  const spare = record<readonly string[]>();
  const refuge = record<string>();
  const moves: Move[] = [];
  for (let m = 0; m < models.length; m++) {
    const at = places[m];
    if (!at) continue;
    const { name } = models[m]!;
    assignments[name] = at;
    const writer = writers[packing.server[m]!]!;
    const further = extras.spare.size > 0 ? extras.spare.get(m) : undefined;
    if (further && further.length > 0) spare[name] = writer.list(further);
    const shelter = extras.refuge[m]!;
    if (shelter >= 0) refuge[name] = writer.write(shelter);
    const stood = before?.[m]?.at;
    if (stood && stood.length > 0 && !same(stood, at)) moves.push(...movesOf(name, stood, at));
  }
  const servers = record<{ readonly base: number }>();
  for (const { name, index } of instance.servers) servers[name] = { base: packing.base[index]! };
  return {
    version: 1,
    assignments,
    spare,
    refuge,
    servers,
    moves,
    certificate: certify(packing, bounds),
    unplaced,
  };
}

/** Copies that stand elsewhere than before, paired in order: lowest to lowest. */
function movesOf(model: string, stood: readonly string[], now: readonly string[]): Move[] {
  const before = [...new Set(stood)].sort(byOrdinal);
  const from = before.filter((at) => !now.includes(at));
  const to = now.filter((at) => !before.includes(at));
  return Array.from({ length: Math.max(from.length, to.length) }, (_, i) => ({
    model,
    from: from[i] ?? null,
    to: to[i] ?? null,
  }));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** By server, then number. */
function byOrdinal(a: string, b: string): number {
  const [x, y] = [parseOrdinal(a), parseOrdinal(b)];
  if (!x || !y) return byCodeUnit(a, b);
  return compareOrdinals(x, y);
}

function certify(packing: Packing, bounds: readonly Lower[]): Certificate {
  const { servers } = packing.instance;
  const parts: ComponentBound[] = bounds.map(({ component, value, method }) => {
    const used = component.servers.reduce((sum, s) => sum + servers[s]!.cost * packing.base[s]!, 0);
    return {
      servers: component.servers.map((s) => servers[s]!.name),
      used,
      lowerBound: value,
      gap: used - value,
      method,
    };
  });
  const used = parts.reduce((sum, part) => sum + part.used, 0);
  const lowerBound = parts.reduce((sum, part) => sum + part.lowerBound, 0);
  const methods = [...new Set(parts.flatMap(({ method }) => method.split('+')))].sort(byCodeUnit);
  return { used, lowerBound, gap: used - lowerBound, method: methods.join('+'), components: parts };
}
