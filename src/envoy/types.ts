/**
 * The parts of Envoy's v3 API that we use, as its JSON form spells them. Envoy itself is the judge of the whole:
 * every configuration is validated by the real binary, with unknown fields refused.
 */

/** A protobuf `Any`: a message with its type's URL. */
export type Typed<Message> = { readonly '@type': `type.googleapis.com/${string}` } & Message;

/** A message of an extension, whose fields its one builder knows. */
export type Extension = Typed<{ readonly [field: string]: unknown }>;

export interface TypedExtension {
  readonly name: string;
  readonly typed_config: Extension;
}

/** Seconds, as protobuf writes durations in JSON: `1.5s`. */
export type Duration = `${number}s`;

export interface Bootstrap {
  readonly node: { readonly id: string; readonly cluster: string };
  readonly admin: { readonly address: Address };
  readonly static_resources: {
    readonly listeners: readonly Listener[];
    readonly clusters: readonly Cluster[];
  };
  readonly dynamic_resources?: { readonly cds_config: ConfigSource };
  readonly overload_manager: OverloadManager;
}

export type Address =
  | { readonly socket_address: SocketAddress }
  | { readonly pipe: { readonly path: string; readonly mode?: number } };

export interface SocketAddress {
  readonly address: string;
  readonly port_value: number;
}

/** Where Envoy reads a resource from: a file, replaced by moving another onto it. */
export interface ConfigSource {
  readonly path_config_source: { readonly path: string; readonly watched_directory?: { readonly path: string } };
  readonly resource_api_version: 'V3';
}

export interface Listener {
  readonly name: string;
  readonly address: Address;
  readonly per_connection_buffer_limit_bytes?: number;
  readonly ignore_global_conn_limit?: boolean;
  readonly filter_chains: readonly [FilterChain];
}

export interface FilterChain {
  readonly filters: readonly [{ readonly name: string; readonly typed_config: Typed<HttpConnectionManager> }];
  readonly transport_socket?: TransportSocket;
}

export interface HttpConnectionManager {
  readonly stat_prefix: string;
  readonly codec_type: 'AUTO' | 'HTTP1' | 'HTTP2';
  readonly rds?: { readonly route_config_name: string; readonly config_source: ConfigSource };
  readonly route_config?: RouteConfiguration;
  readonly http_filters: readonly HttpFilter[];
  readonly [field: string]: unknown;
}

export type HttpFilter = TypedExtension;

export interface TransportSocket {
  readonly name: string;
  readonly typed_config: Extension;
}

export interface Cluster {
  readonly name: string;
  readonly type: 'EDS' | 'STATIC';
  readonly connect_timeout: Duration;
  readonly eds_cluster_config?: { readonly eds_config: ConfigSource; readonly service_name: string };
  readonly load_assignment?: ClusterLoadAssignment;
  readonly load_balancing_policy?: LoadBalancingPolicy;
  readonly circuit_breakers?: { readonly thresholds: readonly Thresholds[] };
  readonly per_connection_buffer_limit_bytes?: number;
  readonly transport_socket?: TransportSocket;
  readonly typed_extension_protocol_options: Readonly<Record<string, Extension>>;
}

export interface Thresholds {
  readonly max_connections?: number;
  readonly max_pending_requests?: number;
  readonly max_requests?: number;
  readonly max_retries?: number;
  readonly retry_budget?: {
    readonly budget_percent: { readonly value: number };
    readonly min_retry_concurrency: number;
  };
}

export interface LoadBalancingPolicy {
  readonly policies: readonly { readonly typed_extension_config: TypedExtension }[];
}

export interface ClusterLoadAssignment {
  readonly cluster_name: string;
  readonly endpoints: readonly { readonly lb_endpoints: readonly LbEndpoint[] }[];
}

export interface LbEndpoint {
  readonly endpoint: { readonly address: Address };
}

export interface OverloadManager {
  readonly refresh_interval: Duration;
  readonly resource_monitors: readonly TypedExtension[];
  readonly actions: readonly {
    readonly name: string;
    readonly triggers: readonly [{ readonly name: string; readonly threshold: { readonly value: number } }];
  }[];
}

export interface RouteConfiguration {
  readonly name: string;
  readonly virtual_hosts: readonly [VirtualHost];
}

export interface VirtualHost {
  readonly name: string;
  readonly domains: readonly string[];
  readonly routes?: readonly Route[];
  readonly matcher?: Matcher;
  readonly retry_policy?: RetryPolicy;
  readonly request_body_buffer_limit?: number;
  readonly request_headers_to_add?: readonly HeaderToAdd[];
  readonly request_headers_to_remove?: readonly string[];
  readonly response_headers_to_remove?: readonly string[];
}

/** A tree of matches whose leaves are routes. */
export interface Matcher {
  readonly matcher_list?: {
    readonly matchers: readonly { readonly predicate: Predicate; readonly on_match: OnMatch }[];
  };
  readonly matcher_tree?: {
    readonly input: TypedExtension;
    readonly exact_match_map: { readonly map: MatchMap };
  };
  readonly on_no_match?: OnMatch;
}

/** By what is looked up. As a list that is made while it is read it can be written as bytes only (`routeBytes`). */
export type MatchMap = Readonly<Record<string, OnMatch>> | Iterable<readonly [string, OnMatch]>;

export type Predicate =
  | { readonly single_predicate: { readonly input: TypedExtension; readonly value_match: ValueMatch } }
  | { readonly or_matcher: { readonly predicate: readonly Predicate[] } }
  | { readonly and_matcher: { readonly predicate: readonly Predicate[] } }
  | { readonly not_matcher: Predicate };

export type ValueMatch = { readonly exact: string } | { readonly prefix: string };

export type OnMatch =
  | { readonly matcher: Matcher }
  | { readonly action: { readonly name: string; readonly typed_config: Typed<Route> } };

export interface Route {
  readonly match: { readonly prefix: string } | { readonly path: string };
  readonly route?: RouteAction;
  readonly direct_response?: { readonly status: number; readonly body?: { readonly inline_string: string } };
  readonly request_headers_to_add?: readonly HeaderToAdd[];
  readonly response_headers_to_add?: readonly HeaderToAdd[];
  readonly response_headers_to_remove?: readonly string[];
}

export interface RouteAction {
  readonly cluster?: string;
  readonly cluster_header?: string;
  readonly weighted_clusters?: { readonly clusters: readonly WeightedCluster[] };
  readonly path_rewrite?: string;
  readonly prefix_rewrite?: string;
  readonly timeout: Duration;
  readonly retry_policy?: RetryPolicy;
}

export interface WeightedCluster {
  readonly cluster_header: string;
  readonly weight: number;
  readonly request_headers_to_add: readonly HeaderToAdd[];
}

export interface HeaderToAdd {
  readonly header: { readonly key: string; readonly value: string };
  readonly append_action?: 'OVERWRITE_IF_EXISTS_OR_ADD' | 'ADD_IF_ABSENT';
}

export interface RetryPolicy {
  readonly retry_on: string;
  readonly num_retries: number;
  readonly retry_back_off: { readonly base_interval: Duration; readonly max_interval: Duration };
  readonly retriable_headers: readonly { readonly name: string; readonly present_match: true }[];
}

/** What a file that Envoy watches holds. */
export interface DiscoveryResponse<Resource> {
  readonly resources: readonly Typed<Resource>[];
}

/** What an SDS file delivers: paths of PEM files below a directory that is watched. */
export interface Secret {
  readonly name: string;
  readonly tls_certificate?: {
    readonly certificate_chain: { readonly filename: string };
    readonly private_key: { readonly filename: string };
    readonly watched_directory: { readonly path: string };
  };
  readonly validation_context?: {
    readonly trusted_ca: { readonly filename: string };
    readonly watched_directory: { readonly path: string };
  };
}
