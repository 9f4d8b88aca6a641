import type { Diagnostic, Severity } from './diagnostic.ts';
import { counted } from './render-text.ts';
import type { SourceMap } from './source-map.ts';
import { visible } from './visible.ts';

/** GitHub shows so many annotations of each severity in one step, and drops the rest without a word. */
const mostOfASeverity = 10;

const commands: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
];

export interface GithubOptions {
  readonly sources: SourceMap;
  /** The project's folder in the repository, with forward slashes. Absent: the repository's root. */
  readonly folder?: string;
}

/**
 * Diagnostics as workflow commands of GitHub Actions, one a line, the worst first: at most 10 of each severity, and
 * then a line that says how many are not shown. Empty where there are none; else it ends with a line break.
 */
export function renderGithub(diagnostics: readonly Diagnostic[], options: GithubOptions): string {
  const lines = commands.flatMap(([severity, command]) => {
    const all = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    const shown = all.slice(0, mostOfASeverity).map((diagnostic) => annotation(command, diagnostic, options));
    const hidden = all.length - shown.length;
    return hidden === 0 ? shown : [...shown, `${counted(hidden, severity)} more, not shown as annotations`];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(command: string, diagnostic: Diagnostic, { sources, folder }: GithubOptions): string {
  const { code, message, origin, related, help } = diagnostic;
  const location = origin && sources.locate(origin);
  const inRepository = (file: string): string => (folder && !file.startsWith('<') ? `${folder}/${file}` : file);
  const properties = {
    ...(origin && !origin.file.startsWith('<') && { file: inRepository(origin.file) }),
    ...(location && {
      line: location.line,
      col: location.column,
      endColumn: location.column + location.length,
    }),
    title: code,
  };
  const text = [
    visible(message),
    ...related.map((other) => {
      const at = sources.locate(other.origin);
      return `${visible(inRepository(other.origin.file))}${at ? `:${at.line}:${at.column}` : ''}: ${visible(other.message)}`;
    }),
    ...(help === undefined ? [] : [`help: ${visible(help)}`]),
  ].join('\n');
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`);
  return `::${command} ${list.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
