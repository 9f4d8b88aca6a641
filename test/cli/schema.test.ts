import { expect, test } from 'vitest';
import { runSchema } from '../../src/cli/schema.ts';

async function run(kind?: string): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runSchema(kind, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

test('lists all schemas with what they are', async () => {
  const { code, out } = await run();
  expect(code).toBe(0);
  for (const name of ['environment', 'model', 'project', 'runtime', 'server', 'sizes']) {
    expect(out).toMatch(new RegExp(`^${name} +\\S.*\\.$`, 'm'));
  }
});

test('prints a schema by the name of its kind, in any case', async () => {
  const { code, out } = await run('Model');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ title: 'Model', type: 'object' });
  expect((await run('model')).out).toBe(out);
});

test.each([
  ['modle', 'Did you mean `model`?'],
  ['../package', 'There are `diagnostics`'],
])('refuses %s', async (kind, help) => {
  const { code, out, err } = await run(kind);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(help);
});
