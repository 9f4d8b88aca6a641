import { expect, test } from 'vitest';
import { compile, Diagnostics } from '../../src/compiler/index.ts';
import type { Delivery } from '../../src/ir/index.ts';
import { fixtureInput } from '../support/fixture.ts';
import { aDelivery } from '../support/nodes.ts';

async function codes(delivery: Delivery | undefined): Promise<readonly string[]> {
  const diagnostics = new Diagnostics();
  await compile({ ...fixtureInput('commits', ['specs', '1-start']), delivery }, diagnostics);
  return diagnostics.list().map(({ code }) => code);
}

test('manifests are as large as Argo CD reads, where it reads them from their folder', async () => {
  expect(await codes(aDelivery({ manifestLimit: 1000 }))).toEqual(['STW1710']);
  expect(await codes(aDelivery())).toEqual([]);
  expect(await codes(aDelivery({ manifestLimit: 1000, plugin: 'stowage' }))).toEqual([]);
  expect(await codes(undefined)).toEqual([]);
});
