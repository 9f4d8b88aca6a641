/**
 * Writes the TypeScript types of the JSON Schemas in `schemas/`. With `--check` nothing is written, and a type that is
 * not fresh ends the run with code 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const root = new URL('../', import.meta.url);

/** Which file holds the types of which schema. A schema that is not there is skipped. */
export const generatedTypes: readonly { readonly schema: string; readonly name: string; readonly target: string }[] = [
  { schema: 'environment', name: 'EnvironmentDocument', target: 'src/dialects/native/environment.gen.ts' },
  { schema: 'runtime', name: 'RuntimeDocument', target: 'src/dialects/native/runtime.gen.ts' },
  { schema: 'server', name: 'ServerDocument', target: 'src/dialects/native/server.gen.ts' },
  { schema: 'model', name: 'ModelDocument', target: 'src/dialects/native/model.gen.ts' },
  { schema: 'project', name: 'ProjectDocument', target: 'src/dialects/project.gen.ts' },
  { schema: 'sizes', name: 'SizesDocument', target: 'src/dialects/sizes.gen.ts' },
  { schema: 'problem', name: 'ProblemWire', target: 'src/ir/problem.gen.ts' },
  { schema: 'solution', name: 'SolutionWire', target: 'src/ir/solution.gen.ts' },
  { schema: 'plan-shard', name: 'PlanShardWire', target: 'src/ir/plan-shard.gen.ts' },
  { schema: 'lock', name: 'LockWire', target: 'src/ir/lock.gen.ts' },
];

/** The text of a schema's types, or undefined where there is no such schema. */
export async function generate(schema: string, name: string): Promise<string | undefined> {
  const file = new URL(`schemas/${schema}.schema.json`, root);
  if (!existsSync(file)) return undefined;
  const text = withoutTitles(JSON.parse(readFileSync(file, 'utf8')), name);
  return compile(text, name, {
    additionalProperties: true,
    bannerComment: `// Generated from schemas/${schema}.schema.json by scripts/generate-types.ts.`,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
}

/** The generator names a type after each title; ours would clash, so only the root keeps one. */
function withoutTitles(schema: object, name: string): object {
  const strip = (value: unknown, isMap: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, false));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => isMap || (key !== 'title' && key !== '$id' && key !== 'default' && key !== 'examples'))
        .map(([key, inner]) => [key, strip(inner, !isMap && (key === 'properties' || key === '$defs'))]),
    );
  };
  return { ...(strip(schema, false) as object), title: name };
}

async function main(check: boolean): Promise<number> {
  let stale = 0;
  for (const { schema, name, target } of generatedTypes) {
    const text = await generate(schema, name);
    if (text === undefined) continue;
    const file = new URL(target, root);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale++;
    if (check) console.error(`${target} is not what schemas/${schema}.schema.json gives: run npm run generate.`);
    else writeFileSync(file, text);
  }
  return check && stale > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.includes('--check'));
