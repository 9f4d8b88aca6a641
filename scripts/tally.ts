import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}.cache/vitest.json`;

/** Where tests run: what stands before their command, and their environment. */
export interface Place {
  readonly prefix: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Counts what was checked, over several runs. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  /** One thing that must hold: that a command succeeds. */
  check(name: string, command: readonly string[]): void {
    const started = performance.now();
    const ok = spawn(command) === 0;
    if (ok) this.#passed++;
    else this.#failed++;
    console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }

  /** One thing that must hold, and does not. */
  fail(reason: string): void {
    this.#failed++;
    console.log(`✗ ${reason}`);
  }

  /** The tests of some projects of vitest. */
  vitest(projects: readonly string[], files: readonly string[] = [], place?: Place): void {
    rmSync(report, { force: true });
    mkdirSync(`${root}.cache`, { recursive: true });
    const status = spawn(
      [
        ...(place?.prefix ?? []),
        ...['vitest', 'run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...projects.flatMap((project) => ['--project', project]),
      ],
      place?.env,
    );
    const before = this.#failed;
    try {
      const found = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
      this.#passed += found['numPassedTests'] ?? 0;
      this.#failed += found['numFailedTests'] ?? 0;
      this.#skipped += (found['numPendingTests'] ?? 0) + (found['numTodoTests'] ?? 0);
    } catch {
      console.log('✗ the tests left no report');
    }
    // A file that cannot be loaded fails without a test of its own.
    if (status !== 0 && this.#failed === before) this.#failed++;
  }

  /** Prints the closing line and decides how the process ends. */
  close(): void {
    console.log(`\n${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`);
    process.exitCode = this.#failed > 0 ? 1 : 0;
  }
}

function spawn([program = '', ...args]: readonly string[], env?: NodeJS.ProcessEnv): number | null {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', ...(env && { env }) }).status;
}
