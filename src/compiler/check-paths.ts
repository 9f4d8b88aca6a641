import { posix } from 'node:path';
import type { Diagnostics, Origin } from '../diagnostics/index.ts';
import { mayReach } from '../read/index.ts';
import { compilerCodes } from './codes.ts';
import { type ListedApplicationSet, type ListedEnvironment, projectFile } from './listed.ts';
import { isPlain } from './safe-path.ts';

/**
 * Checks that each environment, and the project as a whole, writes inside the project, where no other does, and nowhere
 * among what is read.
 */
export function checkPaths(
  environments: readonly ListedEnvironment[],
  diagnostics: Diagnostics,
  applicationSet?: ListedApplicationSet,
): void {
  const claimed = [...environments.flatMap(placesOf), ...(applicationSet?.isWanted ? [placeOf(applicationSet)] : [])];
  const places = claimed.filter((place) => isSound(place, diagnostics));
  const project = { what: 'project file', value: projectFile, path: projectFile, origin: undefined };
  const read = [project, ...environments.flatMap(readBy)];
  const mixed = places.filter((place) => !isApart(place, read, diagnostics));
  if (mixed.length === 0) checkShared(places, diagnostics);
}

/** What an environment claims for itself, and where that is written. */
interface Place {
  readonly field: 'name' | 'lock' | 'output';
  readonly value: string;
  readonly origin: Origin | undefined;
}

/** What an environment is made of. */
interface Read {
  readonly what: string;
  /** As it is written, and relative to the root: '' is the root. */
  readonly value: string;
  readonly path: string;
  readonly origin: Origin | undefined;
}

function placesOf(environment: ListedEnvironment): readonly Place[] {
  return (['name', 'lock', 'output'] as const).map((field) => ({
    field,
    value: environment[field],
    origin: environment.origins?.[field],
  }));
}

function placeOf({ output, origin }: ListedApplicationSet): Place {
  return { field: 'output', value: output, origin };
}

function readBy({ inputs, sizes, origins }: ListedEnvironment): readonly Read[] {
  return [
    ...inputs.flatMap((value, i) =>
      value === '-' ? [] : [{ what: 'input', value, path: normal(value), origin: origins?.inputs?.[i] }],
    ),
    ...(sizes === undefined ? [] : [{ what: 'sizes', value: sizes, path: normal(sizes), origin: origins?.sizes }]),
  ];
}

function normal(path: string): string {
  const plain = posix.normalize(path).replace(/\/$/, '');
  return plain === '.' ? '' : plain;
}

/**
 * Git, CI and package managers run what lies in folders of their own, which begin with a dot as a rule: nothing is
 * written there.
 */
function isSound({ field, value, origin }: Place, diagnostics: Diagnostics): boolean {
  const refuse = (message: string, help: string): false => {
    diagnostics.report(compilerCodes.outputPath, { message, origin, help });
    return false;
  };
  if (field === 'name') return true;
  const hidden = value.split('/').find((step) => step.startsWith('.') || step.toLowerCase() === 'node_modules');
  if (!isPlain(value)) {
    return refuse(`\`${value}\` is not a path inside the project`, 'Give a relative path without `..`.');
  }
  if (hidden !== undefined) {
    return refuse(
      `The ${field} \`${value}\` would lie in \`${hidden}\``,
      'Give a path with no name that begins with a dot.',
    );
  }
  if (field === 'lock' && !value.endsWith('.lock')) {
    return refuse(`The lock \`${value}\` does not end in \`.lock\``, `Name it \`${value}.lock\`, say.`);
  }
  return true;
}

function checkShared(places: readonly Place[], diagnostics: Diagnostics): void {
  for (const [at, place] of places.entries()) {
    const first = places.slice(0, at).find((other) => collide(other, place));
    if (!first) continue;
    diagnostics.report(compilerCodes.sharedPath, {
      message: `The ${place.field} \`${place.value}\` is not this environment's alone`,
      origin: place.origin,
      related: first.origin && [{ origin: first.origin, message: `the ${first.field} \`${first.value}\` is here` }],
      help: `Give one of them another ${place.field}.`,
    });
    return;
  }
}

/** An output folder is claimed with all that is below it. */
function collide(a: Place, b: Place): boolean {
  if ((a.field === 'name') !== (b.field === 'name')) return false;
  if (a.field === 'name') return a.value === b.value;
  return (
    a.value === b.value ||
    (a.field === 'output' && b.value.startsWith(`${a.value}/`)) ||
    (b.field === 'output' && a.value.startsWith(`${b.value}/`))
  );
}

/** A lock may lie in a folder of specs, since it does not have the name of one; an output folder may not. */
function isApart({ field, value, origin }: Place, read: readonly Read[], diagnostics: Diagnostics): boolean {
  const clash = read.find(({ path }) => {
    if (field === 'output') return mayReach(path, value);
    return field === 'lock' && (path === value || path.startsWith(`${value}/`));
  });
  if (!clash) return true;
  diagnostics.report(compilerCodes.amongInputs, {
    message: `The ${field} \`${value}\` may lie where the ${clash.what} \`${clash.value}\` is read`,
    origin: origin ?? clash.origin,
    related: origin && clash.origin && [{ origin: clash.origin, message: `the ${clash.what}` }],
    help: `Give the ${field} a place of its own, or name the folders that hold specs and nothing else.`,
  });
  return false;
}
