import { expect } from 'vitest';
import { type Compilation, type CompileInput, compile, Diagnostics } from '../../src/compiler/index.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { checkPlacement } from '../checker/check-placement.ts';

/** A compile that came to its end: every stage is there. */
export interface Compiled extends Required<Omit<Compilation, 'before' | 'rebalanced'>> {
  /** Warnings and hints. */
  readonly found: readonly Diagnostic[];
}

/** Compiles what must compile, with a legal placement. */
export async function compileWell(input: CompileInput): Promise<Compiled> {
  const diagnostics = new Diagnostics();
  const { fleet, problem, placement, plan, lock, output } = await compile(input, diagnostics);
  const found = diagnostics.list();
  if (!fleet || !problem || !placement || !plan || !lock || !output) return expect.fail(JSON.stringify(found, null, 2));
  expect(checkPlacement(problem, placement)).toEqual([]);
  return { fleet, problem, placement, plan, lock, output, found };
}
