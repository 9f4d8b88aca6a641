import { expect, test } from 'vitest';
import { compileWell } from '../support/compiled.ts';
import { fixtureInput } from '../support/fixture.ts';
import { expectGoldens, type GoldenFile } from '../support/golden.ts';

const commits = ['1-start', '2-model-added', '3-versions-changed', '4-reverted-moved-removed'];

test('one commit after the other: what moves, what is kept of former versions, and in what order it loads', async () => {
  const goldens: GoldenFile[] = [];
  let text: string | undefined;
  const changes = [];
  for (const commit of commits) {
    const lock = text === undefined ? undefined : { path: 'specs/test.lock', text };
    const { plan, output, found } = await compileWell({ ...fixtureInput('commits', ['specs', commit]), lock });
    expect(found).toEqual([]);
    text = output.lock;
    const { steps: _steps, peaks: _peaks, ...change } = plan.transition;
    changes.push(change);
    goldens.push(
      { path: `${commit}/test.lock`, text },
      { path: `${commit}/transition.json`, text: `${JSON.stringify(plan.transition, null, 2)}\n` },
    );
  }
  expectGoldens('compile/commits', goldens);
  expect(changes.slice(1)).toMatchObject([
    { added: ['dunlin'], removed: [], updated: [], moved: [], interrupted: [] },
    { added: [], removed: [], updated: ['albatross', 'bittern'], interrupted: [{ model: 'bittern' }] },
    { added: [], removed: ['curlew'], updated: ['albatross'], moved: ['bittern'] },
  ]);
});
