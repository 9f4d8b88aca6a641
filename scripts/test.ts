/**
 * Everything that must hold, one step after the other, and a closing line that counts it. `--unit` runs what takes
 * seconds and needs no Python. The tests on a real cluster, which take minutes more, run where `CI` is `true`;
 * elsewhere by `npm run test:cluster`.
 */
import { testOnClusters } from './cluster-suites.ts';
import { Tally } from './tally.ts';

const tally = new Tally();
if (process.argv.includes('--unit')) tally.vitest(['unit']);
else {
  tally.check('format, lint and room boundaries', ['biome', 'check', '--error-on-warnings', '.']);
  tally.check('types', ['tsc', '--noEmit']);
  tally.check('generated types are fresh', ['node', 'scripts/generate-types.ts', '--check']);
  tally.check('the package builds', ['tsc', '-p', 'tsconfig.build.json']);
  tally.check('dist/ is what specs/ compile to', ['node', 'build/cli/main.js', 'compile', '--check', '--no-cache']);
  tally.vitest(['unit', 'e2e']);
  // What is under load must not compete with other tests for the cores.
  tally.vitest(['fleet']);
  if (process.env['CI'] === 'true') await testOnClusters(tally);
  else console.log('the tests on a real cluster were not run: npm run test:cluster');
}
tally.close();
