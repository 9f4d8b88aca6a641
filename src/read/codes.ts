import type { Code } from '../diagnostics/index.ts';

/** The faults of reading: STW1001 to STW1019 of what is in a file, STW1020 and on of finding and opening it. */
export const readCodes = {
  syntax: { code: 'STW1001', severity: 'error', title: 'The YAML cannot be read' },
  directive: { code: 'STW1002', severity: 'error', title: 'A YAML directive other than %YAML 1.2' },
  tag: { code: 'STW1003', severity: 'error', title: 'A tag that is not one of the core schema' },
  aliasExpansion: { code: 'STW1004', severity: 'error', title: 'Aliases repeat too much' },
  aliasTarget: { code: 'STW1005', severity: 'error', title: 'An alias without a finished anchor' },
  duplicateKey: { code: 'STW1006', severity: 'error', title: 'A key is written twice' },
  reservedKey: { code: 'STW1007', severity: 'error', title: 'A key with a reserved name' },
  keyType: { code: 'STW1008', severity: 'error', title: 'A key that is not a string' },
  mergeKey: { code: 'STW1009', severity: 'error', title: 'A merge key' },
  number: { code: 'STW1010', severity: 'error', title: 'A number that cannot be held exactly' },
  fileSize: { code: 'STW1011', severity: 'error', title: 'The file is too large' },
  depth: { code: 'STW1012', severity: 'error', title: 'Nested too deeply' },
  documentCount: { code: 'STW1013', severity: 'error', title: 'Too many documents in one file' },
  character: { code: 'STW1014', severity: 'error', title: 'A character that may not stand in a file' },
  encoding: { code: 'STW1015', severity: 'error', title: 'The file is not UTF-8' },
  secret: { code: 'STW1016', severity: 'error', title: 'A secret in a file' },
  rootType: { code: 'STW1017', severity: 'error', title: 'A document that is not a mapping' },
  nothingFound: { code: 'STW1020', severity: 'error', title: 'An input that matches no file' },
  outsideRoot: { code: 'STW1021', severity: 'error', title: 'A path outside the project' },
  symbolicLink: { code: 'STW1022', severity: 'error', title: 'A symbolic link among the inputs' },
  unreadable: { code: 'STW1023', severity: 'error', title: 'A file that cannot be opened' },
  revision: { code: 'STW1024', severity: 'error', title: 'A Git revision that cannot be read' },
} as const satisfies Record<string, Code>;
