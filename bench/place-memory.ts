/**
 * Measures time and memory of one solve in processes of their own: one that only parses the problem, one that also
 * solves it. A third solves it once more and has the placement and its evidence checked. Run as a program, it is such a
 * process.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Placement, Problem } from '../src/ir/index.ts';
import { solve, solveWithEvidence } from '../src/place/index.ts';
import { fleet } from './place-fleet.ts';

interface Measured {
  /** Milliseconds. */
  readonly parse: number;
  readonly solve: number;
  /** The most that was resident, in MB. */
  readonly resident: number;
  readonly used: number;
  readonly bound: number;
}

/** Time, and memory beyond that of the parsed problem. */
export function memoryOf({ replicas, surge }: { replicas: number; surge: boolean }): Measured & { beyond: number } {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  try {
    const file = join(folder, 'problem.json');
    writeFileSync(file, JSON.stringify(fleet({ replicas, servers: 250, perOrdinal: 50, surge, seed: 3 })));
    const parsed = run('parse', file);
    const solved = run('solve', file);
    run('check', file);
    return { ...solved, beyond: solved.resident - parsed.resident };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(what: string, file: string): Measured {
  const script = fileURLToPath(import.meta.url);
  const args = ['--max-old-space-size=8192', script, what, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

/** The checker is loaded here alone, so that it takes no memory where that is measured. */
async function checked(problem: Problem): Promise<Placement> {
  const { checkPlacement } = await import('../test/checker/check-placement.ts');
  const { checkEvidence } = await import('../test/checker/check-evidence.ts');
  const { placement, evidence } = await solveWithEvidence(problem, 'fast');
  const faults = [...checkPlacement(problem, placement), ...checkEvidence(problem, placement, evidence())];
  if (faults.length > 0) throw new Error(`the checker found faults:\n${faults.slice(0, 10).join('\n')}`);
  return placement;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , what, file = ''] = process.argv;
  const text = readFileSync(file, 'utf8');
  const started = performance.now();
  const problem = JSON.parse(text) as Problem;
  const parse = performance.now() - started;
  const begun = performance.now();
  const placement = what === 'parse' ? undefined : await (what === 'check' ? checked(problem) : solve(problem, 'fast'));
  const took = performance.now() - begun;
  const resident = process.resourceUsage().maxRSS / 1024;
  const { used = 0, lowerBound: bound = 0 } = placement?.certificate ?? {};
  process.stdout.write(JSON.stringify({ parse, solve: took, resident, used, bound } satisfies Measured));
}
