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

/** A store that rclone reads, as a child process that knows this one remote. */
export class RcloneSource implements Source {
  readonly #program: string;
  readonly #remote: Remote;
  readonly #store: string;

  /**
   * @param program rclone, on the PATH or with its path
   * @param store name of the store, for reasons
   */
  constructor(program: string, remote: Remote, store: string) {
    this.#program = program;
    this.#remote = remote;
    this.#store = store;
  }

  async list(path: string, deep: boolean, signal: AbortSignal): Promise<Listing | ArtifactFault> {
    const output = await this.#run(this.#listArgs(path, deep ? ['--recursive'] : []), path, signal);
    if (typeof output !== 'string') return output;
    const entries = entriesOf(output);
    if (!entries) return { reason: `rclone's listing of store ${this.#store} cannot be read`, terminal: false };
    if (entries.length > mostFiles)
      return { reason: `there are more than ${mostFiles} files at ${path}`, terminal: true };
    const [only] = entries;
    const mayBeFile =
      entries.length === 1 && only?.folder === false && only.path === path.slice(path.lastIndexOf('/') + 1);
    if (!mayBeFile) return { file: false, entries };
    // Also a folder can hold one file of its own name.
    const stat = await this.#run(this.#listArgs(path, ['--stat']), path, signal);
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
    const output = await this.#run([...what, ...common, ...limit], path, signal);
    return typeof output === 'string' ? undefined : output;
  }

  #listArgs(path: string, more: readonly string[]): readonly string[] {
    return ['lsjson', `${remoteName}:${path}`, '--no-modtime', '--no-mimetype', ...common, ...more];
  }

  #run(args: readonly string[], path: string, signal: AbortSignal): Promise<string | ArtifactFault> {
    const fault = (log: string, error?: NodeJS.ErrnoException) =>
      faultOf({ log, error, program: this.#program, path, store: this.#store, secrets: this.#remote.secrets });
    return new Promise((resolve) => {
      if (signal.aborted) return resolve({ reason: 'given up', terminal: false });
      const child = spawn(this.#program, args, {
        env: { ...inherited(), ...this.#remote.variables },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const kill = () => child.kill('SIGKILL');
      signal.addEventListener('abort', kill, { once: true });
      let output = '';
      let log = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.length > longestListing) kill();
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-longestLog);
      });
      child.on('error', (error) => resolve(fault(log, error)));
      child.on('close', (code) => {
        signal.removeEventListener('abort', kill);
        if (code === 0) return resolve(output);
        if (signal.aborted) return resolve({ reason: 'given up', terminal: false });
        if (output.length > longestListing) return resolve({ reason: `there is too much at ${path}`, terminal: true });
        resolve(fault(log));
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
