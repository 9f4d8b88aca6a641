import { fileURLToPath } from 'node:url';

const sources = import.meta.url.endsWith('.ts');

/** How this program starts itself again, in another role: from the sources, or from the built package. */
export const ownProgram: readonly [string, ...string[]] = [
  process.execPath,
  fileURLToPath(new URL(sources ? '../cli/main.ts' : '../cli/main.js', import.meta.url)),
];
