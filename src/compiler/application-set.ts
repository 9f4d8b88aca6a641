import { Diagnostics } from '../diagnostics/index.ts';
import { type Delivered, emitApplicationSet } from '../emit/index.ts';
import type { EnvironmentResult } from './environment.ts';
import { type OutputChange, reportStale, writeOutput } from './output.ts';

/**
 * Writes the ApplicationSet of a project of which all environments were compiled. With `check`, changes nothing, and
 * reports what is not as it should be.
 * @returns what changed (or would). Undefined: there is nothing to deliver, or it could not be written, which is
 * reported.
 */
export function writeApplicationSet(
  root: string,
  output: string,
  results: readonly EnvironmentResult[],
  options: { readonly check: boolean },
  diagnostics: Diagnostics,
): OutputChange | undefined {
  const [first, ...others] = results.flatMap(({ environment: { delivery }, compilation: { fleet } }): Delivered[] =>
    delivery && fleet ? [{ environment: fleet.environment, delivery }] : [],
  );
  if (!first) return undefined;
  const own = new Diagnostics();
  const change = writeOutput(root, { output }, { files: emitApplicationSet([first, ...others]) }, options, own);
  if (change && options.check) reportStale('The ApplicationSet', 'stowage compile', change, own);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return change;
}
