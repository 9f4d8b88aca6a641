import { Diagnostics } from '../diagnostics/index.ts';
import { readProject as readProjectDocument } from '../dialects/index.ts';
import { readDocuments, type SourceFile } from '../read/index.ts';
import { checkPaths } from './check-paths.ts';
import { compilerCodes } from './codes.ts';
import type { ListedEnvironment, ListedProject } from './listed.ts';
import { theOnly } from './only-document.ts';

/** Reads `stowage.yaml`. Without an environment after a diagnostic. */
export function readProject(source: SourceFile, diagnostics: Diagnostics): ListedProject {
  const own = new Diagnostics();
  const document = theOnly(readDocuments(source, own), own);
  if (!document && !own.hasErrors) {
    own.report(compilerCodes.noProject, {
      message: `\`${source.path}\` is empty`,
      origin: { file: source.path },
      help: 'List the environments, each with its `name` and `inputs`.',
    });
  }
  const project = document && readProjectDocument(document, own);
  const place = (pointer: string) => ({ ...project?.origin, file: source.path, pointer });
  const environments = (project?.environments ?? []).map((environment, i): ListedEnvironment => {
    const origin = (field: string) => place(`/environments/${i}/${field}`);
    return {
      ...environment,
      origins: {
        name: origin('name'),
        inputs: environment.inputs.map((_, j) => origin(`inputs/${j}`)),
        lock: origin('lock'),
        output: origin('output'),
        sizes: origin('sizes'),
      },
    };
  });
  const applicationSet = project && { ...project.applicationSet, origin: place('/argocd/output') };
  checkPaths(environments, own, applicationSet);
  for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return own.hasErrors ? { environments: [] } : { environments, ...(applicationSet && { applicationSet }) };
}

/** An environment that no project lists: what `stowage compile -` makes of its input. */
export function environmentOf(name: string, inputs: readonly string[]): ListedEnvironment {
  return { name, inputs, lock: `specs/${name}.lock`, output: `dist/${name}` };
}

/**
 * The name of the Environment among these sources, where no project says it. Of one whose name cannot be, a name that
 * stands for it: compiling says what is wrong. Undefined, with what was wrong with the sources reported: there is none.
 */
export function environmentName(sources: readonly SourceFile[], diagnostics: Diagnostics): string | undefined {
  const own = new Diagnostics();
  const names = sources
    .flatMap((source) => readDocuments(source, own))
    .filter(({ value }) => value['kind'] === 'Environment')
    .map(({ value }) => (value['metadata'] as { name?: unknown } | null | undefined)?.name);
  if (names.length === 0) for (const diagnostic of own.list()) diagnostics.add(diagnostic);
  return names.length === 0 ? undefined : (names.find(isName) ?? 'unnamed');
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name.length <= 45 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}
