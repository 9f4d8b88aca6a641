import { expect, test } from 'vitest';
import type { Deployment } from '../../src/emit/kubernetes/types.ts';
import { witnessObjects } from '../../src/emit/kubernetes/witness.ts';
import { anEnvironment, aRuntime } from '../support/nodes.ts';

/** Seconds until a plan that is not reached counts as failed. */
function patience(degradedAfter: number | undefined, loadTimeout: number): unknown {
  const observability = degradedAfter === undefined ? {} : { degradedAfter };
  const objects = witnessObjects(anEnvironment({ observability }), [aRuntime({ loadTimeout })], []);
  const [deployment] = objects.filter(({ kind }) => kind === 'Deployment');
  return (deployment as Deployment | undefined)?.spec;
}

test('a plan has ten minutes, or longer where a load may take longer, or what the Environment says', () => {
  expect(patience(undefined, 60)).toHaveProperty('progressDeadlineSeconds', 600);
  expect(patience(undefined, 1800)).toHaveProperty('progressDeadlineSeconds', 1920);
  expect(patience(45, 1800)).toHaveProperty('progressDeadlineSeconds', 45);
});
