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
import type { Lower } from './bound.ts';
import type { Extras } from './extras.ts';
import type { Instance } from './instance.ts';
import { OrdinalWriter } from './ordinal-writer.ts';
import type { Packing } from './packing.ts';

/** Writes what was found as a placement, every list and record in code-unit order. */
export function answer(
  instance: Instance,
  packing: Packing,
  extras: Extras,
  bounds: readonly Lower[],
  unplaced: readonly Unplaced[],
): Placement {
  const assignments = writeAssignments(instance, packing);
  const writers = writersFor(instance);
  const spare = record<readonly string[]>();
  const refuge = record<string>();
  const { models } = instance;
  for (let m = 0; m < models.length; m++) {
    const s = packing.server[m]!;
    if (s < 0) continue;
    const further = extras.spare.size > 0 ? extras.spare.get(m) : undefined;
    if (further && further.length > 0) spare[models[m]!.name] = writers[s]!.list(further);
    const shelter = extras.refuge[m]!;
    if (shelter >= 0) refuge[models[m]!.name] = writers[s]!.write(shelter);
  }
  const servers = record<{ readonly base: number }>();
  for (const { name, index } of instance.servers) servers[name] = { base: packing.base[index]! };
  return {
    version: 1,
    assignments,
    spare,
    refuge,
    servers,
    moves: movesOf(instance, assignments),
    certificate: certify(packing, bounds),
    unplaced,
  };
}

/** The required copies, by the model's name. */
export function writeAssignments(instance: Instance, packing: Packing): Record<string, readonly string[]> {
  const assignments = record<readonly string[]>();
  const writers = writersFor(instance);
  const { models } = instance;
  for (let m = 0; m < models.length; m++) {
    const s = packing.server[m]!;
    if (s >= 0) assignments[models[m]!.name] = writers[s]!.list(packing.copies(m));
  }
  return assignments;
}

function writersFor({ servers }: Instance): readonly OrdinalWriter[] {
  return servers.map(({ name }) => new OrdinalWriter(name));
}

/** A record that no name, not even `__proto__`, can confuse. */
export function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** Copies that stand elsewhere than before, paired in order: lowest to lowest. */
function movesOf(instance: Instance, assignments: Readonly<Record<string, readonly string[]>>): Move[] {
  const { previous } = instance.problem;
  if (!previous) return [];
  const moves: Move[] = [];
  for (const { name: model } of instance.models) {
    const now = assignments[model];
    if (!now || !Object.hasOwn(previous, model)) continue;
    const { at } = previous[model]!;
    if (at.length === 0 || same(at, now)) continue;
    const before = [...new Set(at)].sort(byOrdinal);
    const from = before.filter((at) => !now.includes(at));
    const to = now.filter((at) => !before.includes(at));
    for (let i = 0; i < Math.max(from.length, to.length); i++) {
      moves.push({ model, from: from[i] ?? null, to: to[i] ?? null });
    }
  }
  return moves;
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
