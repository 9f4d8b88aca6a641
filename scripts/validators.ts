import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** The schemas that documents are checked against. */
const schemas = ['environment', 'model', 'project', 'runtime', 'server', 'sizes'];

export const validatorsTarget = 'src/dialects/validators.gen.ts';

/**
 * The text of a module with a validator for each schema. Compiling the schemas takes longer than checking ten thousand
 * documents, so it is done here and not each time the compiler starts. The schemas themselves are checked on the way.
 */
export function validatorsText(root: URL): string {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  });
  for (const name of schemas) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8')) as object, name);
  }
  const code = standalone.default(ajv, Object.fromEntries(schemas.map((name) => [name, name])));
  return [
    '// Generated from schemas/ by scripts/generate-types.ts. Plain JavaScript as ajv writes it, so types are not checked.',
    '// @ts-nocheck',
    "import { createRequire } from 'node:module';",
    // What ajv writes asks for parts of its run time by `require`, which a module does not have.
    'const require = createRequire(import.meta.url);',
    code.replace('"use strict";\n', ''),
    '',
  ].join('\n');
}
