import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allCodes } from '../support/codes.ts';
import { baseProject, TestProject } from '../support/project.ts';

const folder = new URL('../../docs/errors/', import.meta.url);
const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));
const codes = await allCodes();

describe('docs/errors', () => {
  it('has a page for every code, and no other', () => {
    expect(pages.map((file) => file.slice(0, -3)).toSorted()).toEqual([...codes.keys()].toSorted());
  });

  for (const file of pages) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const code = file.slice(0, -3);

    describe(code, () => {
      it('is headed by the code and its title', () => {
        expect(text.split('\n')[0]).toBe(`# ${code}: ${codes.get(code)?.title}`);
      });

      const failing = example(text, 'Failing');
      const mended = example(text, 'Mended');
      if (failing) {
        it('has a failing example that gives this code alone', async () => {
          expect(await codesOf(failing)).toEqual([code]);
        });
      }
      if (mended) {
        it('has a mended example that gives none', async () => {
          expect(await codesOf(mended)).toEqual([]);
        });
      }
      it('has both examples or, where no file can cause it, says so', () => {
        expect(failing === undefined).toBe(mended === undefined);
        if (!failing) expect(text).toMatch(/no example/i);
      });
    });
  }
});

interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/** The fenced blocks below a heading. */
function example(page: string, heading: string): Example | undefined {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (!section) return undefined;
  const files: Record<string, string> = {};
  let args: readonly string[] = ['compile'];
  for (const [, info = '', body = ''] of section.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
    if (info.startsWith('sh')) args = body.trim().split(/\s+/).slice(1);
    else files[/file=(\S+)/.exec(info)?.[1] ?? 'specs/example.yaml'] = body;
  }
  return { files, args };
}

async function codesOf({ files, args }: Example): Promise<readonly string[]> {
  const project = new TestProject({ ...baseProject, ...files });
  const { stdout, code } = await project.run([...args, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; severity: string }[] };
  expect(code).toBe(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
  return [...new Set(diagnostics.map((diagnostic) => diagnostic.code))];
}
