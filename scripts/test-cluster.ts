/** The tests on real clusters alone. Arguments choose test files, by parts of their names. */
import { testOnClusters } from './cluster-suites.ts';
import { Tally } from './tally.ts';

const tally = new Tally();
await testOnClusters(tally, process.argv.slice(2));
tally.close();
