import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alerts } from '../../src/emit/kubernetes/observability/alerts.ts';
import { panels } from '../../src/emit/kubernetes/observability/dashboard.ts';
import { findPromtool, isThere } from '../support/tools.ts';

const promtool = await findPromtool();

/** Series as Prometheus has them after scrapes a minute apart, and whether the alert fires a while later. */
interface Trial {
  readonly alert: string;
  readonly series: Readonly<Record<string, string>>;
  readonly after: string;
  readonly fires: boolean;
}

/** Seconds that a commit may take. */
const patience = 20 * 60;

const ns = 'namespace="models"';
const http = `${ns},pod="g-0",envoy_http_conn_manager_prefix="gateway-http"`;
const upstream = `${ns},pod="g-0",envoy_cluster_name="servers-http"`;
const amiss = (model: string, state: string, { namespace = 'models', answered = true, pod = 'g-0' } = {}) =>
  `stowage_router_model_amiss{namespace="${namespace}",pod="${pod}",model="${model}",state="${state}",answered="${answered}"}`;
const pod = (metric: string, labels = '') => `${metric}{${ns},pod="cpu-0"${labels && `,${labels}`}}`;

const trials: readonly Trial[] = [
  { alert: 'StowageModelDown', series: { [amiss('iris', 'unavailable')]: '1x20' }, after: '6m', fires: true },
  { alert: 'StowageModelDown', series: { [amiss('iris', 'unavailable')]: '1x20' }, after: '4m', fires: false },
  {
    alert: 'StowageModelDown',
    series: { [amiss('iris', 'unavailable', { namespace: 'other' })]: '1x20' },
    after: '9m',
    fires: false,
  },
  { alert: 'StowageModelDown', series: { [amiss('iris', 'partial')]: '1x20' }, after: '9m', fires: false },
  // A first load may take what a commit may take, here 20 minutes.
  {
    alert: 'StowageModelDown',
    series: { [amiss('iris', 'unavailable', { answered: false })]: '1x60' },
    after: '40m',
    fires: false,
  },
  {
    alert: 'StowageModelNeverUp',
    series: { [amiss('iris', 'unavailable', { answered: false })]: '1x60' },
    after: '19m',
    fires: false,
  },
  {
    alert: 'StowageModelNeverUp',
    series: { [amiss('iris', 'unavailable', { answered: false })]: '1x60' },
    after: '21m',
    fires: true,
  },
  {
    alert: 'StowageModelNeverUp',
    series: { [amiss('iris', 'unavailable', { answered: false })]: '1x10 _x50' },
    after: '21m',
    fires: false,
  },
  // Another gateway pod is younger than the outage: who saw the model answer is believed, and there is one alert.
  ...(['StowageModelDown', 'StowageModelNeverUp'] as const).map((alert) => ({
    alert,
    series: {
      [amiss('iris', 'unavailable', { answered: false, pod: 'g-1' })]: '1x60',
      [amiss('iris', 'unavailable')]: '1x60',
    },
    after: '30m',
    fires: alert === 'StowageModelDown',
  })),
  { alert: 'StowageModelNotAsPlanned', series: { [amiss('iris', 'partial')]: '1x30' }, after: '16m', fires: false },
  { alert: 'StowageModelNotAsPlanned', series: { [amiss('iris', 'partial')]: '1x30' }, after: '21m', fires: true },
  {
    alert: 'StowageLoadFailed',
    series: { [pod('stowage_agent_copies_given_up')]: '0x5 2x20' },
    after: '9m',
    fires: true,
  },
  { alert: 'StowageNotAsPlanned', series: { [pod('stowage_witness_as_planned')]: '0x60' }, after: '31m', fires: true },
  {
    alert: 'StowageNotAsPlanned',
    series: { [pod('stowage_witness_as_planned')]: '0x20 1x40' },
    after: '31m',
    fires: false,
  },
  { alert: 'StowageGatewayDown', series: {}, after: '3m', fires: true },
  { alert: 'StowageGatewayDown', series: { [pod('stowage_router_ready')]: '0x20' }, after: '9m', fires: true },
  { alert: 'StowageGatewayDown', series: { [pod('stowage_router_ready')]: '1x20' }, after: '9m', fires: false },
  {
    alert: 'StowageGatewayFault',
    series: { [pod('stowage_router_fault', 'what="routes"')]: '1x20' },
    after: '11m',
    fires: true,
  },
  {
    alert: 'StowageErrors',
    series: {
      [`envoy_http_downstream_rq_xx{${http},envoy_response_code_class="2"}`]: '0+900x60',
      [`envoy_http_downstream_rq_xx{${http},envoy_response_code_class="5"}`]: '0+100x60',
    },
    after: '20m',
    fires: true,
  },
  {
    alert: 'StowageErrors',
    series: {
      [`envoy_http_downstream_rq_xx{${http},envoy_response_code_class="2"}`]: '0+990x60',
      [`envoy_http_downstream_rq_xx{${http},envoy_response_code_class="5"}`]: '0+10x60',
    },
    after: '20m',
    fires: false,
  },
  {
    alert: 'StowageErrors',
    series: { [`envoy_http_downstream_rq_xx{${http},envoy_response_code_class="2"}`]: '0x60' },
    after: '20m',
    fires: false,
  },
  {
    alert: 'StowageRetries',
    series: {
      [`envoy_cluster_upstream_rq_retry{${upstream}}`]: '0+20x60',
      [`envoy_cluster_upstream_rq_total{${upstream}}`]: '0+100x60',
    },
    after: '25m',
    fires: true,
  },
  { alert: 'StowageServerDown', series: { [pod('stowage_agent_server_live')]: '0x30' }, after: '11m', fires: true },
  {
    alert: 'StowagePodDisconnected',
    series: { [`stowage_router_pods{${ns},pod="g-0",server="cpu",connected="false"}`]: '1x30' },
    after: '11m',
    fires: true,
  },
  {
    alert: 'StowageFetchesFail',
    series: {
      [pod('stowage_agent_fetches_total', 'result="failed"')]: '0+1x60',
      [pod('stowage_agent_fetches_total', 'result="ok"')]: '7x60',
    },
    after: '40m',
    fires: true,
  },
  {
    alert: 'StowageFetchesFail',
    series: {
      [pod('stowage_agent_fetches_total', 'result="failed"')]: '0+1x60',
      [pod('stowage_agent_fetches_total', 'result="ok"')]: '7+1x60',
    },
    after: '40m',
    fires: false,
  },
  {
    alert: 'StowageCacheNearlyFull',
    series: { [pod('stowage_agent_cache_in_use_bytes')]: '96x60', [pod('stowage_agent_cache_limit_bytes')]: '100x60' },
    after: '31m',
    fires: true,
  },
  {
    alert: 'StowageServerMemoryNearlyFull',
    series: {
      [pod('stowage_agent_server_memory_used_bytes')]: '97x60',
      [pod('stowage_agent_server_memory_limit_bytes')]: '100x60',
    },
    after: '16m',
    fires: true,
  },
];

test('every alert is tried', () => {
  const tried = new Set(trials.filter(({ fires }) => fires).map(({ alert }) => alert));
  expect([...tried].toSorted()).toEqual(
    alerts('models', patience)
      .map(({ alert }) => alert)
      .toSorted(),
  );
});

describe.runIf(isThere(promtool))('alerts, as Prometheus itself takes them', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alerts-'));
    const rules = alerts('models', patience).map(({ alert, expr, wait, severity, summary, description }) => ({
      alert,
      expr,
      for: wait,
      labels: { severity },
      annotations: { summary, description },
    }));
    // What a dashboard asks is checked with the rules, as recordings.
    const asked = panels('models').flatMap(({ queries }) =>
      queries.map(({ expr }, at) => ({ record: `asked:${at}`, expr: expr.replaceAll('$__rate_interval', '5m') })),
    );
    write('rules.yaml', { groups: [{ name: 'stowage', rules }] });
    write('asked.yaml', { groups: asked.map((rule, at) => ({ name: `asked ${at}`, rules: [rule] })) });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** JSON is YAML. */
  function write(name: string, value: object): string {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value, null, 2));
    return path;
  }

  const run = (...args: string[]) =>
    execFileSync(promtool.path ?? '', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  test('rules and questions are well formed', () => {
    expect(run('check', 'rules', 'rules.yaml')).toContain(`${alerts('models', patience).length} rules found`);
    expect(run('check', 'rules', '--lint=none', 'asked.yaml')).toContain('SUCCESS');
  });

  test.each(trials)('$alert after $after: $fires', ({ alert, series, after, fires }) => {
    const name = write('trial.yaml', {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(series).map(([of, values]) => ({ series: of, values })),
          promql_expr_test: [
            {
              expr: `count(ALERTS{alertname="${alert}",alertstate="firing"})`,
              eval_time: after,
              exp_samples: fires ? [{ labels: '{}', value: 1 }] : [],
            },
          ],
        },
      ],
    });
    expect(run('test', 'rules', name)).toContain('SUCCESS');
  });
});
