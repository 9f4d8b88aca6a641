import type { Instance } from './instance.ts';
import { OrdinalWriter } from './ordinal-writer.ts';
import type { Packing } from './packing.ts';

/** By model: the ordinals of its required copies; undefined: it has none. */
export function writePlaces(packing: Packing): (readonly string[] | undefined)[] {
  const { instance, server } = packing;
  const writers = writersFor(instance);
  return instance.models.map((_, m) => (server[m]! >= 0 ? writers[server[m]!]!.list(packing.copies(m)) : undefined));
}

/** By server. */
export function writersFor({ servers }: Instance): readonly OrdinalWriter[] {
  return servers.map(({ name }) => new OrdinalWriter(name));
}
