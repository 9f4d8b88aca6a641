import type { Runtime } from '../../ir/index.ts';
import { generic } from './generic.ts';
import { mlserver } from './mlserver.ts';
import { triton } from './triton.ts';

/** Runtimes that need no document, by name. */
export const builtInRuntimes: readonly Runtime[] = [generic, mlserver, triton];
