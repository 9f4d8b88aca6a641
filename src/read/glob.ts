/**
 * A pattern of paths: `*` stands for any characters of one name, `?` for one, `**` as a name of its own for any number
 * of folders. Nothing else is special. Names that begin with a dot are matched only by a pattern that begins with one.
 */
export class Glob {
  readonly #parts: readonly string[];

  constructor(pattern: string) {
    this.#parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  }

  static isPattern(input: string): boolean {
    return input.includes('*') || input.includes('?');
  }

  /** The state before any name of a path: see `step`. */
  get start(): readonly number[] {
    return this.#closed([0]);
  }

  /**
   * The state after one more name of a path. A state is the set of places in the pattern that what came before may
   * have reached; none: nothing below can match. So a tree is searched in one walk, without trying ways again.
   */
  step(state: readonly number[], name: string): readonly number[] {
    const next: number[] = [];
    for (const at of state) {
      const part = this.#parts[at];
      if (part === '**') {
        if (!name.startsWith('.')) next.push(at);
      } else if (part !== undefined && matchesName(part, name)) {
        next.push(at + 1);
      }
    }
    return this.#closed(next);
  }

  /** Whether a path that led to a state matches the whole pattern. */
  isEnd(state: readonly number[]): boolean {
    return state.includes(this.#parts.length);
  }

  /** `**` may stand for no folder at all. */
  #closed(state: readonly number[]): readonly number[] {
    const all = new Set(state);
    for (const at of all) if (this.#parts[at] === '**') all.add(at + 1);
    return [...all];
  }
}

/** Whether a name matches a pattern with `*` and `?`: after a mismatch only the last `*` takes one character more. */
export function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < name.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      resume = i;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[i])) {
      at++;
      i++;
    } else if (star !== -1) {
      at = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
