import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Outlives the program that started it by a moment: when that is gone, however it went, standard input ends. Then this
 * kills what is left of the processes that it was told of, each with all of its own group, and removes the folder that
 * it was started with. Lines are `+<pid>` for one that has started, `-<pid>` for one that has ended.
 */
const left = new Set<number>();
// The terminal tells the whole group of an interruption; this one has to come last.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (!Number.isSafeInteger(pid) || pid < 2) continue;
  if (line.startsWith('+')) left.add(pid);
  else left.delete(pid);
}
for (const pid of left) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
const folder = process.argv[2];
if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
