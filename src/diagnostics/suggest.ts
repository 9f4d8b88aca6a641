const longestWord = 64;
const mostCandidates = 2_000;

/**
 * The candidate that a misspelt word most likely means, or undefined where none is near. Near is one edit in three
 * letters (at least one, at most three) by the restricted Damerau–Levenshtein distance (optimal string alignment:
 * insert, delete, replace, swap neighbours); upper and lower case count as equal. Of equally near candidates the first
 * in the order of code units wins, so the answer does not depend on their order. Words beyond 64 units and candidates
 * beyond the first 2,000 are not looked at, which bounds the work.
 */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord || word === '') return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates.slice(0, mostCandidates)) {
    if (candidate === word || candidate.length > longestWord) continue;
    const distance = boundedDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance > bestDistance) continue;
    if (distance < bestDistance || (best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The distance, or any number above `bound` where it is above. */
function boundedDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      }
      row.push(distance);
      least = Math.min(least, distance);
    }
    if (least > bound) return bound + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
