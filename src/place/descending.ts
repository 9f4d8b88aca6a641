/**
 * Models by their keys, the largest first, the first key deciding; ascending where all are equal. Keys are whole numbers
 * up to 2^31. One number a model and key: numbers sort many times as fast as by a function.
 */
export function descending(models: Iterable<number>, keys: readonly Float64Array[]): Int32Array {
  let order = Int32Array.from(models);
  const n = order.length;
  for (const key of keys.toReversed()) {
    const ranks = Float64Array.from(order, (model, i) => i - key[model]! * n).sort();
    order = Int32Array.from(ranks, (rank) => order[((rank % n) + n) % n]!);
  }
  return order;
}
