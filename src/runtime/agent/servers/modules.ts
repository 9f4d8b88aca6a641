import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '../../../ir/index.ts';
import { writeAtomically } from '../../files.ts';

/** Python modules of ours, as they lie in the package. */
const ours = fileURLToPath(new URL('../../../../python', import.meta.url));

/**
 * Writes the modules that a runtime of this layout is started with. To be done before the inference server starts. Those
 * that are there are left alone: on a disk that is full, what was half written would keep the server from starting.
 *
 * @param folder where the runtime's PYTHONPATH leads; made if it is not there
 */
export function writeModules(layout: Runtime['layout'], folder: string): void {
  if (layout !== 'mlserver') return;
  if (!existsSync(ours)) throw new Error(`the package is incomplete: ${ours} is missing`);
  for (const path of readdirSync(ours, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.py')) continue;
    const text = readFileSync(join(ours, path));
    const to = join(folder, path);
    if (existsSync(to) && readFileSync(to).equals(text)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeAtomically(to, text);
  }
}
