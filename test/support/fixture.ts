import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { type CompileInput, Diagnostics, readInputs } from '../../src/compiler/index.ts';
import { root } from './root.ts';

/** What `test/fixtures/<name>` is made of: all sources below some of its folders, and its `sizes.yaml`. A first compile. */
export function fixtureInput(name: string, folders: readonly string[] = ['specs']): CompileInput {
  const folder = `${root}test/fixtures/${name}`;
  const diagnostics = new Diagnostics();
  const sources = readInputs(folder, folders, {}, diagnostics);
  const [sizes] = existsSync(`${folder}/sizes.yaml`) ? readInputs(folder, ['sizes.yaml'], {}, diagnostics) : [];
  expect(diagnostics.list()).toEqual([]);
  return { environment: 'test', sources, sizes };
}
