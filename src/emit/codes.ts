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
} as const satisfies Record<string, Code>;
