import type { Guide } from '../bounds/bundles.ts';
import type { FleetProgram } from '../bounds/fleet-program.ts';

/** Bases that a round settles: one in so many of those that are not whole, and in large programs. */
const PART = 6;
const LARGE_PART = 2;
/** Columns from which a program is large. */
const LARGE = 12_000;
/** Nearer than this to a whole number is one. */
const NEAR = 1e-6;

/**
 * Rounds the bases to whole numbers, a few at a time, those nearest to one first; after each round the program says
 * how the rest does best. A fractional base rounded down sends its models elsewhere, rounded up it takes in more.
 */
export function dive(program: FleetProgram): Guide | undefined {
  const part = program.columns > LARGE ? LARGE_PART : PART;
  let guide = program.solve();
  while (guide) {
    const open: { i: number; base: number; off: number }[] = [];
    for (const [i, base] of guide.bases.entries()) {
      const off = Math.abs(base - Math.round(base));
      if (off > NEAR) open.push({ i, base, off });
    }
    if (open.length === 0) return guide;
    open.sort((a, b) => a.off - b.off || a.i - b.i);
    for (const { i, base } of open.slice(0, Math.ceil(open.length / part))) {
      if (base - Math.floor(base) < 0.5) program.bound(i, program.low[i]!, Math.floor(base));
      else program.bound(i, Math.ceil(base), program.high[i]!);
    }
    const next = program.solve();
    if (!next) return guide;
    guide = next;
  }
  return undefined;
}
