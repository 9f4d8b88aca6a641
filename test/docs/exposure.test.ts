import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isUpdating } from '../support/golden.ts';
import { baseProject, TestProject } from '../support/project.ts';
import { root } from '../support/root.ts';

const page = `${root}docs/exposure.md`;
const environment = 'specs/environment.yaml';

/** A part of an Environment's `spec`, and the manifests that it adds. */
const shown = /```yaml\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g;

it('lists what each example adds', async () => {
  const text = readFileSync(page, 'utf8');
  const without = new Set(await manifests(''));
  let made = text;
  const examples = [...text.matchAll(shown)];
  expect(examples).toHaveLength(6);
  for (const [whole, spec = '', listed = ''] of examples) {
    const added = (await manifests(spec)).filter((file) => !without.has(file));
    made = made.replace(whole, () => whole.replace(`\`\`\`text\n${listed}`, () => `\`\`\`text\n${added.join('\n')}\n`));
  }
  if (isUpdating()) writeFileSync(page, made);
  else expect(text).toBe(made);
});

async function manifests(spec: string): Promise<readonly string[]> {
  const project = new TestProject(baseProject);
  project.write({ [environment]: `${baseProject[environment]}${spec.replaceAll(/^(?=.)/gm, '  ')}` });
  const { code, stderr, stdout } = await project.run(['compile']);
  expect(code, stdout + stderr).toBe(0);
  return readdirSync(join(project.root, 'dist/test/manifests')).toSorted();
}
