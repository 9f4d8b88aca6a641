import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  checkPaths,
  compilerCodes,
  environmentName,
  environmentOf,
  type ListedApplicationSet,
  type ListedEnvironment,
  type ListedProject,
  projectFile,
  readInputs,
  readProject,
  readStdin,
  type SourceFile,
  Sources,
  type Stdin,
  withInputs,
} from '../compiler/index.ts';
import {
  byCodeUnit,
  type Diagnostic,
  type Diagnostics,
  renderGithub,
  renderJson,
  renderText,
  suggest,
  wantsColor,
} from '../diagnostics/index.ts';
import type { Io } from './io.ts';

/** Options that every command which compiles has. */
export interface SessionOptions {
  readonly directory?: string;
  readonly environment?: readonly string[];
  readonly format: 'text' | 'json' | 'github';
}

/** What a command which compiles works on. */
export interface Session {
  readonly root: string;
  readonly environments: readonly ListedEnvironment[];
  /** Absent: there is no project, or not all of its environments were asked for. */
  readonly applicationSet?: ListedApplicationSet;
  /** What was read to find them, for printing places. */
  readonly sources: readonly SourceFile[];
  /** Standard input, as often as it is asked for. */
  readonly stdin: Stdin;
}

/** Finds the project and the environments that were asked for; empty after a diagnostic. */
export function openSession(
  inputs: readonly string[],
  options: Pick<SessionOptions, 'directory' | 'environment'>,
  io: Io,
  diagnostics: Diagnostics,
): Session {
  const root = resolve(io.cwd, options.directory ?? '.');
  const stdin = once(io.stdin ?? readStdin);
  const hasProject = existsSync(join(root, projectFile));
  const sources = [...(hasProject ? readInputs(root, [projectFile], {}, diagnostics) : [])];
  const [project] = sources;
  const listed: ListedProject = project ? readProject(project, diagnostics) : { environments: [] };
  let environments: readonly ListedEnvironment[] = [];
  if (hasProject) environments = chosen(listed, inputs, options.environment, diagnostics);
  else if (!isFolder(root) || inputs.length === 0) {
    diagnostics.report(compilerCodes.noProject, noProject(root, options.directory, io));
  } else {
    const read = readInputs(root, inputs, { stdin }, diagnostics);
    sources.push(...read);
    environments = unlisted(read, inputs, diagnostics);
  }
  if (diagnostics.hasErrors) environments = [];
  const isWhole = environments.length > 0 && environments.length === listed.environments.length;
  return {
    root,
    environments,
    ...(isWhole && listed.applicationSet && { applicationSet: listed.applicationSet }),
    sources,
    stdin,
  };
}

/** Prints diagnostics as the command line asked; identical faults of several environments once. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  format: SessionOptions['format'],
  io: Io,
): void {
  const seen = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  const list = [...seen.values()];
  const map = new Sources([...new Map(sources.map((source) => [source.path, source])).values()]);
  if (format === 'json') io.stdout(renderJson(list, { sources: map }));
  else if (format === 'github') io.stdout(renderGithub(list, { sources: map }));
  else if (list.length > 0) io.stderr(renderText(list, { sources: map, color: wantsColor(io.env, io.isTTY.stderr) }));
}

/** The environments that were asked for, with the inputs of the command line where there are any. */
function chosen(
  { environments, applicationSet }: ListedProject,
  inputs: readonly string[],
  names: readonly string[] | undefined,
  diagnostics: Diagnostics,
): readonly ListedEnvironment[] {
  const found = choose(environments, names, diagnostics);
  if (inputs.length === 0) return found;
  if (found.length > 1) {
    diagnostics.report(compilerCodes.unknownEnvironment, {
      message: 'Inputs on the command line are for one environment, and the project lists several',
      help: `Say which with \`-e\`: ${found.map(({ name }) => `\`${name}\``).join(', ')}.`,
    });
  }
  const replaced = found.map((environment) => withInputs(environment, inputs));
  if (!diagnostics.hasErrors) checkPaths(replaced, diagnostics, applicationSet);
  return replaced;
}

function choose(
  listed: readonly ListedEnvironment[],
  names: readonly string[] | undefined,
  diagnostics: Diagnostics,
): readonly ListedEnvironment[] {
  if (!names || listed.length === 0) return listed;
  const known = listed.map(({ name }) => name).toSorted(byCodeUnit);
  for (const name of new Set(names)) {
    if (known.includes(name)) continue;
    const near = suggest(name, known);
    diagnostics.report(compilerCodes.unknownEnvironment, {
      message: `The project has no environment \`${name}\``,
      help: near ? `Did you mean \`${near}\`?` : `It has ${known.map((other) => `\`${other}\``).join(', ')}.`,
    });
  }
  return listed.filter(({ name }) => names.includes(name));
}

/** Inputs without a project: the Environment among them says what it is called. What keeps it from being found is reported. */
function unlisted(
  sources: readonly SourceFile[],
  inputs: readonly string[],
  diagnostics: Diagnostics,
): readonly ListedEnvironment[] {
  const name = environmentName(sources, diagnostics);
  if (name !== undefined) {
    const environments = [environmentOf(name, inputs)];
    checkPaths(environments, diagnostics);
    return environments;
  }
  if (!diagnostics.hasErrors) {
    diagnostics.report(compilerCodes.noProject, {
      message: `There is no \`${projectFile}\` here, and no Environment among the inputs`,
      help: 'Add a document of kind Environment.',
    });
  }
  return [];
}

/** What is in the place of the project, and where there is one. */
function noProject(root: string, directory: string | undefined, io: Io): { message: string; help: string } {
  const named = directory === undefined ? 'this folder' : `\`${directory}\``;
  if (!existsSync(root)) return { message: `There is no folder ${named}`, help: 'Mend the path after `-C`.' };
  if (!isFolder(root)) {
    return { message: `${named} is not a folder`, help: `Name the folder that holds \`${projectFile}\`.` };
  }
  const above = projectAbove(root);
  const help =
    above === undefined
      ? 'Go to the project, or name its folder with `-C`, or name the inputs: `stowage compile specs/`.'
      : `There is one above: add \`-C ${relative(io.cwd, above) || '.'}\`.`;
  return { message: `There is no \`${projectFile}\` in ${named}`, help };
}

/** The nearest folder above this one that holds a project. */
function projectAbove(folder: string): string | undefined {
  for (let at = dirname(folder); ; at = dirname(at)) {
    if (existsSync(join(at, projectFile))) return at;
    if (at === dirname(at)) return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Standard input can be read once only. */
function once(read: Stdin): Stdin {
  let content: ReturnType<Stdin> | undefined;
  return (most) => {
    content ??= read(most);
    return content;
  };
}
