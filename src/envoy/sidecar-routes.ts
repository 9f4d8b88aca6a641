import { clusters, headers, limitedCluster, routes } from '../names/index.ts';
import { staticCluster, unlimited } from './clusters.ts';
import { missStatus, noSuchMethod } from './local-replies.ts';
import { anyOf, exactMap, headerIs, type Matching, toRoute } from './matchers.ts';
import { grpcService, modelMethods } from './open-inference-descriptor.ts';
import { localProtocol, type ServerAddress } from './sidecar.ts';
import type { Cluster, Matcher, OnMatch, Route, RouteAction, RouteConfiguration } from './types.ts';

/** One model that is loaded in this pod. */
export interface LoadedModel {
  readonly physical: string;
  /** Requests in flight. Absent: no limit. */
  readonly concurrency?: number;
  /** Seconds per request. Absent: the gateway's. */
  readonly timeout?: number;
}

type Protocol = 'http' | 'grpc';

/**
 * What a sidecar lets through to its inference server: requests for models that are loaded, and questions after the
 * server itself. Any other request is refused as a miss, before the server has seen a byte of it, so that it can be
 * sent to another pod.
 *
 * @param timeout seconds per request, where a model does not say
 */
export function sidecarRoutes(models: readonly LoadedModel[], timeout: number): RouteConfiguration {
  return {
    name: routes.inbound,
    virtual_hosts: [
      {
        name: routes.inbound,
        domains: ['*'],
        request_headers_to_remove: [
          headers.to,
          headers.suffix,
          headers.path,
          headers.cluster,
          headers.model,
          headers.physical,
        ],
        matcher: {
          matcher_list: { matchers: grpcMethods(models, timeout) },
          on_no_match: { matcher: byPhysical(models, timeout, 'http') },
        },
      },
    ],
  };
}

/**
 * The clusters of models with a limit of their own, one a protocol: over the limit the answer is 503. Envoy must have
 * accepted them before routes that lead to them.
 */
export function sidecarClusters(models: readonly LoadedModel[], server: ServerAddress): readonly Cluster[] {
  return models.flatMap(({ physical, concurrency }) =>
    concurrency === undefined
      ? []
      : (['http', 'grpc'] as const).map((protocol) =>
          staticCluster(limitedCluster(physical, protocol), server[protocol], localProtocol(protocol), {
            ...unlimited,
            max_requests: concurrency,
          }),
        ),
  );
}

function grpcMethods(models: readonly LoadedModel[], timeout: number): readonly Matching[] {
  return [
    {
      predicate: anyOf(modelMethods.map(({ method }) => headerIs(':path', { exact: `/${grpcService}/${method}` }))),
      on_match: { matcher: byPhysical(models, timeout, 'grpc') },
    },
    {
      predicate: headerIs(':path', { prefix: `/${grpcService}/Server` }),
      on_match: toRoute(answered({ cluster: clusters.localGrpc, timeout: `${timeout}s` })),
    },
    { predicate: headerIs(':path', { prefix: `/${grpcService}/` }), on_match: noSuchMethod },
  ];
}

function byPhysical(models: readonly LoadedModel[], timeout: number, protocol: Protocol): Matcher {
  const entries = new Map<string, OnMatch>(
    models.map((model) => [model.physical, toRoute(modelRoute(model, timeout, protocol))]),
  );
  return exactMap(headers.physical, entries, toRoute(miss));
}

function modelRoute(model: LoadedModel, timeout: number, protocol: Protocol): Omit<Route, 'match'> {
  const shared = protocol === 'http' ? clusters.localHttp : clusters.localGrpc;
  return answered({
    cluster: model.concurrency === undefined ? shared : limitedCluster(model.physical, protocol),
    timeout: `${model.timeout ?? timeout}s`,
  });
}

/** A route to the server, whose answer is never to be sent elsewhere, whatever its headers say: it has seen the request. */
function answered(route: RouteAction): Omit<Route, 'match'> {
  return { route, response_headers_to_remove: [headers.miss, headers.reset] };
}

const miss: Omit<Route, 'match'> = { direct_response: { status: missStatus } };
