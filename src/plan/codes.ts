import type { Code } from '../diagnostics/index.ts';

export const planCodes = {
  immutable: { code: 'STW1501', severity: 'error', title: 'A field of a StatefulSet cannot change' },
  shardSize: { code: 'STW1502', severity: 'error', title: 'A plan does not fit into its ConfigMaps' },
} as const satisfies Record<string, Code>;
