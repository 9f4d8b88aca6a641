import { spawn } from 'node:child_process';
import type { ArtifactFault } from './artifacts.ts';
import { mostFiles } from './digest.ts';
import { faultOf } from './rclone-fault.ts';
import { type Remote, remoteName } from './remote.ts';
import type { ListedEntry, Listing, Source } from './source.ts';

/** Most of a listing that is read, in bytes. */
const longestListing = 64 * 1024 * 1024;

/** Most of what rclone says that is kept, in bytes. */
const longestLog = 64 * 1024;

/** How long rclone may take to list, in seconds, and for what it copies besides, in bytes a second. It hangs, else. */
const usualPatience = 600;
const slowest = 256 * 1024;

/** Tries are the agent's: here, only what a connection loses is asked for again. Few at a time: memory is small. */
const common = [
  '--config=',
  '--use-json-log',
  '--log-level=NOTICE',
  '--ask-password=false',
  '--retries=1',
  '--low-level-retries=3',
  '--contimeout=15s',
  '--timeout=60s',
  '--checkers=4',
  '--transfers=4',
  '--multi-thread-streams=1',
  '--buffer-size=4M',
] as const;

/** Steps of a path that are no names. */
const detours = new Set(['', '.', '..']);

/** A store that rclone reads, as a child process that knows this one remote. */
export class RcloneSource implements Source {
  readonly #program: string;
  readonly #remote: Remote;
  readonly #store: string;
  readonly #patience: number;

  /**
   * @param program rclone, on the PATH or with its path
   * @param store name of the store, for reasons
   * @param patience seconds that it may take beside those that its copies take
   */
  constructor(program: string, remote: Remote, store: string, patience = usualPatience) {
    this.#program = program;
    this.#remote = remote;
    this.#store = store;
    this.#patience = patience;
  }

  async list(path: string, deep: boolean, signal: AbortSignal): Promise<Listing | ArtifactFault> {
    const output = await this.#run(this.#listArgs(path, deep ? ['--recursive'] : []), path, this.#patience, signal);
    if (typeof output !== 'string') return output;
    const entries = entriesOf(output);
    if (!entries) return { reason: `rclone's listing of store ${this.#store} cannot be read`, terminal: false };
    if (entries.length > mostFiles)
      return { reason: `there are more than ${mostFiles} files at ${path}`, terminal: true };
    if (entries.some((entry) => entry.path.split('/').some((step) => detours.has(step))))
      return { reason: `what lies at ${path} is no artifact: a name in it has a detour`, terminal: true };
    const [only] = entries;
    const mayBeFile =
      entries.length === 1 && only?.folder === false && only.path === path.slice(path.lastIndexOf('/') + 1);
    if (!mayBeFile) return { file: false, entries };
    // Also a folder can hold one file of its own name.
    const stat = await this.#run(this.#listArgs(path, ['--stat']), path, this.#patience, signal);
    if (typeof stat !== 'string') return stat;
    return { file: !/"IsDir":\s*true/.test(stat), entries };
  }

  async copy(
    path: string,
    { file }: Listing,
    into: string,
    most: number,
    signal: AbortSignal,
  ): Promise<ArtifactFault | undefined> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const from = `${remoteName}:${path}`;
    const what = file ? ['copyto', from, `${into}/${name}`] : ['copy', from, into];
    const limit = [`--max-transfer=${Math.max(1, most)}B`, '--cutoff-mode=hard'];
    const output = await this.#run([...what, ...common, ...limit], path, this.#patience + most / slowest, signal);
    return typeof output === 'string' ? undefined : output;
  }

  #listArgs(path: string, more: readonly string[]): readonly string[] {
    return ['lsjson', `${remoteName}:${path}`, '--no-modtime', '--no-mimetype', ...common, ...more];
  }

  /** @param seconds that it may take */
  #run(args: readonly string[], path: string, seconds: number, signal: AbortSignal): Promise<string | ArtifactFault> {
    const fault = (log: string, error?: NodeJS.ErrnoException) =>
      faultOf({ log, error, program: this.#program, path, store: this.#store, secrets: this.#remote.secrets });
    return new Promise((resolve) => {
      if (signal.aborted) return resolve({ reason: 'given up', terminal: false });
      const child = spawn(this.#program, args, {
        env: { ...inherited(), ...this.#remote.variables },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let killed: ArtifactFault | undefined;
      const kill = (why: ArtifactFault) => {
        killed ??= why;
        child.kill('SIGKILL');
        // Whoever else holds them is not waited for.
        child.stdout.destroy();
        child.stderr.destroy();
      };
      const giveUp = () => kill({ reason: 'given up', terminal: false });
      signal.addEventListener('abort', giveUp, { once: true });
      const slow = `store ${this.#store} is too slow: rclone has not ended after ${seconds} s`;
      const timer = setTimeout(() => kill({ reason: slow, terminal: false }), seconds * 1000);
      let output = '';
      let log = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.length > longestListing) kill({ reason: `there is too much at ${path}`, terminal: true });
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-longestLog);
      });
      child.on('error', (error) => resolve(fault(log, error)));
      child.on('close', (code) => {
        signal.removeEventListener('abort', giveUp);
        clearTimeout(timer);
        resolve(killed ?? (code === 0 ? output : fault(log)));
      });
    });
  }
}

/** This process's environment, which may hold a workload's identity, without what would change rclone's ways. */
function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('RCLONE_')));
}

function entriesOf(output: string): readonly ListedEntry[] | undefined {
  try {
    const found = JSON.parse(output) as readonly { Path: string; Size: number; IsDir: boolean }[];
    return found.map(({ Path, Size, IsDir }) => ({ path: Path, size: Size, folder: IsDir }));
  } catch {
    return undefined;
  }
}
