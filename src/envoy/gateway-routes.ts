import type { PodAddress } from '../ir/index.ts';
import { clusters, headers, routes } from '../names/index.ts';
import { hostPortText } from './address.ts';
import { noSuchMethod } from './local-replies.ts';
import { anyOf, exactMap, headerIs, toRoute } from './matchers.ts';
import { grpcService, modelMethods } from './open-inference-descriptor.ts';
import { retries, retryPolicy } from './retry.ts';
import type {
  ClusterLoadAssignment,
  HeaderToAdd,
  Matcher,
  OnMatch,
  Route,
  RouteAction,
  RouteConfiguration,
} from './types.ts';

/** What one logical name leads to. */
export interface RoutedName {
  readonly name: string;
  /** Where requests go, by weight. Arms without a pod are passed over; with none left the answer is 503. */
  readonly arms: readonly RouteArm[];
  /** Whether a request may be sent twice. */
  readonly idempotent: boolean;
  /** Seconds per request. Absent: the gateway's. */
  readonly timeout?: number;
  /** Why it has no copy ready, for the client to read. Absent: not said. */
  readonly reason?: string;
  /** Seconds after which a client may come again while it has no copy ready. Absent: 1. */
  readonly retryAfter?: number;
}

export interface RouteArm {
  readonly physical: string;
  /** Share among the name's arms; a whole number from 1. */
  readonly weight: number;
  /** The load is spread evenly over these. */
  readonly pods: readonly PodAddress[];
  /** Tried, in this order, only after those. Absent: none. */
  readonly reserve?: readonly PodAddress[];
}

export interface GatewayRouteSettings {
  /** Seconds per request, where a model does not say. */
  readonly timeout: number;
  /** Bytes of a body up to which a request may be sent again. */
  readonly retryBufferBytes: number;
  /** Any pods, for what concerns a server but no model. Empty: none is there. */
  readonly anyPods: readonly PodAddress[];
}

type Protocol = 'http' | 'grpc';

/** What the gateway's Envoy answers, by logical name: one table for HTTP and one for gRPC. */
export function gatewayRoutes(
  names: readonly RoutedName[],
  settings: GatewayRouteSettings,
): { readonly http: RouteConfiguration; readonly grpc: RouteConfiguration } {
  return {
    http: routeConfiguration(routes.gatewayHttp, settings, httpMatcher(names, settings)),
    grpc: routeConfiguration(routes.gatewayGrpc, settings, grpcMatcher(names, settings)),
  };
}

/** Every pod that a request may be sent to; none that a route lists may be missing. */
export function gatewayEndpoints(pods: readonly PodAddress[]): {
  readonly http: ClusterLoadAssignment;
  readonly grpc: ClusterLoadAssignment;
} {
  const assignment = (cluster: string, protocol: Protocol): ClusterLoadAssignment => ({
    cluster_name: cluster,
    endpoints: [
      {
        lb_endpoints: pods.map((pod) => ({
          endpoint: {
            address: { socket_address: { address: pod[protocol].host, port_value: pod[protocol].port } },
          },
        })),
      },
    ],
  });
  return { http: assignment(clusters.serversHttp, 'http'), grpc: assignment(clusters.serversGrpc, 'grpc') };
}

function routeConfiguration(name: string, settings: GatewayRouteSettings, matcher: Matcher): RouteConfiguration {
  return {
    name,
    virtual_hosts: [
      {
        name,
        domains: ['*'],
        retry_policy: retryPolicy(true),
        request_body_buffer_limit: settings.retryBufferBytes,
        response_headers_to_remove: [headers.miss, headers.reset],
        matcher,
      },
    ],
  };
}

function httpMatcher(names: readonly RoutedName[], settings: GatewayRouteSettings): Matcher {
  const path = (exact: string) => headerIs(':path', { exact });
  const models = exactMap(headers.model, modelEntries(names, settings, 'http'), toRoute(direct(404, 'no such path')));
  return {
    matcher_list: {
      matchers: [
        {
          predicate: anyOf([path('/v2/health/live'), path('/v2/health/ready')]),
          on_match: toRoute(direct(200, '{}')),
        },
        {
          predicate: path('/v2'),
          on_match: toRoute(direct(200, '{"name":"stowage","version":"","extensions":[]}')),
        },
      ],
    },
    on_no_match: { matcher: models },
  };
}

function grpcMatcher(names: readonly RoutedName[], settings: GatewayRouteSettings): Matcher {
  const models = exactMap(
    headers.model,
    modelEntries(names, settings, 'grpc'),
    toRoute(direct(404, 'the request names no model')),
  );
  return {
    matcher_list: {
      matchers: [
        {
          // No other method that concerns a model can be reached: loading and unloading are the agent's.
          predicate: anyOf(modelMethods.map(({ method }) => headerIs(':path', { exact: `/${grpcService}/${method}` }))),
          on_match: { matcher: models },
        },
        {
          predicate: headerIs(':path', { prefix: `/${grpcService}/Server` }),
          on_match: anyServer(settings),
        },
      ],
    },
    on_no_match: noSuchMethod,
  };
}

/** `ServerLive`, `ServerReady` and `ServerMetadata`: Envoy cannot answer with a message, so any server does. */
function anyServer({ anyPods, timeout }: GatewayRouteSettings): OnMatch {
  if (anyPods.length === 0) return toRoute(direct(503, 'no server is there'));
  return toRoute({
    route: { cluster: clusters.serversGrpc, timeout: `${timeout}s` },
    request_headers_to_add: [set(headers.to, podList(anyPods, 'grpc'))],
  });
}

function modelEntries(
  names: readonly RoutedName[],
  settings: GatewayRouteSettings,
  protocol: Protocol,
): ReadonlyMap<string, OnMatch> {
  return new Map(names.map((name) => [name.name, toRoute(modelRoute(name, settings, protocol))]));
}

function modelRoute(name: RoutedName, settings: GatewayRouteSettings, protocol: Protocol): Omit<Route, 'match'> {
  const turns = name.arms.flatMap((arm) => turnsOf(arm, protocol));
  const [only] = turns;
  if (only === undefined) return notReady(name);
  const cluster = protocol === 'http' ? clusters.serversHttp : clusters.serversGrpc;
  const common: Omit<RouteAction, 'cluster'> = {
    // The path names the physical model; what follows it stays. A gRPC message names it itself.
    ...(protocol === 'http' && { path_rewrite: `/v2/models/%REQ(${headers.physical})%%REQ(${headers.suffix})%` }),
    timeout: `${name.timeout ?? settings.timeout}s`,
    ...(!name.idempotent && { retry_policy: retryPolicy(false) }),
  };
  if (turns.length === 1) return { route: { cluster, ...common }, request_headers_to_add: only.headers };
  const total = turns.reduce((sum, { share }) => sum + share, 0);
  return {
    route: {
      weighted_clusters: {
        clusters: turns.map((turn) => ({
          name: cluster,
          weight: Math.max(1, Math.round((turn.share / total) * weightScale)),
          request_headers_to_add: turn.headers,
        })),
      },
      ...common,
    },
  };
}

/** What the weights of one route add up to, within rounding. */
const weightScale = 1_000_000;

/** One order of an arm's pods. An arm has as many as it has pods, each beginning with another one. */
interface Turn {
  readonly share: number;
  readonly headers: readonly HeaderToAdd[];
}

function turnsOf({ physical, weight, pods, reserve = [] }: RouteArm, protocol: Protocol): readonly Turn[] {
  // An arm whose pods are all in reserve is still better than none.
  const [first, last] = pods.length > 0 ? [pods, reserve] : [reserve.slice(0, 1), reserve.slice(1)];
  return first.map((_pod, at) => {
    const order = [...first.slice(at), ...first.slice(0, at), ...last];
    return {
      share: weight / first.length,
      headers: [set(headers.to, podList(order, protocol)), set(headers.physical, physical)],
    };
  });
}

/** One pod for each try. With fewer pods than tries they come round again: a pod that is starting anew is there soon. */
function podList(pods: readonly PodAddress[], protocol: Protocol): string {
  return Array.from({ length: retries + 1 }, (_, at) => pods[at % pods.length])
    .flatMap((pod) => (pod === undefined ? [] : [hostPortText(pod[protocol])]))
    .join(',');
}

function notReady({ name, reason, retryAfter = 1 }: RoutedName): Omit<Route, 'match'> {
  return {
    ...direct(503, `model ${name} has no copy ready${reason === undefined ? '' : `: ${reason}`}`),
    response_headers_to_add: [set('retry-after', String(retryAfter))],
  };
}

function direct(status: number, body: string): Omit<Route, 'match'> {
  return { direct_response: { status, body: { inline_string: body } } };
}

function set(key: string, value: string): HeaderToAdd {
  return { header: { key, value }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' };
}
