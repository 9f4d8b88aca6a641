import type { Writable } from 'node:stream';

/**
 * Sends lines of which only the newest matters: while a peer is slow to read, those in between are left out.
 *
 * @returns takes the next line, as a function, so that one that is left out is never written down
 */
export function newestOnly(stream: Writable): (line: () => string) => void {
  let next: (() => string) | undefined;
  let full = false;
  const send = (): void => {
    if (full || next === undefined || stream.destroyed || stream.writableEnded) return;
    const line = next;
    next = undefined;
    full = !stream.write(`${line()}\n`);
  };
  stream.on('drain', () => {
    full = false;
    send();
  });
  return (line) => {
    next = line;
    send();
  };
}
