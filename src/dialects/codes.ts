import type { Code } from '../diagnostics/index.ts';

/** STW1101 and on: what kind of document it is. STW1110 and on: what is in it. */
export const dialectCodes = {
  noKind: { code: 'STW1101', severity: 'error', title: 'A document without apiVersion or kind' },
  unknownApiVersion: { code: 'STW1102', severity: 'error', title: 'An unknown apiVersion' },
  unknownKind: { code: 'STW1103', severity: 'error', title: 'An unknown kind' },
  laterKind: { code: 'STW1104', severity: 'error', title: 'A kind that is not supported yet' },
  laterField: { code: 'STW1105', severity: 'error', title: 'A field that is not supported yet' },
  laterDialect: { code: 'STW1106', severity: 'error', title: 'A document of a system that cannot be read yet' },
  laterRuntime: { code: 'STW1107', severity: 'error', title: 'A runtime that is not built in yet' },
  unknownField: { code: 'STW1110', severity: 'error', title: 'An unknown field' },
  missingField: { code: 'STW1111', severity: 'error', title: 'A missing field' },
  wrongType: { code: 'STW1112', severity: 'error', title: 'A value of the wrong type' },
  notAllowed: { code: 'STW1113', severity: 'error', title: 'A value that is not one of those allowed' },
  malformed: { code: 'STW1114', severity: 'error', title: 'A value that is not well formed' },
  outOfRange: { code: 'STW1115', severity: 'error', title: 'A value out of range' },
  wrongCount: { code: 'STW1116', severity: 'error', title: 'A list with too few, too many or repeated items' },
  namespace: { code: 'STW1117', severity: 'error', title: 'A namespace in the metadata' },
  bytesMeant: { code: 'STW1118', severity: 'error', title: 'A size without its suffix' },
  twoReplicas: { code: 'STW1119', severity: 'error', title: 'Both replicas and autoscale' },
} as const satisfies Record<string, Code>;
