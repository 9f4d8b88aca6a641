import { clusters, listeners, metricNames } from '../../../names/index.ts';

/** Something that somebody should do something about. */
export interface Alert {
  readonly alert: string;
  /** `critical`: clients get no answer; `warning`: they may not for long, or what was asked for is not there. */
  readonly severity: 'critical' | 'warning';
  /** How long it must be so. */
  readonly wait: string;
  readonly expr: string;
  readonly summary: string;
  /** With Prometheus's own placeholders. */
  readonly description: string;
}

/** Part of requests that may fail, or be sent a second time, before somebody is told. */
const mostErrors = 0.05;
const mostRetries = 0.1;

/** Part of memory or disk that may be in use. */
const nearlyFull = 0.95;

/** Minutes after which a model that answered before is missed. */
const missedAfter = 5;

/**
 * The alerts of one namespace. Few: each is about something that does not mend itself in the time that it waits.
 *
 * @param patience seconds that the models of a commit may take until they answer
 */
export function alerts(namespace: string, patience: number): readonly Alert[] {
  const of = (metric: string, labels = ''): string => `${metric}{namespace="${namespace}"${labels && `,${labels}`}}`;
  const gateway = `envoy_http_conn_manager_prefix=~"${listeners.gatewayHttp}|${listeners.gatewayGrpc}"`;
  const servers = `envoy_cluster_name=~"${clusters.serversHttp}|${clusters.serversGrpc}"`;
  const rate = (metric: string, labels: string): string => `sum by (namespace) (rate(${of(metric, labels)}[5m]))`;
  const silent = (labels: string): string =>
    `max by (namespace, model) (${of(metricNames.routerModelAmiss, `state="unavailable",${labels}`)}) > 0`;
  /** No shorter than what a commit may take: so long a first load is no fault. */
  const atLeast = (minutes: number): string => duration(Math.max(60 * minutes, patience));
  return [
    {
      alert: 'StowageModelDown',
      severity: 'critical',
      wait: duration(60 * missedAfter),
      expr: silent('answered="true"'),
      summary: 'Model {{ $labels.model }} does not answer any more',
      description: `No copy of it has been ready for ${missedAfter} minutes. \`stowage status\` and the witness say why, copy by copy.`,
    },
    {
      alert: 'StowageModelNeverUp',
      severity: 'critical',
      wait: atLeast(missedAfter),
      // One router may have begun after the model was lost, and know nothing of its better days.
      expr: `${silent('answered="false"')} unless ${silent('answered="true"')}`,
      summary: 'Model {{ $labels.model }} has not answered yet',
      description:
        'No copy of it was ready in the time that a commit may take, or since the gateway began. `stowage status` and the witness say why, copy by copy.',
    },
    {
      alert: 'StowageModelNotAsPlanned',
      severity: 'warning',
      wait: atLeast(15),
      expr: `max by (namespace, model) (${of(metricNames.routerModelAmiss, 'state="partial"')}) > 0`,
      summary: 'Model {{ $labels.model }} answers, but not as planned',
      description:
        'Another version than planned answers, or fewer copies than required. `stowage status` and the witness say why.',
    },
    {
      alert: 'StowageLoadFailed',
      severity: 'warning',
      wait: '1m',
      expr: `max by (namespace, pod) (${of(metricNames.agentCopiesGivenUp)}) > 0`,
      summary: '{{ $value }} copies on {{ $labels.pod }} failed for good',
      description:
        'They are not tried again until a commit changes what is to be loaded. The log of the pod’s agent has the reasons.',
    },
    {
      alert: 'StowageNotAsPlanned',
      severity: 'warning',
      wait: atLeast(30),
      expr: `max by (namespace) (${of(metricNames.witnessAsPlanned)}) == 0`,
      summary: 'What runs in {{ $labels.namespace }} is not what the plan says',
      description: 'It has been so for half an hour or more. The log and the page of the witness name what differs.',
    },
    {
      alert: 'StowageGatewayDown',
      severity: 'critical',
      wait: '2m',
      expr: `absent(${of(metricNames.routerReady)} == 1)`,
      summary: `No gateway pod of ${namespace} is ready`,
      description: 'Clients get no answer, or no gateway pod can be scraped.',
    },
    {
      alert: 'StowageGatewayFault',
      severity: 'warning',
      wait: '10m',
      expr: `max by (namespace, pod, what) (${of(metricNames.routerFault)}) > 0`,
      summary: '{{ $labels.pod }} does not go by the newest {{ $labels.what }}',
      description: 'A part of the plan is missing, or Envoy refuses the routes; it goes on by the last ones.',
    },
    {
      alert: 'StowageErrors',
      severity: 'critical',
      wait: '10m',
      expr: `${rate('envoy_http_downstream_rq_xx', `${gateway},envoy_response_code_class="5"`)} / ${rate(
        'envoy_http_downstream_rq_xx',
        gateway,
      )} > ${mostErrors}`,
      summary: '{{ $value | humanizePercentage }} of requests fail',
      description:
        'The gateway has answered more than one request in twenty with 5xx for ten minutes. gRPC has its own codes, which do not count here.',
    },
    {
      alert: 'StowageRetries',
      severity: 'warning',
      wait: '15m',
      expr: `${rate('envoy_cluster_upstream_rq_retry', servers)} / ${rate(
        'envoy_cluster_upstream_rq_total',
        servers,
      )} > ${mostRetries}`,
      summary: '{{ $value | humanizePercentage }} of requests are sent again',
      description: 'Pods refuse what the gateway sends them, or connections to them fail: they may be overloaded.',
    },
    {
      alert: 'StowageServerDown',
      severity: 'warning',
      wait: '10m',
      expr: `max by (namespace, pod) (${of(metricNames.agentServerLive)}) == 0`,
      summary: 'The inference server of {{ $labels.pod }} does not answer',
      description: 'It has not for ten minutes. Its container may be starting again and again.',
    },
    {
      alert: 'StowagePodDisconnected',
      severity: 'warning',
      wait: '10m',
      expr: `max by (namespace, server) (${of(metricNames.routerPods, 'connected="false"')}) > 0`,
      summary: '{{ $value }} pods of server {{ $labels.server }} are not connected to the gateway',
      description: 'Requests still go to them as a last resort, but nothing is known of what they hold.',
    },
    {
      alert: 'StowageFetchesFail',
      severity: 'warning',
      wait: '15m',
      expr: [
        `sum by (namespace, pod) (increase(${of(metricNames.agentFetches, 'result="failed"')}[15m])) > 0`,
        `sum by (namespace, pod) (increase(${of(metricNames.agentFetches, 'result="ok"')}[15m])) > 0`,
      ].join(' unless '),
      summary: '{{ $labels.pod }} cannot fetch artifacts',
      description:
        'Every fetch has failed for a quarter of an hour: the store is not reached, its Secret is wrong, or there is no room. The log of the pod’s agent says which.',
    },
    {
      alert: 'StowageCacheNearlyFull',
      severity: 'warning',
      wait: '30m',
      expr: `max by (namespace, pod) (${of(metricNames.agentCacheInUse)} / ${of(metricNames.agentCacheLimit)}) > ${nearlyFull}`,
      summary: 'The artifact cache of {{ $labels.pod }} is {{ $value | humanizePercentage }} in use',
      description: 'What is loaded there cannot make way: the next version of a model may find no room on disk.',
    },
    {
      alert: 'StowageServerMemoryNearlyFull',
      severity: 'warning',
      wait: '15m',
      expr: `max by (namespace, pod) (${of(metricNames.agentMemoryUsed)} / ${of(metricNames.agentMemoryLimit)}) > ${nearlyFull}`,
      summary: 'The inference server of {{ $labels.pod }} takes {{ $value | humanizePercentage }} of its memory',
      description: 'It is about to be killed. The sizes of models in the specs may be too small.',
    },
  ];
}

/** As Prometheus writes it, in minutes where they are whole. */
function duration(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
