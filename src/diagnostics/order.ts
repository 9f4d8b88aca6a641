/** Orders strings by code unit: the one order used everywhere, since `localeCompare` depends on the machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
