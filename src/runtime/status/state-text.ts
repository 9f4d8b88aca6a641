import type { ModelStatus } from '../../ir/index.ts';

/** How a model stands, for people. */
export function stateText(state: ModelStatus['state']): string {
  return state === 'onDemand' ? 'on demand' : state;
}
