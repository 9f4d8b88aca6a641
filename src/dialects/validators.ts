import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Json, JsonObject } from '../ir/index.ts';
import * as generated from './validators.gen.ts';

/** Schemas that documents are checked against, by the file's name in `schemas/`. */
export type SchemaName = 'environment' | 'runtime' | 'server' | 'model' | 'project' | 'sizes';

/** What a value must be, as much of a JSON Schema as messages need. */
export interface SchemaPart {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly examples?: readonly Json[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly Json[];
  readonly propertyNames?: SchemaPart;
}

/** One violation, with the part of the schema that was violated and the value that violates it. */
export type Violation = ErrorObject<string, Readonly<Record<string, unknown>>> & {
  readonly parentSchema?: SchemaPart;
  readonly data?: Json;
};

const validators: Readonly<Record<SchemaName, unknown>> = generated;

/** All violations of one schema by one value; none where it is valid. */
export function violations(name: SchemaName, value: JsonObject): readonly Violation[] {
  const validate = validators[name] as ValidateFunction;
  return validate(value) ? [] : ((validate.errors ?? []) as readonly Violation[]);
}
