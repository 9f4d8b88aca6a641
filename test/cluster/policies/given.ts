import { mkdirSync, readdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GivenAddress, readCniResult } from './addresses.ts';

/**
 * Tells the other nodes which addresses this one gives to its pods.
 *
 * @param results Where the library of CNI keeps the results of this node.
 * @param shared A folder that all nodes see.
 */
export function tellGivenAddresses(results: string, shared: string, node: string): void {
  let told = '';
  const tell = (): void => {
    const given = filesIn(results).flatMap((text) => readCniResult(text) ?? []);
    const text = JSON.stringify(given);
    if (text === told) return;
    told = text;
    writeFileSync(join(shared, `.${node}`), text);
    renameSync(join(shared, `.${node}`), join(shared, `${node}.json`));
  };
  for (const folder of [results, shared]) mkdirSync(folder, { recursive: true });
  watch(results, tell);
  tell();
}

/** Calls back with the addresses that all nodes have given to pods, now and whenever they change. */
export function watchGivenAddresses(shared: string, changed: (given: readonly GivenAddress[]) => void): void {
  const read = (): void => {
    changed(filesIn(shared, '.json').flatMap((text) => JSON.parse(text) as GivenAddress[]));
  };
  mkdirSync(shared, { recursive: true });
  watch(shared, read);
  read();
}

function filesIn(folder: string, ending = ''): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .flatMap((name) => {
      try {
        return [readFileSync(join(folder, name), 'utf8')];
      } catch {
        // Removed since it was listed.
        return [];
      }
    });
}
