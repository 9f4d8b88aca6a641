import type { Json } from '../ir/index.ts';

/** Longest stretch of a user's text that a message repeats. */
const longest = 60;

/** A value as messages name it: short, on one line, and with its type where that is the point. */
export function describe(value: Json): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number \`${value}\``;
  if (typeof value === 'boolean') return `\`${value}\``;
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

/** A text in backticks, cut where it is long, control characters made visible. */
export function quoted(text: string): string {
  if (text.length <= longest && /^[\w.:/-]*$/.test(text)) return `\`${text}\``;
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const visible = JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"');
  return `\`${visible.replaceAll('`', '′')}\``;
}

/** A field as messages name it: `spec.gateway.ports`, `spec.stores[0].uri`. The root is empty. */
export function fieldPath(pointer: string): string {
  let path = '';
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^[0-9]+$/.test(name)) path += `[${name}]`;
    else if (!/^[\w-]{1,60}$/.test(name)) path += `[${quoted(name).replaceAll('`', '"')}]`;
    else path += path === '' ? name : `.${name}`;
  }
  return path;
}

/** `a`, `b` and `c`. */
export function listed(words: readonly string[], joint = 'and'): string {
  const marked = words.map((word) => `\`${word}\``);
  if (marked.length < 2) return marked.join('');
  return `${marked.slice(0, -1).join(', ')} ${joint} ${marked.at(-1)}`;
}
