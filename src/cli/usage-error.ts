import { visible } from '../diagnostics/index.ts';
import type { Io } from './io.ts';

/**
 * Says on standard error what is wrong with a command line, in the layout of diagnostics, and gives the exit code.
 * @param message begins with a capital or a backtick, no period at its end.
 * @param help the way out, as sentences.
 */
export function usageError(io: Pick<Io, 'stderr'>, message: string, help?: string): 1 {
  io.stderr(`error: ${visible(message)}\n${help === undefined ? '' : `  = help: ${visible(help)}\n`}`);
  return 1;
}

/** The same for what commander says: `error: unknown option '--chekc'`, and perhaps `(Did you mean --check?)` below. */
export function commanderError(io: Pick<Io, 'stderr'>, text: string): void {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .replaceAll(/'([^'\n]*)'/g, '`$1`')
    .trim()
    .split('\n');
  const meant = /^\(Did you mean (?:one of )?(.*)\?\)$/.exec(rest.join(' '))?.[1];
  const names = meant?.split(', ').map((name) => `\`${name}\``);
  const message = first.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/\.$/, '');
  usageError(io, message, names && `Did you mean ${names.join(' or ')}?`);
}
