import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/generate-types.ts';

const root = new URL('../../', import.meta.url);
const names = ['environment', 'model', 'project', 'runtime', 'server', 'sizes'];
type Schema = Readonly<Record<string, unknown>>;

function schema(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8')) as Schema;
}

test('generated types and validators are those of the schemas', async () => {
  for (const [target, text] of await generatedFiles()) {
    expect(readFileSync(new URL(target, root), 'utf8'), `${target} is stale`).toBe(text);
  }
}, 30_000);

test('no generated file lacks its schema', async () => {
  const files = await generatedFiles();
  for (const folder of ['src/dialects/', 'src/dialects/native/', 'src/ir/', 'test/ir/']) {
    if (!existsSync(new URL(folder, root))) continue;
    for (const file of readdirSync(new URL(folder, root))) {
      if (file.endsWith('.gen.ts')) expect([...files.keys()]).toContain(folder + file);
    }
  }
}, 30_000);

test.each(names)('%s: every field has a title and a description, every object is closed', (name) => {
  const faults: string[] = [];
  const visit = (part: Schema, at: string): void => {
    if (at !== '' && (typeof part['title'] !== 'string' || typeof part['description'] !== 'string')) faults.push(at);
    const properties = (part['properties'] ?? {}) as Record<string, Schema>;
    if (part['type'] === 'object' && part['additionalProperties'] === undefined) faults.push(`${at} is open`);
    for (const [key, inner] of Object.entries(properties)) visit(inner, `${at}/${key}`);
    const items = part['items'] as Schema | undefined;
    if (items?.['properties'] || items?.['$ref']) visit(items, `${at}/items`);
  };
  const all = schema(name);
  visit(all, '');
  for (const [key, part] of Object.entries((all['$defs'] ?? {}) as Record<string, Schema>)) visit(part, `$defs/${key}`);
  expect(faults).toEqual([]);
});

test('definitions of one name are the same in all schemas', () => {
  const seen = new Map<string, string>();
  for (const name of names) {
    for (const [key, part] of Object.entries((schema(name)['$defs'] ?? {}) as Schema)) {
      expect(JSON.stringify(part), `${key} in ${name}`).toBe(seen.get(key) ?? JSON.stringify(part));
      seen.set(key, JSON.stringify(part));
    }
  }
});

test.each(names)('%s: examples and defaults are valid by the schema that gives them', (name) => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const all = schema(name);
  const definitions = { $defs: all['$defs'] ?? {} };
  let checked = 0;
  const visit = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    const { examples = [], default: absent, ...rest } = part as { examples?: unknown[]; default?: unknown };
    const values = [...(Array.isArray(examples) ? examples : []), ...(absent === undefined ? [] : [absent])];
    if (values.length > 0 && !('examples' in rest)) {
      const { $id: _id, $schema: _schema, ...own } = rest as Schema;
      const validate = ajv.compile({ ...definitions, ...own });
      for (const value of values) {
        checked++;
        expect(validate(value), `${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      }
    }
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(all);
  expect(checked).toBeGreaterThan(0);
});
