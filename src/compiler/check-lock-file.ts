import type { Diagnostics } from '../diagnostics/index.ts';
import type { SourceFile } from '../read/index.ts';
import { compilerCodes } from './codes.ts';

/** How any line of a lock begins, and what Git leaves in one after a conflict. */
const ofLock = /^\uFEFF?\s*(\{\s*"(lock|server|model)"\s*:|<{7} )/m;

/** Refuses a file that is there but has nothing of a lock in it: it is somebody else's, and would be overwritten. */
export function checkLockFile({ path, text }: SourceFile, diagnostics: Diagnostics): void {
  if (text.trim() === '' || ofLock.test(text)) return;
  diagnostics.report(compilerCodes.foreignOutput, {
    message: `\`${path}\` is there, and is not a lock that Stowage wrote`,
    origin: { file: path },
    help: 'Move it away or restore the lock from Git, or give the environment another `lock` in `stowage.yaml`.',
  });
}
