import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compile, Diagnostics, type SourceFile } from '../../src/compiler/index.ts';
import { corpusDocuments, corpusSizes, sourceOf } from '../support/fuzz-corpus.ts';
import { mutateText } from '../support/mutations.ts';
import { Random } from '../support/random.ts';
import { fuzzRuns, fuzzSeed, fuzzTimeout, tryCompile } from './fuzz.ts';

it(
  `never throws on mutated text (${fuzzRuns} mutations, seed ${fuzzSeed})`,
  async () => {
    const random = new Random(fuzzSeed);
    const blocks: SourceFile = {
      path: 'specs/a.yaml',
      text: corpusDocuments.map((document) => stringify(document)).join('---\n'),
    };
    const flows = sourceOf('specs/a.yaml', corpusDocuments);
    const sizes: SourceFile = { path: 'sizes.yaml', text: stringify(corpusSizes) };
    const first = await compile({ sources: [blocks], sizes }, new Diagnostics());
    const lock: SourceFile = { path: 'specs/test.lock', text: first.output?.lock ?? '' };
    expect(lock.text).not.toBe('');
    const outcomes = { compiled: 0, refused: 0 };
    for (let run = 0; run < fuzzRuns; run++) {
      const spec = random.chance(70) ? blocks : flows;
      const mutate = ({ path, text }: SourceFile, percent: number): SourceFile =>
        random.chance(percent) ? { path, text: mutateText(text, random) } : { path, text };
      const input = { sources: [mutate(spec, 85)], lock: mutate(lock, 15), sizes: mutate(sizes, 10) };
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
