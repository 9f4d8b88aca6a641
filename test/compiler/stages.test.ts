import { describe, expect, it } from 'vitest';
import { Sources } from '../../src/compiler/index.ts';
import { renderText } from '../../src/diagnostics/index.ts';
import { type Compiled, compileWell } from '../support/compiled.ts';
import { fixtureInput } from '../support/fixture.ts';
import { expectGoldens, type GoldenFile } from '../support/golden.ts';

function json(stage: string, value: unknown): GoldenFile {
  return { path: `${stage}.json`, text: `${JSON.stringify(value, null, 2)}\n` };
}

/** All that a compile hands from room to room. */
function stages({ fleet, problem, placement, plan, output, found }: Compiled, sources: Sources): readonly GoldenFile[] {
  const warnings = renderText(found, { sources, color: false });
  return [
    json('fleet', fleet),
    json('problem', problem),
    json('placement', placement),
    json('plan', plan),
    { path: 'test.lock', text: output.lock },
    ...(warnings === '' ? [] : [{ path: 'diagnostics.txt', text: warnings }]),
  ];
}

describe('every stage of a compile', () => {
  it('of a shop: autoscaling, overcommit, copies, a refuge, sizes from a file, warnings', async () => {
    const input = fixtureInput('shop');
    const made = await compileWell(input);
    expectGoldens('compile/shop', stages(made, new Sources(input.sources)));
    const { assignments, refuge, spare, servers } = made.placement;
    expect(Object.keys(refuge)).toContain('basket');
    expect([assignments['fraud']?.length, spare['fraud']?.length]).toEqual([2, 2]);
    expect(servers['online']?.base).toBeLessThan(5);
    expect(made.fleet.models.find(({ name }) => name === 'churn')?.demand).toMatchObject({ memory: 320, peak: 380 });
    expect(made.found.map(({ severity }) => severity)).toContain('warning');
  });

  it('of tenants: GPU, a runtime of their own, a container of their own, TLS, cache volumes, survival', async () => {
    const input = fixtureInput('tenants');
    const made = await compileWell(input);
    expectGoldens('compile/tenants', stages(made, new Sources(input.sources)));
    for (const [model, at] of Object.entries(made.placement.assignments)) {
      const [tenant] = model.split('-');
      expect(at.filter((ordinal) => !ordinal.startsWith(`${tenant}`))).toEqual([]);
    }
  });
});
