import { expect, it } from 'vitest';
import { compile, Diagnostics, type SourceFile } from '../../src/compiler/index.ts';
import { corpusDocuments, corpusSizes, sourceOf } from '../support/fuzz-corpus.ts';
import { mutateData } from '../support/mutations.ts';
import { Random } from '../support/random.ts';
import { fuzzRuns, fuzzSeed, fuzzTimeout, tryCompile } from './fuzz.ts';

it(
  `never throws on mutated structures (${fuzzRuns} mutations, seed ${fuzzSeed})`,
  async () => {
    const random = new Random(fuzzSeed);
    const sizes = sourceOf('sizes.yaml', [corpusSizes]);
    const first = await compile({ sources: [sourceOf('specs/a.yaml', corpusDocuments)], sizes }, new Diagnostics());
    const lines = (first.output?.lock ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines.length).toBeGreaterThan(3);
    const outcomes = { compiled: 0, refused: 0 };
    for (let run = 0; run < fuzzRuns; run++) {
      const at = random.int(corpusDocuments.length);
      const documents = corpusDocuments.map((document, i) =>
        i === at || random.chance(5) ? mutateData(document, random) : document,
      );
      const changed = lines.map((line) => (random.chance(10) ? mutateData(line, random) : line));
      const lock: SourceFile = {
        path: 'specs/test.lock',
        text: changed.map((line) => JSON.stringify(line)).join('\n'),
      };
      const input = {
        sources: [sourceOf('specs/a.yaml', documents)],
        lock,
        sizes: random.chance(10) ? sourceOf('sizes.yaml', [mutateData(corpusSizes, random)]) : sizes,
      };
      try {
        outcomes[await tryCompile(input)]++;
      } catch (error) {
        throw new Error(`mutation ${run}: ${JSON.stringify(input)}`, { cause: error });
      }
    }
    // Mutations that never compile, or always do, would test little.
    expect(Math.min(outcomes.compiled, outcomes.refused)).toBeGreaterThan(fuzzRuns / 20);
  },
  fuzzTimeout,
);
