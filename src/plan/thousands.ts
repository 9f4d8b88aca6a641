/** A whole number as people read it in messages: `12,345`. The same on every machine. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
