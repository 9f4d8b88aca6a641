import { spawnSync } from 'node:child_process';

/** The most that git may answer: the list of a very large repository, or all its specs. */
const mostOutput = 512 * 1024 * 1024;

/**
 * Runs git in a folder, without a shell, and returns what it wrote to its standard output. It asks nobody for a
 * password, takes no locks and fetches nothing.
 */
export function git(folder: string, args: readonly string[], input = ''): Buffer | 'missing' | 'failed' {
  const { status, stdout, error } = spawnSync('git', ['--no-replace-objects', ...args], {
    cwd: folder,
    input,
    maxBuffer: mostOutput,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return 'missing';
  return error === undefined && status === 0 ? stdout : 'failed';
}
