import { afterEach, expect, test } from 'vitest';
import { metricNames } from '../../../src/names/index.ts';
import { countedBy, expositionText, gauge, gauges, MetricsServer } from '../../../src/runtime/metrics/index.ts';
import { routerMetrics } from '../../../src/runtime/router/router-metrics.ts';

let server: MetricsServer | undefined;
afterEach(() => server?.close());

test('metrics in the text form of Prometheus', () => {
  const text = expositionText([
    gauge(metricNames.routerReady, 'Whether.', true),
    gauges(metricNames.routerModelAmiss, 'Which.', [{ labels: { model: 'a"b\\c\nd', state: 'x' }, value: 0.5 }]),
    gauges(metricNames.serverInFlight, 'None.', []),
  ]);
  expect(text).toBe(
    [
      '# HELP stowage_router_ready Whether.',
      '# TYPE stowage_router_ready gauge',
      'stowage_router_ready 1',
      '# HELP stowage_router_model_amiss Which.',
      '# TYPE stowage_router_model_amiss gauge',
      'stowage_router_model_amiss{model="a\\"b\\\\c\\nd",state="x"} 0.5',
      '# HELP stowage_server_requests_in_flight None.',
      '# TYPE stowage_server_requests_in_flight gauge',
      '',
    ].join('\n'),
  );
});

test('kinds that there are none of are told as well', () => {
  expect(countedBy('state', ['ready', 'failed'], ['ready', 'ready'])).toEqual([
    { labels: { state: 'ready' }, value: 2 },
    { labels: { state: 'failed' }, value: 0 },
  ]);
});

test('a model that is amiss is told with whether it has answered', () => {
  const text = expositionText(
    routerMetrics({
      ready: true,
      planFault: false,
      routesFault: false,
      models: new Map([
        ['a', { state: 'partial', answered: true }],
        ['b', { state: 'unavailable', answered: false }],
        ['c', { state: 'ready', answered: true }],
        ['d', { state: 'unavailable', answered: true }],
      ]),
      pods: [],
      settled: true,
    }),
  );
  expect(text.match(/^stowage_router_model_amiss.*$/gm)).toEqual([
    'stowage_router_model_amiss{model="d",state="unavailable",answered="true"} 1',
    'stowage_router_model_amiss{model="b",state="unavailable",answered="false"} 1',
    'stowage_router_model_amiss{model="a",state="partial",answered="true"} 1',
  ]);
});

test('how many series a router has does not grow with models', () => {
  const series = (models: number) =>
    expositionText(
      routerMetrics({
        ready: true,
        planFault: false,
        routesFault: false,
        models: new Map(
          Array.from({ length: models }, (_, at) => [
            `m${at}`,
            { state: at % 2 === 0 ? 'ready' : 'unavailable', answered: at % 3 === 0 },
          ]),
        ),
        pods: [{ server: 'cpu', pod: 'cpu-0', connected: true, load: undefined }],
        settled: true,
      }),
    )
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')).length;
  expect(series(10_000)).toBe(series(1_000));
  expect(series(10_000)).toBeLessThan(100);
});

test('the port answers questions and takes no orders', async () => {
  server = new MetricsServer(
    () => [gauge(metricNames.routerReady, 'Whether.', false)],
    (path) => (path === '/load/cpu' ? { status: 503, body: { reason: 'not known' } } : undefined),
  );
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return [answer.status, await answer.text()] as const;
  };
  expect((await ask('/metrics'))[1]).toContain('stowage_router_ready 0');
  expect(await ask('/load/cpu')).toEqual([503, '{"reason":"not known"}\n']);
  expect((await ask('/drain'))[0]).toBe(404);
  expect((await ask('/metrics', 'POST'))[0]).toBe(405);
});
