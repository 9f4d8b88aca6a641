/**
 * A protobuf message as text with its top-level field `name` set, all else as it was.
 *
 * @returns undefined where a quote or a bracket is not closed
 */
export function setName(text: string, name: string): string | undefined {
  const spans: { readonly from: number; readonly to: number }[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const end = tokenEnd(text, at);
    if (end === undefined) return undefined;
    const token = text.slice(at, end);
    if ('{<['.includes(token)) depth++;
    else if ('}>]'.includes(token)) depth--;
    else if (depth === 0 && token === 'name') {
      const to = valueEnd(text, end);
      if (to !== undefined) spans.push({ from: at, to });
    }
    if (depth < 0) return undefined;
    at = end;
  }
  if (depth !== 0) return undefined;
  const rest = spans.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  return `name: ${protobufString(name)}\n${rest.endsWith('\n') ? rest : `${rest}\n`}`;
}

/** A string as protobuf's text form writes it. */
export function protobufString(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${escaped}"`;
}

/** Where the token that begins here ends: a comment, a string, a word, or one character. */
function tokenEnd(text: string, at: number): number | undefined {
  const first = text[at] ?? '';
  if (first === '#') {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (first === '"' || first === "'") return stringEnd(text, at, first);
  return at + (/^\w+/.exec(text.slice(at, at + 256))?.[0].length ?? 1);
}

function stringEnd(text: string, at: number, quote: string): number | undefined {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === quote) return end + 1;
  }
  return undefined;
}

/** Where the field's value ends, and the separator after it. Undefined: no string follows, so it is another thing. */
function valueEnd(text: string, from: number): number | undefined {
  const before = /^\s*:\s*/.exec(text.slice(from, from + 1024))?.[0].length;
  if (before === undefined) return undefined;
  const quote = text[from + before] ?? '';
  if (quote !== '"' && quote !== "'") return undefined;
  const end = stringEnd(text, from + before, quote);
  return end === undefined ? undefined : end + (/^[ \t]*[,;]?/.exec(text.slice(end, end + 64))?.[0].length ?? 0);
}
