/**
 * Every golden below `test/golden`, and the one test that compares it. A name without an extension is a folder, which
 * its test compares as a whole.
 */
export const goldenOwners: Readonly<Record<string, string>> = {
  'compile/commits': 'test/compiler/commits.test.ts',
  'compile/shop': 'test/compiler/stages.test.ts',
  'compile/tenants': 'test/compiler/stages.test.ts',
  'diagnostics/layouts.txt': 'test/diagnostics/render.test.ts',
  'diagnostics/sample-color.txt': 'test/diagnostics/render.test.ts',
  'diagnostics/sample.github.txt': 'test/diagnostics/render.test.ts',
  'diagnostics/sample.json': 'test/diagnostics/render.test.ts',
  'diagnostics/sample.txt': 'test/diagnostics/render.test.ts',
  emit: 'test/emit/goldens.test.ts',
  envoy: 'test/envoy/goldens.test.ts',
  helper: 'test/golden.test.ts',
  'link/rich-parts.json': 'test/link/fleet.test.ts',
  'link/rich.json': 'test/link/fleet.test.ts',
  'link/small.json': 'test/link/fleet.test.ts',
  'place/placement.json': 'test/place/fleet.test.ts',
  'place/problem.json': 'test/place/fleet.test.ts',
  plan: 'test/plan/build.test.ts',
  'status/busy.txt': 'test/runtime/status/status.test.ts',
  'status/empty.txt': 'test/runtime/status/status.test.ts',
  'status/on-demand.txt': 'test/runtime/status/status.test.ts',
  'status/ready.txt': 'test/runtime/status/status.test.ts',
};
