import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Effort, parseProblemText, solveWithEvidence } from '../place/index.ts';
import type { Io } from './io.ts';
import { usageError } from './usage-error.ts';

export interface SolveOptions {
  readonly effort: Effort;
  /** Where the evidence of the certificate is written. Absent: nowhere. */
  readonly evidence?: string;
}

/**
 * `stowage solve PROBLEM.json`: prints the solution as JSON (`schemas/solution.schema.json`). Gives the exit code: 1 where
 * a model is unplaced (the solution is still printed) or where the problem is malformed or cannot be read (nothing is
 * printed but the faults, on standard error), else 0.
 */
export async function runSolve(path: string, options: SolveOptions, io: Io): Promise<number> {
  const source = path === '-' ? '<stdin>' : path;
  let text: string;
  try {
    text = path === '-' ? standardInput(io) : readFileSync(resolve(io.cwd, path), 'utf8');
  } catch (error) {
    const { systemErrorCode } = await import('../compiler/index.ts');
    return usageError(io, `\`${source}\` cannot be read (${systemErrorCode(error)})`);
  }
  const read = parseProblemText(text);
  if ('faults' in read) {
    for (const { pointer, message } of read.faults) usageError(io, `\`${pointer || source}\`: ${message}`);
    return 1;
  }
  const { placement, evidence } = await solveWithEvidence(read.problem, options.effort);
  if (options.evidence !== undefined) {
    try {
      writeFileSync(resolve(io.cwd, options.evidence), `${JSON.stringify(evidence(), null, 2)}\n`);
    } catch (error) {
      const { systemErrorCode } = await import('../compiler/index.ts');
      return usageError(io, `\`${options.evidence}\` cannot be written (${systemErrorCode(error)})`);
    }
  }
  io.stdout(`${JSON.stringify(placement, null, 2)}\n`);
  return placement.unplaced.length === 0 ? 0 : 1;
}

/** A problem may be as large as memory allows: it comes from a tool, not from a pull request. */
function standardInput(io: Io): string {
  if (!io.stdin) return readFileSync(0, 'utf8');
  const content = io.stdin(Number.MAX_SAFE_INTEGER);
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : '';
}
