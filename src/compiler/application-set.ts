import { join } from 'node:path';
import { Diagnostics } from '../diagnostics/index.ts';
import { applicationSetFile, type Delivered, emitApplicationSet } from '../emit/index.ts';
import type { EnvironmentResult } from './environment.ts';
import type { ListedApplicationSet } from './listed.ts';
import { type OutputChange, reportStale, writeOutput } from './output.ts';
import { readOwned } from './owned.ts';
import { isPlain } from './safe-path.ts';

/**
 * Writes the ApplicationSet of a project of which all environments were compiled, or removes one that is not wanted any
 * more. With `check`, changes nothing, and reports what is not as it should be.
 * @returns what changed (or would). Undefined: there is none, and none was there; or the disk did not let it be changed,
 * which is reported.
 */
export function writeApplicationSet(
  root: string,
  { output, isWanted }: ListedApplicationSet,
  results: readonly EnvironmentResult[],
  options: { readonly check: boolean },
  diagnostics: Diagnostics,
): OutputChange | undefined {
  const [first, ...others] = results.flatMap(({ environment: { delivery }, compilation: { fleet } }): Delivered[] =>
    delivery && fleet ? [{ environment: fleet.environment, delivery }] : [],
  );
  const files = isWanted && first ? emitApplicationSet([first, ...others]) : [];
  if (files.length === 0 && !holdsApplicationSet(root, output)) return undefined;
  const own = new Diagnostics();
  const change = writeOutput(root, { output }, { files }, options, own);
  if (change && options.check) reportStale('The ApplicationSet', 'stowage compile', change, own);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return change;
}

/** Whether a compile wrote an ApplicationSet to a folder and nothing else: not one that is, or was, an environment's. */
function holdsApplicationSet(root: string, output: string): boolean {
  const owned = isPlain(output) ? readOwned(join(root, output)) : undefined;
  return owned?.join() === applicationSetFile;
}
