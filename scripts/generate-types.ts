/**
 * Writes what follows from the JSON Schemas in `schemas/`: their TypeScript types, the validators of those that documents
 * are checked against, and a file that lets the compiler compare the types of formats that leave the process with the
 * shapes in `src/ir`. With `--check` nothing is written, and a file that is not fresh ends the run with code 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { validatorsTarget, validatorsText } from './validators.ts';

const root = new URL('../', import.meta.url);

interface GeneratedType {
  readonly schema: string;
  readonly name: string;
  readonly target: string;
  /** The shape in `src/ir` that it must agree with. Absent: none. */
  readonly shape?: string;
  /** `wider`: the wire may leave out what the shape has. Absent: both are the same. */
  readonly wire?: 'wider';
}

/** Which file holds the types of which schema. A schema that is not there is skipped. */
const generatedTypes: readonly GeneratedType[] = [
  { schema: 'environment', name: 'EnvironmentDocument', target: 'src/dialects/native/environment.gen.ts' },
  { schema: 'runtime', name: 'RuntimeDocument', target: 'src/dialects/native/runtime.gen.ts' },
  { schema: 'server', name: 'ServerDocument', target: 'src/dialects/native/server.gen.ts' },
  { schema: 'model', name: 'ModelDocument', target: 'src/dialects/native/model.gen.ts' },
  { schema: 'project', name: 'ProjectDocument', target: 'src/dialects/project.gen.ts' },
  { schema: 'sizes', name: 'SizesDocument', target: 'src/dialects/sizes.gen.ts' },
  { schema: 'problem', name: 'ProblemWire', target: 'src/ir/problem.gen.ts', shape: 'Problem', wire: 'wider' },
  { schema: 'solution', name: 'SolutionWire', target: 'src/ir/solution.gen.ts', shape: 'Placement' },
  { schema: 'status', name: 'StatusWire', target: 'src/ir/status.gen.ts', shape: 'FleetStatus' },
  { schema: 'evidence', name: 'EvidenceWire', target: 'src/ir/evidence.gen.ts', shape: 'Evidence' },
];

/** The text of a schema's types, or undefined where there is no such schema. */
async function generate(schema: string, name: string): Promise<string | undefined> {
  if (!exists(schema)) return undefined;
  const file = new URL(`schemas/${schema}.schema.json`, root);
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

const agreementTarget = 'test/ir/agreement.gen.ts';

/** Assertions that fail to compile where a shape and its wire type differ. Undefined where there is nothing to compare. */
function agreement(): string | undefined {
  const compared = generatedTypes.filter(({ schema, shape }) => shape !== undefined && exists(schema));
  if (compared.length === 0) return undefined;
  const shapes = new Set(compared.flatMap(({ shape = '' }) => shape.match(/[A-Z][A-Za-z]+/g) ?? []));
  return [
    '// Generated from schemas/ by scripts/generate-types.ts.',
    '',
    `import type { ${[...shapes].sort().join(', ')} } from '../../src/ir/index.ts';`,
    ...compared.map(({ name, target }) => `import type { ${name} } from '../../${target}';`),
    '',
    '/** Shapes are readonly, generated types are not: that is no difference. */',
    'type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;',
    'type Fits<A extends B, B> = [A, B];',
    '',
    '/** Does not compile where a shape in src/ir is not what its schema says. */',
    'export type Agreement = [',
    ...compared.flatMap(({ name, shape = '', wire }) => [
      `  Fits<${shape}, Frozen<${name}>>,`,
      ...(wire === 'wider' ? [] : [`  Fits<Frozen<${name}>, ${shape}>,`]),
    ]),
    '];',
    '',
  ].join('\n');
}

function exists(schema: string): boolean {
  return existsSync(new URL(`schemas/${schema}.schema.json`, root));
}

/** Every file that is generated, with its text. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const { schema, name, target } of generatedTypes) {
    const text = await generate(schema, name);
    if (text !== undefined) files.set(target, text);
  }
  files.set(validatorsTarget, validatorsText(root));
  const text = agreement();
  return text === undefined ? files : files.set(agreementTarget, text);
}

async function main(check: boolean): Promise<number> {
  let stale = 0;
  for (const [target, text] of await generatedFiles()) {
    const file = new URL(target, root);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale++;
    if (check) console.error(`${target} is not what the schemas give: run npm run generate.`);
    else writeFileSync(file, text);
  }
  return check && stale > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.includes('--check'));
