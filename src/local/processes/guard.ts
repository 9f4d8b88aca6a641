import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** As it is run: from the sources, or from the built package. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './guard-process.ts' : './guard-process.js', import.meta.url),
);

/** Sees to it that no process of ours outlives us, also when we are killed. */
export class Guard {
  readonly #process: ChildProcess;
  readonly #gone: Promise<unknown>;

  /** @param folder that goes with us: sockets, and what only running processes need */
  constructor(folder: string) {
    this.#process = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    // Where it cannot be started, processes still end when we end them.
    this.#gone = new Promise((resolve) => this.#process.once('exit', resolve).once('error', resolve));
    this.#process.stdin?.on('error', () => {});
  }

  /** @param pid of a process that leads a group of its own */
  started(pid: number): void {
    this.#process.stdin?.write(`+${pid}\n`);
  }

  ended(pid: number): void {
    this.#process.stdin?.write(`-${pid}\n`);
  }

  /** Ends what is left, removes the folder, and waits until that is done. */
  async close(): Promise<void> {
    this.#process.stdin?.end();
    await this.#gone;
  }
}
