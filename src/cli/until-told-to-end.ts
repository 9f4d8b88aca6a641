/** A signal that is given when the process is told to end. Told a second time, it ends at once. */
export function untilToldToEnd(): AbortSignal {
  const ended = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended.abort());
  return ended.signal;
}
