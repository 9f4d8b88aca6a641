import type { Severity } from './diagnostic.ts';

/**
 * Whether output should be coloured: `NO_COLOR` (https://no-color.org) forbids it, `FORCE_COLOR` asks for it, else it
 * is for terminals that are not dumb.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTTY && env['TERM'] !== 'dumb';
}

/** What a piece of output is, for its colour. */
export type Role = Severity | 'strong' | 'gutter' | 'help';

const codes: Readonly<Record<Role, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  strong: '1',
  gutter: '1;34',
  help: '1;32',
};

export type Paint = (role: Role, text: string) => string;

export function painter(color: boolean): Paint {
  return color ? (role, text) => (text === '' ? '' : `\u001b[${codes[role]}m${text}\u001b[0m`) : (_, text) => text;
}
