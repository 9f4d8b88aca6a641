/**
 * Everything that must hold, one step after the other, and a closing line that counts it. `--unit` runs what takes
 * seconds and needs no Python.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}.cache/vitest.json`;

const checks: readonly Step[] = [
  { name: 'format, lint and room boundaries', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'generated types are fresh', command: ['node', 'scripts/generate-types.ts', '--check'] },
  { name: 'the package builds', command: ['tsc', '-p', 'tsconfig.build.json'] },
  {
    name: 'dist/ is what specs/ compile to',
    command: ['node', 'build/cli/main.js', 'compile', '--check', '--no-cache'],
  },
];

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
const unit = process.argv.includes('--unit');
if (!unit) for (const step of checks) runCheck(step);
if (unit) runVitest(['unit']);
else {
  runVitest(['unit', 'e2e']);
  // What is under load must not compete with other tests for the cores.
  runVitest(['fleet']);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function runCheck({ name, command }: Step): void {
  const started = performance.now();
  const ok = spawn(command) === 0;
  counts[ok ? 'passed' : 'failed']++;
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

function runVitest(projects: readonly string[]): void {
  rmSync(report, { force: true });
  mkdirSync(`${root}.cache`, { recursive: true });
  const status = spawn([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.flatMap((project) => ['--project', project]),
  ]);
  const before = counts.failed;
  try {
    const found = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    counts.passed += found['numPassedTests'] ?? 0;
    counts.failed += found['numFailedTests'] ?? 0;
    counts.skipped += (found['numPendingTests'] ?? 0) + (found['numTodoTests'] ?? 0);
  } catch {
    console.log('✗ the tests left no report');
  }
  // A file that cannot be loaded fails without a test of its own.
  if (status !== 0 && counts.failed === before) counts.failed++;
}

function spawn([program = '', ...args]: readonly string[]): number | null {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status;
}
