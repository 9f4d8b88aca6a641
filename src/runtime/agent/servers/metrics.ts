/** Gauges of what a process takes, the best first: ours counts the server's workers too. */
const gauges = ['stowage_process_resident_bytes', 'process_resident_memory_bytes'];

/**
 * What the server takes, from its metrics in Prometheus's text form.
 *
 * @returns MiB; undefined where they do not say
 */
export function residentMemory(text: string): number | undefined {
  for (const gauge of gauges) {
    const values = text
      .split('\n')
      .filter((line) => line.startsWith(`${gauge} `) || line.startsWith(`${gauge}{`))
      .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)))
      .filter(Number.isFinite);
    const most = values.reduce((a, b) => Math.max(a, b), 0);
    if (most > 0) return Math.ceil(most / (1024 * 1024));
  }
  return undefined;
}
