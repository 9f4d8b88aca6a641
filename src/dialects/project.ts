import type { Diagnostics } from '../diagnostics/index.ts';
import { type Delivery, type NodeOrigin, parseQuantity, toBytes } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { defined } from './defined.ts';
import { checkDocument } from './faults.ts';
import type { ProjectDocument } from './project.gen.ts';

/** What `stowage.yaml` says. */
export interface Project {
  readonly origin: NodeOrigin;
  /** In the order in which they are written. */
  readonly environments: readonly ProjectEnvironment[];
  readonly applicationSet: ProjectApplicationSet;
}

/** The ApplicationSet of all environments. */
export interface ProjectApplicationSet {
  /** Its folder. */
  readonly output: string;
  /** Whether there is one. */
  readonly isWanted: boolean;
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
  /** Absent: nothing is emitted for Argo CD. */
  readonly delivery?: Delivery;
}

type ListedDocument = ProjectDocument['environments'][number];

/** Undefined where it has faults, which are reported. */
export function readProject(document: Document, diagnostics: Diagnostics): Project | undefined {
  if (!checkDocument(document, 'project', () => '`stowage.yaml`', diagnostics)) return undefined;
  const { environments, argocd } = document.value as unknown as ProjectDocument;
  return {
    origin: { file: document.file, document: document.index },
    environments: environments.map((environment) => {
      const { name, inputs, lock, output, sizes } = environment;
      return {
        name,
        inputs,
        lock: lock ?? `specs/${name}.lock`,
        output: output ?? `dist/${name}`,
        ...defined({ sizes, delivery: argocd && delivery(argocd, environment) }),
      };
    }),
    applicationSet: {
      output: argocd?.output ?? 'dist/argocd',
      // What finds environments by the folders of their output has nothing to look for where none is committed.
      isWanted: argocd !== undefined && argocd.plugin === undefined,
    },
  };
}

function delivery(argocd: NonNullable<ProjectDocument['argocd']>, environment: ListedDocument): Delivery {
  const { repository, folder, name, namespace, project, plugin, manifestLimit = '10M' } = argocd;
  const limit = parseQuantity(manifestLimit);
  if (!limit) throw new Error(`the schema lets ${manifestLimit} pass`);
  return {
    name: name ?? 'stowage',
    namespace: namespace ?? 'argocd',
    project: project ?? 'default',
    repository,
    revision: environment.argocd?.revision ?? argocd.revision ?? 'HEAD',
    folder: folder ?? '',
    output: environment.output ?? `dist/${environment.name}`,
    cluster: environment.argocd?.cluster ?? argocd.cluster ?? 'https://kubernetes.default.svc',
    manifestLimit: toBytes(limit),
    ...defined({ plugin }),
  };
}
