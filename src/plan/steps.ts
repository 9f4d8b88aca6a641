import type { DecidedModel } from './decide.ts';

/**
 * The order hint of each model. Loads that need not wait for another model's have none. A hint stays until the model is
 * loaded anew, since a compile that changes nothing must write the same plan.
 */
export function stepsOf(
  decided: readonly DecidedModel[],
  levels: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const { model, locked } of decided) {
    const level = levels.get(model.name);
    const step = level === undefined ? locked?.step : level;
    if (step !== undefined && step > 1) steps.set(model.name, step);
  }
  return steps;
}
