import type { Stdin } from '../compiler/index.ts';

/** What a command has of the process it runs in, so that tests can stand in for it. */
export interface Io {
  /** Folder that the command is run in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output and standard error are terminals. */
  readonly isTTY: { readonly stdout: boolean; readonly stderr: boolean };
  stdout(text: string): void;
  stderr(text: string): void;
  /** Reads all of standard input, up to so many bytes. Absent: the process's own. */
  readonly stdin?: Stdin;
}
