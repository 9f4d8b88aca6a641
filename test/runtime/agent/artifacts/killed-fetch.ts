/** Fetches an artifact and dies before a step on disk: `node killed-fetch.ts <store> <disk> <step>`. */
import type { Artifact } from '../../../../src/ir/index.ts';
import { VerifiedArtifacts } from '../../../../src/runtime/agent/artifacts/index.ts';
import { fileSteps } from '../../../../src/runtime/files.ts';

const [store = '', disk = '', last = '0'] = process.argv.slice(2);
let steps = 0;
fileSteps.before = () => {
  if (steps++ === Number(last)) process.kill(process.pid, 'SIGKILL');
};
const settings = {
  stores: [{ name: 'here', uri: `file://${store}` }],
  cache: 3,
  runtime: { layout: 'mlserver' as const },
};
const artifacts = new VerifiedArtifacts(settings, { artifacts: disk, local: true });
const fetch = (version: string) => {
  const artifact: Artifact = { uri: `file://${store}/m`, store: 'here', version, format: 'xgboost' };
  return artifacts.fetch(artifact, [], new AbortController().signal);
};
// The second makes the first make way.
await fetch('1');
await new Promise((resolve) => setTimeout(resolve, 5));
await fetch('2');
console.log(steps);
