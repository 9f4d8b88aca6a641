import { ordinalText, type RoutedModel } from '../../../ir/index.ts';
import type { Facts } from './facts.ts';

/** Whether the only pod that is to hold the model ends, so that another is to take it in. */
export function isRefugeNeeded({ server, at, refuge }: RoutedModel, { ending }: Facts): boolean {
  const [only, second] = at;
  if (refuge === undefined || only === undefined || second !== undefined) return false;
  return ending.has(ordinalText(server, only));
}
