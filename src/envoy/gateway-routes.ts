import type { HostPort } from '../ir/index.ts';
import { clusters, headers, routes } from '../names/index.ts';
import { hostPortText, socketAddress } from './address.ts';
import { noSuchMethod } from './local-replies.ts';
import { allOf, anyOf, exactMap, headerIs, lookUp, type Matching, not, toRoute } from './matchers.ts';
import { grpcService, modelMethods } from './open-inference-descriptor.ts';
import { retries, retryPolicy } from './retry.ts';
import { routeBytes } from './route-bytes.ts';
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
  readonly pods: readonly HostPort[];
  /** Tried, in this order, only after those. Absent: none. */
  readonly reserve?: readonly HostPort[];
}

export interface GatewayRouteSettings {
  /** Seconds per request, where a model does not say. */
  readonly timeout: number;
  /** Bytes of a body up to which a request may be sent again. */
  readonly retryBufferBytes: number;
  /** Any pods, for what concerns a server but no model. Empty: none is there. */
  readonly anyPods: readonly HostPort[];
}

/** What the gateway's Envoy answers, by logical name: one table for both of its listeners. */
export function gatewayRoutes(names: readonly RoutedName[], settings: GatewayRouteSettings): RouteConfiguration {
  const entries = new Map(names.map((name) => entryOf(name, settings)));
  return configuration(settings, exactMap(headers.model, entries, noSuchPath));
}

/**
 * The same as Envoy's file holds it, made entry by entry: the table of ten thousand models as objects takes a hundred
 * megabytes.
 */
export function gatewayTable(names: readonly RoutedName[], settings: GatewayRouteSettings): Buffer {
  if (names.length === 0) return routeBytes(gatewayRoutes([], settings));
  const entries = Iterator.from(names).map((name) => entryOf(name, settings));
  return routeBytes(configuration(settings, lookUp(headers.model, entries, noSuchPath)));
}

function configuration(settings: GatewayRouteSettings, models: Matcher): RouteConfiguration {
  return {
    name: routes.gateway,
    virtual_hosts: [
      {
        name: routes.gateway,
        domains: ['*'],
        retry_policy: retryPolicy(true),
        request_body_buffer_limit: settings.retryBufferBytes,
        // The path names the physical model; what follows it stays. A gRPC message names the model itself.
        request_headers_to_add: [
          {
            header: { key: headers.path, value: `/v2/models/%REQ(${headers.physical})%%REQ(${headers.suffix})%` },
            append_action: 'ADD_IF_ABSENT',
          },
        ],
        response_headers_to_remove: [headers.miss, headers.reset],
        matcher: {
          matcher_list: { matchers: [...healthOfGateway, ...otherMethods(settings)] },
          on_no_match: { matcher: models },
        },
      },
    ],
  };
}

function entryOf(name: RoutedName, settings: GatewayRouteSettings): readonly [string, OnMatch] {
  return [name.name, toRoute(modelRoute(name, settings))];
}

/** Every pod that a request may be sent to; none that a route lists may be missing. */
export function gatewayEndpoints(pods: readonly HostPort[]): ClusterLoadAssignment {
  return {
    cluster_name: clusters.servers,
    endpoints: [{ lb_endpoints: pods.map((pod) => ({ endpoint: { address: socketAddress(pod) } })) }],
  };
}

const noSuchPath = toRoute(direct(404, 'no such path'));
const path = (exact: string) => headerIs(':path', { exact });
const isGrpc = headerIs(headers.cluster, { exact: clusters.serversGrpc });

const healthOfGateway: readonly Matching[] = [
  {
    predicate: anyOf([path('/v2/health/live'), path('/v2/health/ready')]),
    on_match: toRoute(direct(200, '{}')),
  },
  { predicate: path('/v2'), on_match: toRoute(direct(200, '{"name":"stowage","version":"","extensions":[]}')) },
];

/** gRPC methods that are not about a model: no other can be reached, since loading and unloading are the agent's. */
function otherMethods(settings: GatewayRouteSettings): readonly Matching[] {
  const aboutModel = anyOf(modelMethods.map(({ method }) => path(`/${grpcService}/${method}`)));
  return [
    {
      predicate: allOf([isGrpc, headerIs(':path', { prefix: `/${grpcService}/Server` })]),
      on_match: anyServer(settings),
    },
    { predicate: allOf([isGrpc, not(aboutModel)]), on_match: noSuchMethod },
  ];
}

/** `ServerLive`, `ServerReady` and `ServerMetadata`: Envoy cannot answer with a message, so any server does. */
function anyServer({ anyPods, timeout }: GatewayRouteSettings): OnMatch {
  if (anyPods.length === 0) return toRoute(direct(503, 'no server is there'));
  return toRoute({
    route: { cluster: clusters.serversGrpc, timeout: `${timeout}s` },
    request_headers_to_add: [set(headers.to, podList(anyPods))],
  });
}

function modelRoute(name: RoutedName, settings: GatewayRouteSettings): Omit<Route, 'match'> {
  const turns = name.arms.flatMap(turnsOf);
  const [only] = turns;
  if (only === undefined) return notReady(name);
  const common: Omit<RouteAction, 'cluster'> = {
    path_rewrite: `%REQ(${headers.path})%`,
    timeout: `${name.timeout ?? settings.timeout}s`,
    ...(!name.idempotent && { retry_policy: retryPolicy(false) }),
  };
  if (turns.length === 1) {
    return {
      route: { cluster_header: headers.cluster, ...common },
      request_headers_to_add: [set(headers.to, only.to), set(headers.physical, only.physical)],
    };
  }
  const total = turns.reduce((sum, { share }) => sum + share, 0);
  // Said once where it is the same for all: in a large table each header counts.
  const isOne = turns.every(({ physical }) => physical === only.physical);
  return {
    route: {
      weighted_clusters: {
        clusters: turns.map(({ share, to, physical }) => ({
          cluster_header: headers.cluster,
          weight: Math.max(1, Math.round((share / total) * weightScale)),
          request_headers_to_add: [set(headers.to, to), ...(isOne ? [] : [set(headers.physical, physical)])],
        })),
      },
      ...common,
    },
    ...(isOne && { request_headers_to_add: [set(headers.physical, only.physical)] }),
  };
}

/** What the weights of one route add up to, within rounding. */
const weightScale = 1_000_000;

/** One order of an arm's pods. An arm has as many as it has pods, each beginning with another one. */
interface Turn {
  readonly share: number;
  readonly to: string;
  readonly physical: string;
}

function turnsOf({ physical, weight, pods, reserve = [] }: RouteArm): readonly Turn[] {
  // An arm whose pods are all in reserve is still better than none.
  const [first, last] = pods.length > 0 ? [pods, reserve] : [reserve.slice(0, 1), reserve.slice(1)];
  return first.map((_pod, at) => {
    const order = [...first.slice(at), ...first.slice(0, at), ...last];
    return { share: weight / first.length, to: podList(order), physical };
  });
}

/** One pod for each try. With fewer pods than tries they come round again: a pod that is starting anew is there soon. */
function podList(pods: readonly HostPort[]): string {
  return Array.from({ length: retries + 1 }, (_, at) => pods[at % pods.length])
    .flatMap((pod) => (pod === undefined ? [] : [hostPortText(pod)]))
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
