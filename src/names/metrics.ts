/**
 * Names of the metrics of agent, router and witness. Rules, dashboards and what people build on them rest on these:
 * renaming one is a breaking change. How many series there are grows with pods and servers, never with models, but for
 * `routerModelAmiss`, which has a bound.
 */
export const metricNames = {
  /** Models by `state`, as `stowage status` says it. */
  routerModels: 'stowage_router_models',
  /**
   * 1 for each `model` that does not answer, or not as planned, by `state` and by whether the router has seen it answer
   * (`answered`); the first of them by name.
   */
  routerModelAmiss: 'stowage_router_model_amiss',
  /** Pods of `server` by `connected`: `true` or `false`. */
  routerPods: 'stowage_router_pods',
  /** 1 where the mounted plan (`what="plan"`) or the newest routes (`what="routes"`) are not what the gateway goes by. */
  routerFault: 'stowage_router_fault',
  routerReady: 'stowage_router_ready',
  /** Of `server`, summed over its pods; absent while it is not known. What KEDA is told. */
  serverInFlight: 'stowage_server_requests_in_flight',
  serverRequestRate: 'stowage_server_requests_per_second',
  /** Copies of models on the pod by `state`. */
  agentCopies: 'stowage_agent_copies',
  /** Copies that failed and are not tried again. */
  agentCopiesGivenUp: 'stowage_agent_copies_given_up',
  /** Artifacts fetched from stores, by `result`: `ok` or `failed`. */
  agentFetches: 'stowage_agent_fetches_total',
  /** Loads into the inference server, by `result`. */
  agentLoads: 'stowage_agent_loads_total',
  /** 1 while the inference server answers. */
  agentServerLive: 'stowage_agent_server_live',
  agentReady: 'stowage_agent_ready',
  agentDraining: 'stowage_agent_draining',
  /** 1 where the mounted plan is not the one that the agent acts on. */
  agentPlanFault: 'stowage_agent_plan_fault',
  /** Routers that the agent knows of, by `connected`. */
  agentRouters: 'stowage_agent_routers',
  /** What the inference server's container may take, and takes. */
  agentMemoryLimit: 'stowage_agent_server_memory_limit_bytes',
  agentMemoryUsed: 'stowage_agent_server_memory_used_bytes',
  /** What models may take of it, and are planned to take. */
  agentModelsCapacity: 'stowage_agent_models_memory_capacity_bytes',
  agentModelsPlanned: 'stowage_agent_models_memory_planned_bytes',
  /** Room for artifacts, what is in it, and what of that cannot make way. */
  agentCacheLimit: 'stowage_agent_cache_limit_bytes',
  agentCacheUsed: 'stowage_agent_cache_used_bytes',
  agentCacheInUse: 'stowage_agent_cache_in_use_bytes',
  /** 1 where all runs as the mounted plan says. */
  witnessAsPlanned: 'stowage_witness_as_planned',
  witnessDifferences: 'stowage_witness_differences',
  /** Memory and CPU time of the program itself. */
  processMemory: 'process_resident_memory_bytes',
  processCpu: 'process_cpu_seconds_total',
} as const;

export type MetricName = (typeof metricNames)[keyof typeof metricNames];

/**
 * What is kept of Envoy's own metrics, which are several hundred. Names are Envoy's. A family of a histogram has `_bucket`,
 * `_sum` and `_count`.
 */
export const scrapedEnvoyMetrics = [
  'envoy_http_downstream_rq_total',
  'envoy_http_downstream_rq_xx',
  'envoy_http_downstream_rq_active',
  'envoy_http_downstream_rq_time',
  'envoy_http_downstream_cx_active',
  'envoy_cluster_upstream_rq_total',
  'envoy_cluster_upstream_rq_retry',
  'envoy_cluster_upstream_rq_timeout',
  'envoy_cluster_upstream_cx_connect_fail',
  'envoy_server_memory_allocated',
] as const;

/** Paths on the metrics ports of agent and router, and on the witness's page. */
export const metricsPath = '/metrics';

/** Below it, on the router's metrics port: what one server has to do, for who scales it. */
export const loadPath = '/load/';

/** Fields of what is answered there. */
export const targetLoad = { inFlight: 'inFlight', requestsPerSecond: 'requestsPerSecond' } as const;
