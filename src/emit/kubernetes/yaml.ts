import { isObject, type Json, type JsonObject } from '../../ir/index.ts';

/**
 * Writes YAML that every parser reads back the same, the Go ones of Kubernetes (YAML 1.1 in part) included: plain only
 * where no parser could see anything but a string, literal blocks for text of several lines, double quotes with escapes
 * for all else. Keys stay in the order they come in. Absent (`undefined`) fields are left out.
 */
export function yamlText(value: JsonObject): string {
  if (isEmpty(value)) return '{}\n';
  const out: string[] = [];
  writeMap(value, '', out, '');
  return out.join('');
}

const step = '  ';

/** Starts with a letter or a slash, holds nothing that means anything in YAML, and does not end in a colon; or is a size. */
const plainPattern = /^(?:[A-Za-z/](?:[A-Za-z0-9_./:@-]*[A-Za-z0-9_./@-])?|[1-9][0-9]*(?:m|[KMGTPE]i))$/;

/** Words that some YAML parser takes for a boolean or for nothing. */
const words = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Characters that may stand in a literal block: printable, and no line break but the line feed. */
const literalPattern = /^[\n\t\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** The same for what nearly all text is; much faster on long text. */
const asciiLiteralPattern = /^[\n\t\x20-\x7e]*$/;

/** What a double-quoted scalar must escape beyond what JSON escapes. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function writeMap(map: JsonObject, indent: string, out: string[], first: string): void {
  let lead = first;
  for (const [key, value] of Object.entries(map)) {
    if (value === undefined) continue;
    out.push(lead, scalarKey(key), ':');
    writeValue(value, indent, out);
    lead = indent;
  }
}

function writeValue(value: Json, indent: string, out: string[]): void {
  if (isList(value)) {
    if (value.length === 0) out.push(' []\n');
    else {
      out.push('\n');
      writeList(value, indent + step, out, indent + step);
    }
  } else if (isObject(value)) {
    if (isEmpty(value)) out.push(' {}\n');
    else {
      out.push('\n');
      writeMap(value, indent + step, out, indent + step);
    }
  } else if (typeof value === 'string' && isLiteral(value)) {
    writeLiteral(value, indent + step, out);
  } else out.push(' ', scalar(value), '\n');
}

function writeList(list: readonly Json[], indent: string, out: string[], first: string): void {
  let lead = first;
  for (const value of list) {
    out.push(lead, '-');
    if (isObject(value) && !isEmpty(value)) writeMap(value, indent + step, out, ' ');
    else if (isList(value) && value.length > 0) writeList(value, indent + step, out, ' ');
    else writeValue(value, indent, out);
    lead = indent;
  }
}

/** A first line that begins with white space would be taken for more indentation, so such text is quoted. */
function isLiteral(text: string): boolean {
  return (
    text.includes('\n') &&
    /^\S/.test(text) &&
    !text.includes('\n\t') &&
    (asciiLiteralPattern.test(text) || literalPattern.test(text))
  );
}

function writeLiteral(text: string, indent: string, out: string[]): void {
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n');
  const indented = text.includes('\n\n')
    ? lines.map((line) => (line === '' ? '' : indent + line)).join('\n')
    : indent + lines.join(`\n${indent}`);
  out.push(' |', ends ? (text.endsWith('\n\n') ? '+' : '') : '-', '\n', indented, '\n');
}

function scalarKey(key: string): string {
  return isPlain(key) ? key : quoted(key);
}

function scalar(value: string | number | boolean | null): string {
  return typeof value === 'string' ? (isPlain(value) ? value : quoted(value)) : String(value);
}

function isPlain(text: string): boolean {
  return plainPattern.test(text) && !words.test(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isEmpty(map: JsonObject): boolean {
  for (const key in map) if (map[key] !== undefined) return false;
  return true;
}
