import { whole } from '../state/resources.ts';

/**
 * A lower bound on the bins for items of these sizes: the L2 of Martello and Toth (1990). Items above half need a bin
 * each. For every threshold α, what those of them leave free that are at most `whole − α` is all that the items from α
 * to half can use of them; the rest needs further bins. Gives the threshold that proves it. Sizes are integers from 0 to `whole`; sorts the list in place.
 */
export function binBound(sizes: Float64Array): { readonly bins: number; readonly threshold: number } {
  sizes.sort();
  const n = sizes.length;
  let half = n;
  while (half > 0 && 2 * sizes[half - 1]! > whole) half--;
  const large = n - half;
  let small = 0;
  for (let i = 0; i < half; i++) small += sizes[i]!;
  // From the smallest α up: fewer small items count, and fewer large ones leave room for them.
  let middle = n;
  let middleVolume = 0;
  for (let i = half; i < n; i++) middleVolume += sizes[i]!;
  let bins = large;
  let threshold = whole / 2;
  for (let i = 0; i <= half; i++) {
    const alpha = i < half ? sizes[i]! : whole / 2;
    while (middle > half && sizes[middle - 1]! > whole - alpha) {
      middle--;
      middleVolume -= sizes[middle]!;
    }
    const free = (middle - half) * whole - middleVolume;
    const needed = large + Math.ceil((small - free) / whole);
    if (needed > bins) {
      bins = needed;
      threshold = alpha;
    }
    if (i < half) small -= alpha;
  }
  return { bins, threshold };
}
