import { cpSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '../../../ir/index.ts';

/** Python modules of ours, as they lie in the package. */
const ours = fileURLToPath(new URL('../../../../python', import.meta.url));

/**
 * Writes the modules that a runtime of this layout is started with. To be done before the inference server starts.
 *
 * @param folder where the runtime's PYTHONPATH leads; made if it is not there
 */
export function writeModules(layout: Runtime['layout'], folder: string): void {
  if (layout !== 'mlserver') return;
  if (!existsSync(ours)) throw new Error(`the package is incomplete: ${ours} is missing`);
  cpSync(ours, folder, { recursive: true, force: true, filter: (path) => !path.endsWith('__pycache__') });
}
