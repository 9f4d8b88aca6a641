import { type Diagnostics, type Origin, type Particulars, suggest } from '../diagnostics/index.ts';
import { type Json, pointerStep } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { dialectCodes } from './codes.ts';
import { describe, fieldPath, listed, quoted } from './describe.ts';
import { respelt } from './respelt.ts';
import { type SchemaName, type SchemaPart, type Violation, violations } from './validators.ts';

/** How a fault of a field that no schema knows is told instead, where more is known about it. */
export type FieldAdvice = (
  pointer: string,
) => { readonly code: 'laterField' | 'namespace'; readonly help: string } | undefined;

/** A document with hundreds of faults is told of its first ones; the rest come to light once these are mended. */
const mostFaults = 100;

/**
 * Checks one document against one schema and reports each fault once, at its place. `subject` gives the document's name
 * in messages (`Model \`fraud\``). True where there was none.
 */
export function checkDocument(
  document: Document,
  schema: SchemaName,
  subject: () => string,
  diagnostics: Diagnostics,
  advice: FieldAdvice = () => undefined,
): boolean {
  const all = violations(schema, document.value);
  if (all.length === 0) return true;
  const found = onePerPlace(all);
  for (const violation of withoutMisspelt(found.slice(0, mostFaults))) {
    const [code, particulars] = fault(violation, document, subject(), advice);
    const { message } = particulars;
    // A document without a name is `a Model`.
    diagnostics.report(dialectCodes[code], {
      ...particulars,
      message: message.charAt(0).toUpperCase() + message.slice(1),
    });
  }
  return found.length === 0;
}

/** The graver a violation, the earlier it stands here: of those in one place, only the first is told. */
const gravity = [
  'type',
  'required',
  'additionalProperties',
  'propertyNames',
  'const',
  'enum',
  'maxLength',
  'minLength',
];

function onePerPlace(all: readonly Violation[]): readonly Violation[] {
  const places = new Map<string, Violation>();
  for (const violation of all) {
    // What a key violates is told by the propertyNames violation that follows.
    if (violation.propertyName !== undefined) continue;
    const place = `${violation.instancePath}\0${keyOf(violation) ?? ''}`;
    const before = places.get(place);
    if (before === undefined || rank(violation) < rank(before)) places.set(place, violation);
  }
  return [...places.values()];
}

/** A field that is there under a misspelt key is not missing as well. */
function withoutMisspelt(found: readonly Violation[]): readonly Violation[] {
  const meant = new Set(
    found
      .filter(({ keyword }) => keyword === 'additionalProperties')
      .map((violation) => `${violation.instancePath}\0${meantField(violation)}`),
  );
  return found.filter(
    (violation) => violation.keyword !== 'required' || !meant.has(`${violation.instancePath}\0${keyOf(violation)}`),
  );
}

/** The field, of those that are not there, that an unknown one is likely a misspelling of. */
function meantField(violation: Violation): string | undefined {
  return suggest(keyOf(violation) ?? '', absentFields(violation));
}

function absentFields({ parentSchema, data }: Violation): readonly string[] {
  return Object.keys(parentSchema?.properties ?? {}).filter((name) => !Object.hasOwn((data ?? {}) as object, name));
}

function rank(violation: Violation): number {
  const at = gravity.indexOf(violation.keyword);
  return at === -1 ? gravity.length : at;
}

/** The key that the violation is about, where it is not about the value as a whole. */
function keyOf({ keyword, params }: Violation): string | undefined {
  const key = {
    required: 'missingProperty',
    additionalProperties: 'additionalProperty',
    propertyNames: 'propertyName',
  }[keyword];
  return key === undefined ? undefined : String(params[key]);
}

type Told = readonly [code: keyof typeof dialectCodes, particulars: Particulars];

function fault(violation: Violation, document: Document, subject: string, advice: FieldAdvice): Told {
  const { keyword, instancePath, data = null, parentSchema = {} } = violation;
  const key = keyOf(violation);
  const at: Origin = { file: document.file, document: document.index, pointer: instancePath };
  const field = `\`${fieldPath(instancePath)}\``;
  switch (keyword) {
    case 'additionalProperties':
      return unknownField(violation, key ?? '', at, subject, advice);
    case 'required':
      return missingField(violation, key ?? '', at, subject);
    case 'propertyNames': {
      const origin: Origin = { ...at, pointer: `${instancePath}/${pointerStep(key ?? '')}`, part: 'key' };
      return [
        'malformed',
        {
          message: `${quoted(key ?? '')} cannot be a name in ${field} of ${subject}`,
          origin,
          help: parentSchema.propertyNames && formHelp(parentSchema.propertyNames),
        },
      ];
    }
    case 'type':
      return wrongType(data, parentSchema, at, field, subject);
    case 'enum':
    case 'const':
      return notAllowed(violation, at, field, subject);
    case 'minimum':
    case 'maximum': {
      const bound = keyword === 'minimum' ? 'at least' : 'at most';
      const message = `${field} of ${subject} is ${describe(data)}, but must be ${bound} ${String(violation.params['limit'])}`;
      return ['outOfRange', { message, origin: at, help: parentSchema.description }];
    }
    case 'minItems':
    case 'maxItems': {
      const bound = keyword === 'minItems' ? 'at least' : 'at most';
      const limit = Number(violation.params['limit']);
      const message = `${field} of ${subject} must have ${bound} ${limit} ${limit === 1 ? 'item' : 'items'}`;
      return ['wrongCount', { message, origin: at, help: parentSchema.description }];
    }
    case 'uniqueItems': {
      const { i, j } = violation.params as { i: number; j: number };
      const item = Array.isArray(data) ? describe(data[i] as Json) : 'an item';
      const related = [
        { origin: { ...at, pointer: `${instancePath}/${Math.min(i, j)}` }, message: 'first written here' },
      ];
      const origin: Origin = { ...at, pointer: `${instancePath}/${Math.max(i, j)}` };
      return [
        'wrongCount',
        { message: `${field} of ${subject} has ${item} twice`, origin, related, help: 'Remove one of them.' },
      ];
    }
    default:
      return malformed(violation, at, field, subject);
  }
}

function unknownField(violation: Violation, key: string, at: Origin, subject: string, advice: FieldAdvice): Told {
  const pointer = `${at.pointer}/${pointerStep(key)}`;
  const origin: Origin = { ...at, pointer, part: 'key' };
  const known = advice(pointer);
  if (known?.code === 'laterField') {
    return [
      'laterField',
      { message: `\`${fieldPath(pointer)}\` of ${subject} is not supported yet`, origin, help: known.help },
    ];
  }
  if (known) return [known.code, { message: `${subject} has \`${fieldPath(pointer)}\``, origin, help: known.help }];
  const properties = violation.parentSchema?.properties ?? {};
  const here = absentFields(violation);
  const meant = meantField(violation);
  const inside = Object.entries(properties).find(([, part]) => Object.hasOwn(part.properties ?? {}, key))?.[0];
  const place = at.pointer === '' ? subject : `\`${fieldPath(at.pointer ?? '')}\` of ${subject}`;
  return [
    'unknownField',
    {
      message: `${quoted(key)} is not a field of ${place}`,
      origin,
      help:
        meant !== undefined
          ? `Did you mean \`${meant}\`?`
          : inside !== undefined
            ? `It belongs into \`${fieldPath(`${at.pointer}/${inside}`)}\`.`
            : here.length > 0
              ? `Other fields here: ${listed(here)}.`
              : 'Remove it: all fields that may stand here are there.',
      fix: meant === undefined ? undefined : { title: `Write \`${meant}\``, origin, text: meant },
    },
  ];
}

function missingField(violation: Violation, key: string, at: Origin, subject: string): Told {
  const schema = violation.parentSchema?.properties?.[key];
  const pointer = `${at.pointer}/${pointerStep(key)}`;
  const example = schema?.examples?.[0];
  const shown = example === undefined || typeof example === 'object' ? '' : ` For instance: \`${key}: ${example}\`.`;
  return [
    'missingField',
    {
      message: `${subject} lacks \`${fieldPath(pointer)}\``,
      origin: /(^|\/[0-9]+)$/.test(at.pointer ?? '') ? at : { ...at, part: 'key' },
      help: schema?.description && `${schema.description}${shown}`,
    },
  ];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'a mapping',
  array: 'a list',
};

function wrongType(data: Json, schema: SchemaPart, origin: Origin, field: string, subject: string): Told {
  const types = [schema.type ?? []].flat();
  const wanted = types.map((type) => typeNames[type] ?? type).join(' or ');
  const found = field === '``' ? `${subject} is` : `${field} of ${subject} is`;
  return [
    'wrongType',
    { message: `${found} ${describe(data)}, but must be ${wanted}`, origin, help: typeHelp(data, types, schema) },
  ];
}

function typeHelp(data: Json, types: readonly string[], schema: SchemaPart): string | undefined {
  if (data === null) return 'Give it a value, or remove the field.';
  if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) {
    if (fits(String(data), schema)) return `Put it in quotes: \`"${data}"\`.`;
    const meant = respelt(String(data), schema.title);
    return meant === undefined ? formHelp(schema) : `Did you mean \`${meant}\`?`;
  }
  if (typeof data === 'string' && !types.includes('string')) {
    if (types.includes('integer') && /^[0-9]{1,15}$/.test(data)) return `Write it without quotes: \`${data}\`.`;
    if (types.includes('boolean') && /^(true|false)$/.test(data)) return `Write it without quotes: \`${data}\`.`;
    if (types.includes('array')) return 'Write it as a list with one item: a line of its own that begins with `- `.';
  }
  return formHelp(schema);
}

/** Whether the text, once it is one, has the form that is wanted. */
function fits(text: string, { pattern, minLength = 0, maxLength = Infinity, enum: words }: SchemaPart): boolean {
  if (words !== undefined) return words.includes(text);
  if (text.length < minLength || text.length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

/** What the schema says of a value, and what is in it. */
function formHelp({ description, properties, examples = [] }: SchemaPart): string | undefined {
  const shown = examples.filter((example) => typeof example !== 'object').map(String);
  const fields = Object.keys(properties ?? {});
  const help = [
    description,
    fields.length > 0 && `Its fields: ${listed(fields)}.`,
    shown.length > 0 && `For instance: ${listed(shown, 'or')}.`,
  ].filter(Boolean);
  return help.length > 0 ? help.join(' ') : undefined;
}

function notAllowed(violation: Violation, origin: Origin, field: string, subject: string): Told {
  const allowed = (violation.params['allowedValues'] ?? [violation.params['allowedValue']]) as readonly Json[];
  const words = allowed.map(String);
  const { data = null } = violation;
  const meant = typeof data === 'string' ? suggest(data, words) : undefined;
  const choice = `${words.length > 1 ? 'It is one of' : 'It must be'} ${listed(words, 'or')}.`;
  return [
    'notAllowed',
    {
      message: `${field} of ${subject} cannot be ${describe(data)}`,
      origin,
      help: meant === undefined ? choice : `Did you mean \`${meant}\`? ${choice}`,
      fix: meant === undefined ? undefined : { title: `Write \`${meant}\``, origin, text: meant },
    },
  ];
}

/** Text that does not fit its pattern or its length: the schema's own words say what it must look like. */
function malformed(violation: Violation, origin: Origin, field: string, subject: string): Told {
  const { keyword, data = null, parentSchema = {}, params } = violation;
  const { description, examples = [] } = parentSchema;
  const long =
    keyword === 'maxLength' ? ` with ${String(data).length} characters, of at most ${String(params['limit'])}` : '';
  const meant = typeof data === 'string' ? respelt(data, parentSchema.title) : undefined;
  const shown = examples.filter((example) => typeof example !== 'object').map(String);
  const help = [
    meant !== undefined && `Did you mean \`${meant}\`?`,
    description,
    meant === undefined && shown.length > 0 && `For instance: ${listed(shown, 'or')}.`,
  ].filter(Boolean);
  return [
    'malformed',
    {
      message: `${field} of ${subject} is not well formed: ${describe(data)}${long}`,
      origin,
      help: help.length > 0 ? help.join(' ') : undefined,
      fix: meant === undefined ? undefined : { title: `Write \`${meant}\``, origin, text: meant },
    },
  ];
}
