import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, Diagnostics, type SourceFile } from '../../src/compiler/index.ts';
import { sha256 } from '../../src/ir/index.ts';
import { exampleInput } from '../support/example.ts';

/** How many shuffles are tried of each environment of the example. */
const shuffles = 500;

describe('the same specs give the same bytes', () => {
  for (const environment of ['production', 'staging']) {
    const input = exampleInput(environment);
    // One document a source, so that a shuffle moves documents across files as well as within them.
    const documents = input.sources.flatMap(({ text }) => text.split(/^---$/m));

    it(`whatever the order and the grouping of documents (${environment}, ${shuffles} shuffles)`, async () => {
      const expected = await fingerprint(input.sources);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([...documents.keys()], { minLength: documents.length }),
          fc.integer({ min: 1, max: documents.length }),
          async (order, perFile) => {
            const sources = Array.from({ length: Math.ceil(order.length / perFile) }, (_, i): SourceFile => {
              const chosen = order.slice(i * perFile, (i + 1) * perFile).map((at) => documents[at]);
              return { path: `specs/${order[i]}-${i}.yaml`, text: chosen.join('\n---\n') };
            });
            expect(await fingerprint(sources)).toBe(expected);
          },
        ),
        { numRuns: shuffles, seed: 1 },
      );
    });

    async function fingerprint(sources: readonly SourceFile[]): Promise<string> {
      const diagnostics = new Diagnostics();
      const { output } = await compile({ ...input, sources }, diagnostics);
      expect(diagnostics.list()).toEqual([]);
      return sha256(JSON.stringify(output));
    }
  }

  it('whatever the locale and the time zone', () => {
    const script = fileURLToPath(new URL('../support/print-fingerprint.ts', import.meta.url));
    const settings = [
      { LC_ALL: 'C', TZ: 'UTC' },
      { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
      { LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', TZ: 'America/St_Johns' },
    ];
    const prints = settings.map((env) =>
      execFileSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, ...env } }),
    );
    expect(prints[0]).toMatch(/^[0-9a-f]{64}\n$/);
    expect(new Set(prints).size).toBe(1);
  });
});
