import type { HostPort } from '../../ir/index.ts';
import { probePaths } from '../../names/index.ts';
import { getPlain, untilAnswered } from '../processes/get.ts';
import type { Guard } from '../processes/guard.ts';
import { type Program, Supervised } from '../processes/supervised.ts';

/** One program of a pod. */
export interface PodPart {
  readonly program: Program;
  /** It has started, and the next part may, when this is answered with 200. Absent: at once. */
  readonly started?: { readonly at: HostPort; readonly path: string };
}

/** A pod as it is to be run here. */
export interface PodShape {
  readonly name: string;
  /** In the order in which they are started; they are ended the other way round. */
  readonly parts: readonly PodPart[];
  /** Plain port of the program of ours in it: probes, and the wait for the handover. */
  readonly probes: HostPort;
  /** Seconds that it may take to end. */
  readonly grace: number;
}

/** An end that nobody asked for. */
export interface ProcessEnd {
  readonly pod: string;
  readonly role: string;
  /** `exit code 1`, `signal SIGKILL` */
  readonly why: string;
  /** File of what it wrote. */
  readonly log: string;
}

/** One pod as processes of this machine, that begin and end in a pod's order. */
export class LocalPod {
  readonly shape: PodShape;
  readonly #processes: readonly Supervised[];
  readonly #ending = new AbortController();
  #starting: Promise<void> = Promise.resolve();
  #allStarted = false;
  #ended: Promise<void> | undefined;

  constructor(shape: PodShape, guard: Pick<Guard, 'started' | 'ended'>, ended: (end: ProcessEnd) => void) {
    this.shape = shape;
    this.#processes = shape.parts.map(
      ({ program }) =>
        new Supervised(program, guard, (why) => ended({ pod: shape.name, role: program.role, why, log: program.log })),
    );
  }

  /** Starts the parts one after the other; done when all have started, which does not mean that it is ready. */
  start(): Promise<void> {
    this.#starting = this.#start();
    return this.#starting;
  }

  /** Process ids by role, of those that run now. */
  get pids(): ReadonlyMap<string, number> {
    return new Map(this.#processes.flatMap(({ pid, program }) => (pid === undefined ? [] : [[program.role, pid]])));
  }

  /** Sends a signal to one of its programs, which is started again if it ends of that. */
  signal(role: string, signal: NodeJS.Signals): void {
    this.#processes.find(({ program }) => program.role === role)?.kill(signal);
  }

  /** Whether all its programs have been started, and it may count as ready now. */
  async isReady(): Promise<boolean> {
    return this.#allStarted && (await getPlain(this.shape.probes, probePaths.ready, 2_000))?.status === 200;
  }

  /** Waits until it is ready, or is ending, or so many milliseconds have passed; whether it is. */
  async untilReady(patience: number): Promise<boolean> {
    await this.#starting;
    const signal = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(patience)]);
    return untilAnswered(this.shape.probes, probePaths.ready, signal);
  }

  /** Ends as a pod that is deleted: waits until its models or requests are handed over, within its grace period. */
  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  /**
   * Ends without a handover.
   *
   * @param grace milliseconds until what still runs is killed; 0 is a node that dies
   */
  async stop(grace: number): Promise<void> {
    this.#ending.abort();
    if (grace === 0) for (const process of this.#processes) process.kill('SIGKILL');
    await Promise.all([this.#starting, ...this.#processes.map((process) => process.stop(grace))]);
    // One that was started in between.
    await Promise.all(this.#processes.map((process) => process.stop(grace)));
  }

  async #start(): Promise<void> {
    for (const [index, process] of this.#processes.entries()) {
      if (this.#ending.signal.aborted) return;
      process.start();
      const { started } = this.shape.parts[index] ?? {};
      if (started && !(await untilAnswered(started.at, started.path, this.#ending.signal))) return;
    }
    this.#allStarted = true;
  }

  async #end(): Promise<void> {
    this.#ending.abort();
    await this.#starting;
    const until = performance.now() + this.shape.grace * 1_000;
    await getPlain(this.shape.probes, probePaths.drain, this.shape.grace * 1_000);
    for (const process of this.#processes.toReversed()) await process.stop(Math.max(1_000, until - performance.now()));
  }
}
