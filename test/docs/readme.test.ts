import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isUpdating } from '../support/golden.ts';
import { TestProject } from '../support/project.ts';
import { root } from '../support/root.ts';

const readme = `${root}README.md`;

/** A comment before a fenced block says what the block shows; the test makes it anew. */
const shown = /(<!-- shows: (\{.*\}) -->\n\n```\w*\n)([\s\S]*?)```\n/g;

interface Shows {
  /** Command line that is run on a copy of the example that was never compiled. */
  readonly run: string;
  /** A mistake made first: file, text, replacement. */
  readonly replace?: readonly [file: string, text: string, replacement: string];
  /** List what is in this folder afterwards, instead of what was printed. */
  readonly list?: string;
}

describe('README.md', () => {
  const text = readFileSync(readme, 'utf8');
  const blocks = [...text.matchAll(shown)];

  it('shows a compile, a mistake, and what is written', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
  });

  for (const [whole = '', head = '', json = '', body = ''] of blocks) {
    const shows = JSON.parse(json) as Shows;
    it(`shows what \`${shows.run}\` ${shows.list ? 'writes' : 'prints'}${shows.replace ? ' after a mistake' : ''}`, async () => {
      const made = await show(shows);
      if (isUpdating()) {
        writeFileSync(
          readme,
          readFileSync(readme, 'utf8').replace(whole, () => `${head}${made}\`\`\`\n`),
        );
      } else expect(body).toBe(made);
    });
  }
});

async function show({ run, replace, list }: Shows): Promise<string> {
  const project = new TestProject();
  cpSync(`${root}stowage.yaml`, join(project.root, 'stowage.yaml'));
  cpSync(`${root}specs`, join(project.root, 'specs'), { recursive: true, filter: (path) => !path.endsWith('.lock') });
  if (replace) {
    const [file, text, replacement] = replace;
    const path = join(project.root, file);
    expect(readFileSync(path, 'utf8')).toContain(text);
    writeFileSync(path, readFileSync(path, 'utf8').replace(text, replacement));
  }
  const { stdout, stderr } = await project.run(run.split(' ').slice(1));
  if (list === undefined) return `${(replace ? stderr : stdout).trimEnd()}\n`;
  const files = readdirSync(join(project.root, list), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.root.length + 1));
  return `${collapsed(files.toSorted()).join('\n')}\n`;
}

/** Runs of numbered files on one line: `plan-0` to `plan-7` as `plan-{0…7}`. */
function collapsed(files: readonly string[]): readonly string[] {
  const last = new Map<string, string>();
  for (const file of files) {
    const [, stem = file, number = ''] = /^(.*-plan-)(\d+)\.yaml$/.exec(file) ?? [];
    last.set(stem, number);
  }
  return [...last].map(([stem, number]) =>
    number === '' ? stem : number === '0' ? `${stem}0.yaml` : `${stem}{0…${number}}.yaml`,
  );
}
