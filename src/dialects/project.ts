import type { Diagnostics } from '../diagnostics/index.ts';
import type { NodeOrigin } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { defined } from './defined.ts';
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
  if (!checkDocument(document, 'project', () => '`stowage.yaml`', diagnostics)) return undefined;
  const { environments } = document.value as unknown as ProjectDocument;
  return {
    origin: { file: document.file, document: document.index },
    environments: environments.map(({ name, inputs, lock, output, sizes }) => ({
      name,
      inputs,
      lock: lock ?? `specs/${name}.lock`,
      output: output ?? `dist/${name}`,
      ...defined({ sizes }),
    })),
  };
}
