import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Evidence, Placement, Problem } from '../../src/ir/index.ts';
import { solveWithEvidence } from '../../src/place/index.ts';
import { checkEvidence } from '../checker/check-evidence.ts';
import { checkPlacement } from '../checker/check-placement.ts';
import { largeProblem } from '../support/large-problem.ts';
import { model, plain, problem, server } from '../support/problems.ts';

const valid = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../../schemas/evidence.schema.json', import.meta.url), 'utf8')) as object,
);

async function proven(asked: Problem): Promise<{ placement: Placement; evidence: Evidence }> {
  const solved = await solveWithEvidence(asked);
  const written = JSON.parse(JSON.stringify(solved.evidence())) as Evidence;
  expect(checkPlacement(asked, solved.placement)).toEqual([]);
  expect(checkEvidence(asked, solved.placement, written)).toEqual([]);
  expect(valid(written)).toBe(true);
  return { placement: solved.placement, evidence: written };
}

/** Two fit on an ordinal, never three: volume proves three ordinals, patterns four. */
const pairs = problem(
  [server('pool', 100, { replicas: { min: 0, max: 20 } })],
  [...'abcdefg'].map((name) => plain(name, 34)),
);

test('column generation: values, of which no legal ordinal holds more than so much', async () => {
  const { placement, evidence } = await proven(pairs);
  expect(placement.certificate).toMatchObject({ used: 4, lowerBound: 4, method: 'columns+min+packing' });
  const [component] = evidence.components;
  expect(component!.argument).toMatchObject({ by: 'columns' });
});

test('columns know that T counts once an ordinal', async () => {
  const pool = server('pool', 100, { replicas: { min: 0, max: 20 } });
  const { placement } = await proven(
    problem(
      [pool],
      Array.from({ length: 24 }, (_, i) => model(`m${String(i).padStart(2, '0')}`, i % 2 === 0 ? 30 : 13)),
    ),
  );
  expect(placement.certificate.gap).toBe(0);
});

test('prices prove a fleet with every rule in play', async () => {
  const { placement, evidence } = await proven(
    largeProblem({ models: 1500, servers: 10, perOrdinal: 25, surge: true, seed: 1 }),
  );
  expect(evidence.components[0]!.argument.by).toBe('prices');
  expect(placement.certificate.gap).toBeLessThan(0.06 * placement.certificate.lowerBound);
});

test('evidence that claims too much is refused', async () => {
  const { placement, evidence } = await proven(pairs);
  const [component] = evidence.components;
  if (component?.argument.by !== 'columns') throw new Error('another argument was expected');
  const { argument } = component;
  const bold = { ...component, argument: { ...argument, most: argument.most - 1 } };
  expect(checkEvidence(pairs, placement, { ...evidence, components: [bold] })).not.toEqual([]);
  const empty = { ...component, argument: { ...argument, values: {} } };
  expect(checkEvidence(pairs, placement, { ...evidence, components: [empty] })).not.toEqual([]);
});

test('a small component of several servers is proven by trying all of it', async () => {
  const asked = problem(
    [
      server('large', 20, { replicas: { min: 0, max: 9 }, cost: 5 }),
      server('small', 11, { replicas: { min: 0, max: 9 }, cost: 3 }),
    ],
    [9, 8, 7, 6, 6, 5, 5].map((size, i) => plain(`m${i}`, size)),
  );
  const { placement, evidence } = await proven(asked);
  expect(placement.certificate).toMatchObject({ gap: 0, method: 'exhaustion+min' });
  const [component] = evidence.components;
  expect(component!.argument.by).toBe('exhaustion');
  const bold = { ...component!, lowerBound: component!.lowerBound + 1 };
  expect(checkEvidence(asked, placement, { ...evidence, components: [bold] })).toContain(
    `component 0 is shown to cost 0, not ${bold.lowerBound}`,
  );
});
