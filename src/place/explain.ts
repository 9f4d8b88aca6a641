import type { Unplaced } from '../ir/index.ts';
import type { Packing } from './packing.ts';

export function explain(packing: Packing, unplaced: readonly number[]): Unplaced[] {
  return unplaced.map((m) => ({ model: packing.instance.models[m]!.name, reasons: [], remedies: [] }));
}
