import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  compilerCodes,
  environmentName,
  environmentOf,
  type ProjectEnvironment,
  projectFile,
  readInputs,
  readProject,
  readStdin,
  type SourceFile,
  Sources,
  type Stdin,
} from '../compiler/index.ts';
import {
  byCodeUnit,
  type Diagnostic,
  Diagnostics,
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
  readonly environments: readonly ProjectEnvironment[];
  /** The project file, for printing places. */
  readonly sources: readonly SourceFile[];
  /** Standard input, as often as it is asked for. */
  readonly stdin: Stdin;
}

/** Finds the project and the environments that were asked for; empty after a diagnostic. */
export function openSession(
  inputs: readonly string[],
  options: SessionOptions,
  io: Io,
  diagnostics: Diagnostics,
): Session {
  const root = resolve(io.cwd, options.directory ?? '.');
  const hasProject = existsSync(join(root, projectFile));
  const [project] = hasProject ? readInputs(root, [projectFile], {}, diagnostics) : [];
  const stdin = once(io.stdin ?? readStdin);
  const listed = project ? readProject(project, diagnostics) : [];
  const environments =
    inputs.length === 0 || listed.length > 0
      ? choose(listed, options.environment, diagnostics).map((found) =>
          inputs.length > 0 ? { ...found, inputs } : found,
        )
      : unlisted(root, inputs, stdin, diagnostics);
  if (!hasProject && inputs.length === 0) {
    diagnostics.report(compilerCodes.noProject, {
      message: `there is no \`${projectFile}\` in this folder`,
      help: 'go to the project, or name its folder with `-C`, or name the inputs: `stowage compile specs/`',
    });
  }
  if (inputs.length > 0 && environments.length > 1) {
    diagnostics.report(compilerCodes.unknownEnvironment, {
      message: 'inputs on the command line are for one environment, and the project lists several',
      help: `say which with \`-e\`: ${environments.map(({ name }) => `\`${name}\``).join(', ')}`,
    });
  }
  return {
    root,
    environments: diagnostics.hasErrors ? [] : environments,
    sources: project ? [project] : [],
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

function choose(
  listed: readonly ProjectEnvironment[],
  names: readonly string[] | undefined,
  diagnostics: Diagnostics,
): readonly ProjectEnvironment[] {
  if (!names || listed.length === 0) return listed;
  const known = listed.map(({ name }) => name).toSorted(byCodeUnit);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = suggest(name, known);
    diagnostics.report(compilerCodes.unknownEnvironment, {
      message: `the project has no environment \`${name}\``,
      help: near ? `did you mean \`${near}\`?` : `it has ${known.map((other) => `\`${other}\``).join(', ')}`,
    });
  }
  return listed.filter(({ name }) => names.includes(name));
}

/** Inputs without a project: the Environment among them says what it is called. */
function unlisted(
  root: string,
  inputs: readonly string[],
  stdin: Stdin,
  diagnostics: Diagnostics,
): readonly ProjectEnvironment[] {
  const name = environmentName(readInputs(root, inputs, { stdin }, new Diagnostics()));
  if (name !== undefined) return [environmentOf(name, inputs)];
  diagnostics.report(compilerCodes.noProject, {
    message: `there is no \`${projectFile}\` here, and no Environment among the inputs`,
    help: 'add a document of kind Environment',
  });
  return [];
}

/** Standard input can be read once only. */
function once(read: Stdin): Stdin {
  let content: ReturnType<Stdin> | undefined;
  return (most) => {
    content ??= read(most);
    return content;
  };
}
