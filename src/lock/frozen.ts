import type { Diagnostics } from '../diagnostics/index.ts';
import type { Lock } from '../ir/index.ts';
import { lockCodes } from './codes.ts';
import { type LockDifference, lockDifference, type NamedDifference } from './difference.ts';
import { writeLock } from './write.ts';

/** How many names a message spells out. */
const named = 3;

/**
 * For `--frozen`: one error where the lock would not stay as it is, byte for byte but for the line ends that Git may
 * have changed. `text` is undefined where there is no lock.
 */
export function reportFrozen(
  path: string,
  text: string | undefined,
  before: Lock | undefined,
  after: Lock,
  diagnostics: Diagnostics,
): void {
  if (text?.replaceAll('\r\n', '\n') === writeLock(after)) return;
  diagnostics.report(lockCodes.frozen, {
    message:
      text === undefined ? `There is no lock \`${path}\`, and \`--frozen\` makes none` : changeOf(path, before, after),
    origin: { file: path },
    help: 'Compile without `--frozen`, look at the plan, and commit the lock with the specs.',
  });
}

function changeOf(path: string, before: Lock | undefined, after: Lock): string {
  const difference = lockDifference(before, after);
  if (difference === undefined) return `\`${path}\` is not as this version of stowage writes it`;
  return `\`${path}\` would change: ${summary(difference)}`;
}

function summary({ servers, models }: LockDifference): string {
  return [...phrases('server', servers), ...phrases('model', models)].join('; ');
}

function phrases(noun: string, { added, removed, changed }: NamedDifference): readonly string[] {
  return Object.entries({ added, removed, changed }).flatMap(([verb, names]) => {
    if (names.length === 0) return [];
    const shown = names.slice(0, named).map((name) => `\`${name}\``);
    const rest = names.length > named ? ` and ${names.length - named} more` : '';
    return [`${names.length} ${noun}${names.length === 1 ? '' : 's'} ${verb} (${shown.join(', ')}${rest})`];
  });
}
