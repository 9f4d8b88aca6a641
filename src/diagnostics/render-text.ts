import { type Paint, painter, type Role } from './color.ts';
import type { Diagnostic, Fix, Origin, Severity } from './diagnostic.ts';
import { snippetOf } from './snippet.ts';
import type { Location, SourceMap } from './source-map.ts';
import { visible } from './visible.ts';

export interface TextOptions {
  readonly sources: SourceMap;
  /** Whether to colour: see `wantsColor`. */
  readonly color: boolean;
  /** Cells of a line of the terminal. Absent: 100. */
  readonly width?: number;
}

/**
 * Diagnostics for people: each with its source line and a caret, related places, help and fix, and at the end how many
 * there are. What a terminal would obey is escaped. Empty where there are none; else it ends with a line break.
 */
export function renderText(diagnostics: readonly Diagnostic[], { sources, color, width = 100 }: TextOptions): string {
  if (diagnostics.length === 0) return '';
  const page: Page = { sources, width, paint: painter(color) };
  const blocks = diagnostics.map((diagnostic) => renderOne(diagnostic, page));
  return `${[...blocks, countLine(diagnostics, page.paint)].join('\n')}\n`;
}

interface Page {
  readonly sources: SourceMap;
  readonly width: number;
  readonly paint: Paint;
}

function renderOne(diagnostic: Diagnostic, page: Page): string {
  const { code, severity, message, origin, related, help, fix } = diagnostic;
  const { paint, sources } = page;
  const locations = [origin, fix?.origin, ...related.map((other) => other.origin)].map(
    (at) => at && sources.locate(at),
  );
  const digits = Math.max(1, ...locations.map((location) => String(location?.line ?? '').length));
  const lines = [`${paint(severity, `${severity}[${code}]`)}${paint('strong', `: ${visible(message)}`)}`];
  if (origin) lines.push(...renderPlace({ origin, arrow: '-->', sign: '^', role: severity, label: '' }, digits, page));
  for (const other of related) {
    const label = visible(other.message);
    lines.push(...renderPlace({ origin: other.origin, arrow: ':::', sign: '-', role: 'gutter', label }, digits, page));
  }
  if (help !== undefined)
    lines.push(`${' '.repeat(digits + 1)}${paint('gutter', '=')} ${paint('help', 'help')}: ${visible(help)}`);
  if (fix) lines.push(...renderFix(fix, digits, page));
  return `${lines.join('\n')}\n`;
}

interface Mark {
  readonly origin: Origin;
  readonly arrow: string;
  /** What underlines the place, and its colour. */
  readonly sign: string;
  readonly role: Role;
  /** What is said beside the underline; may be empty. */
  readonly label: string;
}

/** `--> file:line:column`, and the line with what is meant underlined. */
function renderPlace({ origin, arrow, sign, role, label }: Mark, digits: number, page: Page): string[] {
  const { paint, sources } = page;
  const location = sources.locate(origin);
  const head = `${' '.repeat(digits)}${paint('gutter', arrow)} ${visible(origin.file)}`;
  if (!location) return [label ? `${head}: ${label}` : head];
  const { line, indent, underlined } = snippetOf(location, room(digits, page));
  const underline = paint(role, sign.repeat(underlined) + (label && ` ${label}`));
  return [
    `${head}:${location.line}:${location.column}`,
    gutter('', '|', digits, paint),
    gutter(String(location.line), '|', digits, paint, line),
    gutter('', '|', digits, paint, indent + underline),
  ];
}

/** The line as it would be: the new text stands where the old one did. */
function renderFix({ title, origin, text }: Fix, digits: number, page: Page): string[] {
  const { paint, sources } = page;
  const lines = [`${' '.repeat(digits + 1)}${paint('gutter', '=')} ${paint('help', 'fix')}: ${visible(title)}`];
  const location = sources.locate(origin);
  if (location && !/[\r\n]/.test(text)) {
    const { line, indent, underlined } = snippetOf(mended(location, text), room(digits, page));
    lines.push(gutter(String(location.line), '|', digits, paint, line));
    if (text !== '') lines.push(gutter('', '|', digits, paint, indent + paint('help', '+'.repeat(underlined))));
  }
  return lines;
}

function mended(location: Location, text: string): Location {
  const before = location.text.slice(0, location.column - 1);
  const after = location.text.slice(location.column - 1 + location.length);
  return { ...location, text: before + text + after, length: text.length };
}

function gutter(line: string, bar: string, digits: number, paint: Paint, rest = ''): string {
  return `${paint('gutter', `${line.padStart(digits)} ${bar}`)}${rest && ` ${rest}`}`;
}

/** The cells that are left for a source line, beside its number, the bar and the sign that it was cut. */
function room(digits: number, { width }: Page): number {
  return Math.max(20, width - digits - 4);
}

function countLine(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [paint(severity, counted(count, severity))];
  });
  const last = parts.pop() ?? '';
  return parts.length === 0 ? `${last}` : `${parts.join(', ')} and ${last}`;
}

/** A number and its noun: `1 error`, `2 warnings`, `3 infos`. */
export function counted(count: number, severity: Severity): string {
  const noun = severity === 'info' ? 'note' : severity;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
