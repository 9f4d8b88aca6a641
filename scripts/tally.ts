import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where tests run: what stands before their command, and their environment. */
export interface Place {
  readonly prefix: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What they print appears when they have ended, since others run beside them. Absent: at once. */
  readonly quiet?: boolean;
}

/** Counts what was checked, over several runs. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  /** One thing that must hold: that a command succeeds. */
  async check(name: string, command: readonly string[]): Promise<void> {
    const started = performance.now();
    const ok = (await run(command)) === 0;
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
  async vitest(projects: readonly string[], files: readonly string[] = [], place?: Place): Promise<void> {
    mkdirSync(join(root, '.cache'), { recursive: true });
    const folder = mkdtempSync(join(root, '.cache/tests-'));
    const report = join(folder, 'report.json');
    const command = [
      ...(place?.prefix ?? []),
      ...['vitest', 'run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...projects.flatMap((project) => ['--project', project]),
    ];
    const status = await run(command, place);
    const before = this.#failed;
    try {
      const found = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
      this.#passed += found['numPassedTests'] ?? 0;
      this.#failed += found['numFailedTests'] ?? 0;
      this.#skipped += (found['numPendingTests'] ?? 0) + (found['numTodoTests'] ?? 0);
    } catch {
      console.log('✗ the tests left no report');
    } finally {
      rmSync(folder, { recursive: true });
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

async function run([program = '', ...args]: readonly string[], place?: Place): Promise<number | null> {
  const output = place?.quiet ? 'pipe' : 'inherit';
  const child = spawn(program, args, { cwd: root, stdio: ['inherit', output, output], env: place?.env ?? process.env });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(printed));
  return status;
}
