import { parseProblemText, solve } from '../place/index.ts';

/** What the command reads and writes by. */
export interface SolveIo {
  /** The text of a file, or of standard input for `-`. */
  readText(path: string): Promise<string>;
  stdout(text: string): void;
  stderr(text: string): void;
}

/**
 * `stowage solve PROBLEM.json`: prints the solution as JSON (`schemas/solution.schema.json`). Gives the exit code: 1 where
 * a model is unplaced (the solution is still printed) or where the problem is malformed or cannot be read (nothing is
 * printed but the faults, on standard error), else 0.
 */
export async function runSolve(path: string, io: SolveIo): Promise<number> {
  const source = path === '-' ? '<stdin>' : path;
  let text: string;
  try {
    text = await io.readText(path);
  } catch (error) {
    io.stderr(`error: ${source}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const read = parseProblemText(text);
  if ('faults' in read) {
    for (const { pointer, message } of read.faults) io.stderr(`error: ${pointer || source}: ${message}\n`);
    return 1;
  }
  const placement = await solve(read.problem);
  io.stdout(`${JSON.stringify(placement, null, 2)}\n`);
  return placement.unplaced.length === 0 ? 0 : 1;
}
