import { readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '../ir/index.ts';

/** Schemas that documents are checked against, by the file's name in `schemas/`. */
export type SchemaName = 'environment' | 'runtime' | 'server' | 'model' | 'project' | 'sizes';

/** What a value must be, as much of a JSON Schema as messages need. */
export interface SchemaPart {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly examples?: readonly Json[];
}

/** One violation, with the part of the schema that was violated and the value that violates it. */
export type Violation = ErrorObject<string, Readonly<Record<string, unknown>>> & {
  readonly parentSchema?: SchemaPart;
  readonly data?: Json;
};

const compiled = new Map<SchemaName, ValidateFunction>();

/** All violations of one schema by one value; none where it is valid. The schema is compiled at its first use. */
export function violations(name: SchemaName, value: JsonObject): readonly Violation[] {
  const validate = compiled.get(name) ?? compile(name);
  return validate(value) ? [] : ((validate.errors ?? []) as readonly Violation[]);
}

function compile(name: SchemaName): ValidateFunction {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  compiled.set(name, validate);
  return validate;
}
