import { crdsOf } from '../cluster.ts';
import { kubectl } from './kubectl.ts';
import { thisCluster } from './this-cluster.ts';

/** Applies the CRDs of other projects, of which the compiler emits objects. */
export async function installCrds(): Promise<void> {
  const files = crdsOf(thisCluster()).flatMap((path) => ['--filename', path]);
  await kubectl('apply', '--server-side', '--force-conflicts', ...files);
  await kubectl('wait', '--for=condition=Established', '--timeout=60s', 'crds', '--all');
}
