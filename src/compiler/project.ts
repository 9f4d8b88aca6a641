import { Diagnostics, type Origin } from '../diagnostics/index.ts';
import { type ProjectEnvironment, readProject as readProjectDocument } from '../dialects/index.ts';
import { readDocuments, type SourceFile } from '../read/index.ts';
import { compilerCodes } from './codes.ts';

/** Name of the file that makes a folder a project. */
export const projectFile = 'stowage.yaml';

/** Reads `stowage.yaml`. Empty after a diagnostic. */
export function readProject(source: SourceFile, diagnostics: Diagnostics): readonly ProjectEnvironment[] {
  const own = new Diagnostics();
  const [document] = readDocuments(source, own);
  if (!document && !own.hasErrors) {
    own.report(compilerCodes.noProject, {
      message: `\`${source.path}\` is empty`,
      origin: { file: source.path },
      help: 'list the environments, each with its `name` and `inputs`',
    });
  }
  const environments = (document && readProjectDocument(document, own)?.environments) ?? [];
  checkPaths(source.path, environments, own);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return own.hasErrors ? [] : environments;
}

/** An environment that no project lists: what `stowage compile -` makes of its input. */
export function environmentOf(name: string, inputs: readonly string[]): ProjectEnvironment {
  return { name, inputs, lock: `specs/${name}.lock`, output: `dist/${name}` };
}

/** Each environment writes inside the project, and where no other does. */
function checkPaths(file: string, environments: readonly ProjectEnvironment[], diagnostics: Diagnostics): void {
  const places = environments.flatMap((environment, i) =>
    (['name', 'lock', 'output'] as const).map((field): Place => {
      const origin = { file, document: 0, pointer: `/environments/${i}/${field}` };
      return { field, value: environment[field], environment: i, origin };
    }),
  );
  for (const { field, value, origin } of places) {
    if (field === 'name' || isInside(value)) continue;
    diagnostics.report(compilerCodes.outputPath, {
      message: `\`${value}\` is not a path inside the project`,
      origin,
      help: 'give a relative path without `..`',
    });
  }
  for (const [at, place] of places.entries()) {
    const first = places.slice(0, at).find((other) => collide(other, place));
    if (!first) continue;
    diagnostics.report(compilerCodes.sharedPath, {
      message: `the ${place.field} \`${place.value}\` is not this environment's alone`,
      origin: place.origin,
      related: [{ origin: first.origin, message: `the ${first.field} \`${first.value}\` is here` }],
      help: `give one of them another ${place.field}`,
    });
    return;
  }
}

/** What an environment claims for itself, and where that is written. */
interface Place {
  readonly field: 'name' | 'lock' | 'output';
  readonly value: string;
  readonly environment: number;
  readonly origin: Origin;
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

function isInside(path: string): boolean {
  return !path.startsWith('/') && path.split('/').every((step) => step !== '..' && step !== '.' && step !== '');
}

/** The name of the Environment among these sources, where no project says it. Undefined: there is none. */
export function environmentName(sources: readonly SourceFile[]): string | undefined {
  const documents = sources.flatMap((source) => readDocuments(source, new Diagnostics()));
  const names = documents
    .filter(({ value }) => value['kind'] === 'Environment')
    .map(({ value }) => (value['metadata'] as { name?: unknown } | null | undefined)?.name);
  return names.find((name) => typeof name === 'string' && /^[a-z0-9][-a-z0-9]{0,44}$/.test(name)) as string | undefined;
}
