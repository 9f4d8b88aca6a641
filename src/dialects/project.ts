import type { Diagnostics, Origin } from '../diagnostics/index.ts';
import type { NodeOrigin } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { dialectCodes } from './codes.ts';
import { defined } from './defined.ts';
import { quoted } from './describe.ts';
import { checkDocument } from './faults.ts';
import type { ProjectDocument } from './project.gen.ts';

/** What `stowage.yaml` says. */
export interface Project {
  readonly origin: NodeOrigin;
  /** In the order in which they are written. */
  readonly environments: readonly ProjectEnvironment[];
}

export interface ProjectEnvironment {
  readonly name: string;
  /** Files, folders and patterns, relative to the project's root. */
  readonly inputs: readonly string[];
  readonly lock: string;
  /** The folder that is written. */
  readonly output: string;
  /** Path of `sizes.yaml`. Absent: none. */
  readonly sizes?: string;
}

/** Undefined where it has faults, which are reported. */
export function readProject(document: Document, diagnostics: Diagnostics): Project | undefined {
  if (!checkDocument(document, 'project', '`stowage.yaml`', diagnostics)) return undefined;
  const written = (document.value as unknown as ProjectDocument).environments;
  const environments = written.map(({ name, inputs, lock, output, sizes }) => ({
    name,
    inputs,
    lock: lock ?? `specs/${name}.lock`,
    output: output ?? `dist/${name}`,
    ...defined({ sizes }),
  }));
  const shared = (['name', 'lock', 'output'] as const).flatMap((field) => sharedPlaces(environments, field));
  for (const { field, index, first } of shared) {
    const at = (environment: number): Origin => ({
      file: document.file,
      document: document.index,
      pointer: `/environments/${environment}/${written[environment]?.[field] === undefined ? 'name' : field}`,
    });
    diagnostics.report(dialectCodes.sharedPlace, {
      message: `Two environments have the ${field} ${quoted(environments[index]?.[field] ?? '')}`,
      origin: at(index),
      related: [{ origin: at(first), message: 'the first one' }],
      help: `Give each environment a ${field} of its own.`,
    });
  }
  if (shared.length > 0) return undefined;
  return { origin: { file: document.file, document: document.index }, environments };
}

/** Environments whose field repeats that of an earlier one. Those of one name share their default places as well. */
function sharedPlaces(
  environments: readonly ProjectEnvironment[],
  field: 'name' | 'lock' | 'output',
): readonly { readonly field: typeof field; readonly index: number; readonly first: number }[] {
  return environments.flatMap((environment, index) => {
    const first = environments.findIndex((each) => plainPath(each[field]) === plainPath(environment[field]));
    const named = environments.findIndex(({ name }) => name === environment.name);
    return first < index && (field === 'name' || named === index) ? [{ field, index, first }] : [];
  });
}

/** A path without what does not change where it leads. */
function plainPath(path: string): string {
  return path
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}
