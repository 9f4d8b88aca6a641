import type { Code } from '../diagnostics/index.ts';

export const lockCodes = {
  conflict: { code: 'STW1401', severity: 'warning', title: 'The lock has conflict markers' },
  duplicate: { code: 'STW1402', severity: 'info', title: 'The lock names something twice' },
  unreadable: { code: 'STW1403', severity: 'warning', title: 'The lock has lines that cannot be read' },
  repaired: { code: 'STW1404', severity: 'warning', title: 'The lock has values that cannot be' },
  version: { code: 'STW1405', severity: 'warning', title: 'The lock is of another format' },
  frozen: { code: 'STW1406', severity: 'error', title: 'The lock would change' },
} as const satisfies Record<string, Code>;
