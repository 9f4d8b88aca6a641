import { type Dashboard, type Environment, sha256 } from '../../../ir/index.ts';
import { clusters, labelKeys, listeners, metricNames, observabilityNames } from '../../../names/index.ts';
import { configMap } from '../config-maps.ts';
import { supportMetadata } from '../metadata.ts';
import type { ConfigMap } from '../types.ts';

/** One panel: what it shows and how. */
interface Panel {
  readonly title: string;
  readonly description: string;
  /** Grafana's name of the unit. */
  readonly unit: string;
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
}

/** The dashboard of one environment, as Grafana's sidecar takes it from a ConfigMap. */
export function dashboard(environment: Environment, { labels }: Dashboard): ConfigMap {
  return configMap(
    supportMetadata(environment, observabilityNames.dashboard, { ...labels, [labelKeys.name]: 'stowage' }),
    { [`stowage-${environment.name}.json`]: `${JSON.stringify(model(environment), null, 2)}\n` },
  );
}

// Not with braces: Flux replaces what stands in them.
const source = { type: 'prometheus', uid: '$datasource' } as const;
const columns = 2;
const size = { w: 12, h: 8 } as const;

function model({ name, namespace }: Environment): object {
  return {
    title: `Stowage: ${name}`,
    // One Grafana may have those of several environments.
    uid: sha256(`${namespace}/${name}`, 16),
    tags: ['stowage'],
    schemaVersion: 39,
    editable: false,
    timezone: 'browser',
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    templating: {
      list: [
        { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus', current: {}, hide: 0 },
      ],
    },
    panels: panels(namespace).map(({ title, description, unit, queries }, at) => ({
      id: at + 1,
      title,
      description,
      type: 'timeseries',
      datasource: source,
      gridPos: { x: (at % columns) * size.w, y: Math.floor(at / columns) * size.h, ...size },
      fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
      options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
      targets: queries.map(({ expr, legend }, query) => ({
        refId: String.fromCharCode(65 + query),
        datasource: source,
        expr,
        legendFormat: legend,
      })),
    })),
  };
}

/** What a dashboard asks of one namespace. Each panel is a handful of lines, however many models there are. */
export function panels(namespace: string): readonly Panel[] {
  const of = (metric: string, labels = ''): string => `${metric}{namespace="${namespace}"${labels && `,${labels}`}}`;
  const gateway = `envoy_http_conn_manager_prefix=~"${listeners.gatewayHttp}|${listeners.gatewayGrpc}"`;
  const servers = `envoy_cluster_name=~"${clusters.serversHttp}|${clusters.serversGrpc}"`;
  const quantile = (part: number) =>
    `histogram_quantile(${part}, sum by (le) (rate(${of('envoy_http_downstream_rq_time_bucket', gateway)}[$__rate_interval])))`;
  return [
    {
      title: 'Models',
      description: 'By state, as the gateway sees them.',
      unit: 'short',
      queries: [{ expr: `max by (state) (${of(metricNames.routerModels)})`, legend: '{{state}}' }],
    },
    {
      title: 'Models that are not as planned',
      description: 'Fifty of them at most.',
      unit: 'short',
      queries: [{ expr: `max by (model, state) (${of(metricNames.routerModelAmiss)})`, legend: '{{model}} {{state}}' }],
    },
    {
      title: 'Requests',
      description: 'Answers of the gateway by class of their HTTP status.',
      unit: 'reqps',
      queries: [
        {
          expr: `sum by (envoy_response_code_class) (rate(${of('envoy_http_downstream_rq_xx', gateway)}[$__rate_interval]))`,
          legend: '{{envoy_response_code_class}}xx',
        },
      ],
    },
    {
      title: 'Latency',
      description: 'From the first byte of a request at the gateway to the last of its answer.',
      unit: 'ms',
      queries: [0.5, 0.95, 0.99].map((part) => ({ expr: quantile(part), legend: `p${part * 100}` })),
    },
    {
      title: 'Requests in flight',
      description: 'Of all pods of each server: what KEDA is told.',
      unit: 'short',
      queries: [{ expr: `max by (server) (${of(metricNames.serverInFlight)})`, legend: '{{server}}' }],
    },
    {
      title: 'Requests a second',
      description: 'Of all pods of each server: what KEDA is told.',
      unit: 'reqps',
      queries: [{ expr: `max by (server) (${of(metricNames.serverRequestRate)})`, legend: '{{server}}' }],
    },
    {
      title: 'Sent again',
      description: 'Requests that the gateway sent to another pod, and connections that failed.',
      unit: 'reqps',
      queries: [
        {
          expr: `sum(rate(${of('envoy_cluster_upstream_rq_retry', servers)}[$__rate_interval]))`,
          legend: 'sent again',
        },
        {
          expr: `sum(rate(${of('envoy_cluster_upstream_cx_connect_fail', servers)}[$__rate_interval]))`,
          legend: 'not connected',
        },
      ],
    },
    {
      title: 'Pods',
      description: 'Of each server, as many as are connected to the gateway.',
      unit: 'short',
      queries: [{ expr: `max by (server) (${of(metricNames.routerPods, 'connected="true"')})`, legend: '{{server}}' }],
    },
    {
      title: 'Copies',
      description: 'Copies of models on all pods by state.',
      unit: 'short',
      queries: [{ expr: `sum by (state) (${of(metricNames.agentCopies)})`, legend: '{{state}}' }],
    },
    {
      title: 'Fetches and loads',
      description: 'Artifacts that came from stores, and models that were loaded.',
      unit: 'short',
      queries: [
        {
          expr: `sum by (result) (increase(${of(metricNames.agentFetches)}[$__rate_interval]))`,
          legend: 'fetch {{result}}',
        },
        {
          expr: `sum by (result) (increase(${of(metricNames.agentLoads)}[$__rate_interval]))`,
          legend: 'load {{result}}',
        },
      ],
    },
    {
      title: 'Memory of inference servers',
      description: 'The fullest ten: what each takes of its limit.',
      unit: 'percentunit',
      queries: [
        {
          expr: `topk(10, max by (pod) (${of(metricNames.agentMemoryUsed)} / ${of(metricNames.agentMemoryLimit)}))`,
          legend: '{{pod}}',
        },
      ],
    },
    {
      title: 'Artifact caches',
      description: 'The fullest ten: what of each cannot make way.',
      unit: 'percentunit',
      queries: [
        {
          expr: `topk(10, max by (pod) (${of(metricNames.agentCacheInUse)} / ${of(metricNames.agentCacheLimit)}))`,
          legend: '{{pod}}',
        },
      ],
    },
  ];
}
