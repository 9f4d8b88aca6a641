import type { Code } from '../diagnostics/index.ts';

/** Faults of the project as a whole: its file, its environments, its output. */
export const compilerCodes = {
  noProject: { code: 'STW1701', severity: 'error', title: 'There is no project here' },
  unknownEnvironment: { code: 'STW1702', severity: 'error', title: 'The project has no such environment' },
  environmentName: {
    code: 'STW1703',
    severity: 'error',
    title: 'The Environment is not the one that the project names',
  },
  staleOutput: { code: 'STW1704', severity: 'error', title: 'The output is not what the specs compile to' },
  foreignOutput: {
    code: 'STW1705',
    severity: 'error',
    title: 'A file that Stowage did not write is in the way',
  },
  outputPath: { code: 'STW1706', severity: 'error', title: 'The output cannot be written' },
  secondDocument: { code: 'STW1708', severity: 'error', title: 'A second document where there may be one' },
  amongInputs: { code: 'STW1709', severity: 'error', title: 'The output or the lock lies among the inputs' },
  manifestSize: { code: 'STW1710', severity: 'warning', title: 'Argo CD does not read so many manifests' },
  sharedPath: { code: 'STW1707', severity: 'error', title: 'Two environments write to one place' },
} as const satisfies Record<string, Code>;
