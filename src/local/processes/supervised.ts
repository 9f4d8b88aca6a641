import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Guard } from './guard.ts';

/** A program as it is to be run. */
export interface Program {
  /** What it is in its pod: `agent`, `envoy`, `server`, `router`. */
  readonly role: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that it runs in. */
  readonly folder: string;
  /** File that what it writes is added to. */
  readonly log: string;
}

/** Pauses before a program that has ended by itself is started again, in milliseconds. The last one stays. */
const pauses = [0, 1_000, 2_000, 5_000] as const;

/** After so many milliseconds without a fault the pauses begin anew. */
const longEnough = 60_000;

/** Keeps one program running: one that ends is started again, as the kubelet does, only sooner. */
export class Supervised {
  readonly program: Program;
  readonly #guard: Pick<Guard, 'started' | 'ended'>;
  /** Told of each end that was not asked for, and why it ended. */
  readonly #ended: (why: string) => void;
  #child: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();
  #faults = 0;
  #stopped = true;
  #timer: NodeJS.Timeout | undefined;

  constructor(program: Program, guard: Pick<Guard, 'started' | 'ended'>, ended: (why: string) => void) {
    this.program = program;
    this.#guard = guard;
    this.#ended = ended;
  }

  /** Process id, also that of its group. Undefined: it does not run now. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    this.#stopped = false;
    this.#spawn();
  }

  /** Sends a signal to the process and to all that it has started, as to a container. It is started again if it ends of that. */
  kill(signal: NodeJS.Signals): void {
    const pid = this.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // Gone already.
    }
  }

  /**
   * Ends it for good: asked first, then killed.
   *
   * @param grace milliseconds between the two
   */
  async stop(grace: number): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (child === undefined) return;
    const killed = setTimeout(() => this.kill('SIGKILL'), grace);
    child.kill('SIGTERM');
    await this.#gone;
    clearTimeout(killed);
  }

  #spawn(): void {
    const began = performance.now();
    let child: ChildProcess;
    try {
      child = spawnLogged(this.program);
    } catch (error) {
      this.#again(error instanceof Error ? error.message : String(error), 0);
      return;
    }
    const { pid } = child;
    if (pid !== undefined) this.#guard.started(pid);
    this.#child = child;
    this.#gone = new Promise((resolve) => {
      const gone = (why: string) => {
        if (this.#child !== child) return;
        // What it had started goes with it, as the processes of a container do.
        if (pid !== undefined) this.kill('SIGKILL');
        this.#child = undefined;
        if (pid !== undefined) this.#guard.ended(pid);
        resolve();
        if (!this.#stopped) this.#again(why, performance.now() - began);
      };
      child.on('error', (error) => {
        if (pid === undefined) gone(error.message);
      });
      child.on('exit', (code, signal) => gone(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
  }

  #again(why: string, ran: number): void {
    if (ran > longEnough) this.#faults = 0;
    const pause = pauses[Math.min(this.#faults, pauses.length - 1)];
    this.#faults++;
    this.#timer = setTimeout(() => this.#spawn(), pause);
    this.#ended(why);
  }
}

/** In a group of its own: an interruption at the terminal is ours to pass on, in order. */
function spawnLogged({ command: [program, ...args], env, folder, log }: Program): ChildProcess {
  const file = openSync(log, 'a');
  try {
    return spawn(program, args, { env, cwd: folder, stdio: ['ignore', file, file], detached: true });
  } finally {
    closeSync(file);
  }
}
