import { readFileSync } from 'node:fs';
import { type CompileInput, Diagnostics, loadEnvironment, readProject } from '../../src/compiler/index.ts';
import { root } from './root.ts';

/** What one environment of the example in `specs/` is made of, without its lock: a first compile. */
export function exampleInput(name: string): CompileInput {
  const diagnostics = new Diagnostics();
  const project = { path: 'stowage.yaml', text: readFileSync(`${root}stowage.yaml`, 'utf8') };
  const environment = readProject(project, diagnostics).environments.find((listed) => listed.name === name);
  if (!environment) throw new Error(`the example has no environment ${name}`);
  const { lock, ...input } = loadEnvironment(root, environment, undefined, diagnostics);
  return input;
}
