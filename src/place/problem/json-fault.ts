/** Where a text stops being JSON, and what is wrong there. */
export interface JsonFault {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly message: string;
}

const space = /[ \t\n\r]*/y;
const text = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

/**
 * Finds the first fault in a text that is not JSON; undefined where there is none. Engines word their errors
 * differently and do not always say where.
 */
export function findJsonFault(source: string): JsonFault | undefined {
  let at = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    if (!token.test(source)) return false;
    at = token.lastIndex;
    return true;
  };
  const fault = (wanted: string): JsonFault => {
    const found =
      at < source.length ? `found ${JSON.stringify(String.fromCodePoint(source.codePointAt(at)!))}` : 'the text ends';
    return { offset: at, message: `${wanted} is wanted, but ${found}` };
  };
  /** What encloses the value being read: objects and lists. */
  const open: string[] = [];
  for (;;) {
    take(space);
    const first = source[at];
    if (first === '{' || first === '[') {
      at++;
      take(space);
      if (source[at] !== (first === '{' ? '}' : ']')) {
        open.push(first);
        if (first === '{') {
          const wrong = key();
          if (wrong) return wrong;
        }
        continue;
      }
      at++;
    } else if (!take(text) && !take(scalar)) return fault('a value');
    for (;;) {
      take(space);
      const inside = open.at(-1);
      if (inside === undefined) return at === source.length ? undefined : fault('the end of the text');
      const close = inside === '{' ? '}' : ']';
      if (source[at] === ',') {
        at++;
        const wrong = inside === '{' ? key() : undefined;
        if (wrong) return wrong;
        break;
      }
      if (source[at] !== close) return fault(`\`,\` or \`${close}\``);
      at++;
      open.pop();
    }
  }

  function key(): JsonFault | undefined {
    take(space);
    if (!take(text)) return fault('a key in double quotes');
    take(space);
    if (source[at] !== ':') return fault('`:`');
    at++;
    return undefined;
  }
}
