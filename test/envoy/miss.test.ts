import { expect, test } from 'vitest';
import { sidecarRoutes } from '../../src/envoy/index.ts';

/** Every route of a configuration, wherever it stands in the tree of matchers. */
function routesIn(value: unknown): readonly Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const here = 'route' in value && 'match' in value ? [value as Record<string, unknown>] : [];
  return [...here, ...Object.values(value).flatMap(routesIn)];
}

test('no answer of a server is to be sent elsewhere, whatever it says', () => {
  const models = [{ physical: 'a-1' }, { physical: 'b-1', concurrency: 2 }];
  const routes = routesIn(sidecarRoutes(models, 60));
  // Each model over two protocols, and questions after the server.
  expect(routes.length).toBe(5);
  for (const route of routes) {
    expect(route['response_headers_to_remove']).toEqual(['x-stowage-miss', 'x-stowage-reset']);
  }
});
