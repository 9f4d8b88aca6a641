import { describe, expect, test } from 'vitest';
import { residentMemory } from '../../../../src/runtime/agent/servers/metrics.ts';

const mebibyte = 1024 * 1024;

describe('what metrics say of a server’s memory', () => {
  test.each([
    [
      'ours before the process’s own',
      `process_resident_memory_bytes 1\nstowage_process_resident_bytes ${3 * mebibyte}\n`,
      3,
    ],
    [
      'the process’s own',
      `# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes ${2.5 * mebibyte}`,
      3,
    ],
    ['with labels', `stowage_process_resident_bytes{pid="7"} ${4 * mebibyte}`, 4],
    ['as Prometheus writes large numbers', 'stowage_process_resident_bytes 1.048576e+06', 1],
    ['another metric that begins so', 'stowage_process_resident_bytes_total 5', undefined],
    ['nothing', '', undefined],
    ['very often', `process_resident_memory_bytes ${mebibyte}\n`.repeat(200_000), 1],
    ['not a number', 'process_resident_memory_bytes NaN', undefined],
  ])('%s', (_, text, expected) => {
    expect(residentMemory(text)).toBe(expected);
  });
});
