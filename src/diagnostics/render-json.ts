import type { Diagnostic, Origin } from './diagnostic.ts';
import type { SourceMap } from './source-map.ts';

/**
 * Diagnostics for programs, as `schemas/diagnostics.schema.json` says: indented JSON with a line break at its end.
 * Fields are only ever added under one version.
 */
export function renderJson(diagnostics: readonly Diagnostic[], { sources }: { readonly sources: SourceMap }): string {
  const place = (origin: Origin) => placeOf(origin, sources);
  const list = diagnostics.map(({ code, severity, message, origin, related, help, fix }) => ({
    code,
    severity,
    message,
    ...(origin && { place: place(origin) }),
    related: related.map((other) => ({ message: other.message, place: place(other.origin) })),
    ...(help !== undefined && { help }),
    ...(fix && { fix: { title: fix.title, text: fix.text, place: place(fix.origin) } }),
  }));
  return `${JSON.stringify({ version: 1, diagnostics: list }, undefined, 2)}\n`;
}

function placeOf(origin: Origin, sources: SourceMap) {
  const { file, document, pointer, part, span } = origin;
  const location = sources.locate(origin);
  return {
    file,
    ...(document !== undefined && { document }),
    ...(pointer !== undefined && { pointer }),
    ...(part !== undefined && { part }),
    ...(span !== undefined && { span }),
    ...(location && { line: location.line, column: location.column, length: location.length }),
  };
}
