import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By default one core is left free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        // The time-out guards against a hang on a busy machine; it measures nothing.
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/slow/**', 'test/cluster/tests/**'],
          testTimeout: 30_000,
        },
      },
      {
        // Long property tests, fuzzing, and tests against real components (Envoy, a Go parser, git).
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/slow/**/*.test.ts'],
          exclude: ['test/e2e/fleet-*.test.ts', 'test/e2e/dev*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        // Whole fleets of real servers under load: one after the other, with nothing else beside them.
        test: {
          name: 'fleet',
          include: ['test/e2e/fleet-*.test.ts', 'test/e2e/dev*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        // On a real cluster: run by scripts/test-cluster.ts, inside the network of a cluster that it has started.
        test: {
          name: 'cluster',
          include: ['test/cluster/tests/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
