import type { Code } from '../diagnostics/index.ts';

export const emitCodes = {
  podFieldOverridden: {
    code: 'STW1601',
    severity: 'warning',
    title: 'A field of the pod is overridden',
  },
  volumeTypeRefused: {
    code: 'STW1602',
    severity: 'error',
    title: 'A volume of the pod is of a type that is not allowed',
  },
  volumeNameReserved: {
    code: 'STW1603',
    severity: 'error',
    title: 'A volume of the pod has a name that is taken',
  },
  planTooLarge: {
    code: 'STW1604',
    severity: 'error',
    title: 'A part of a plan is too large for its ConfigMap',
  },
} as const satisfies Record<string, Code>;
