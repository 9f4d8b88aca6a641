import type { Exposure, Issuer } from './exposure.ts';
import type { Json, JsonObject } from './json.ts';
import type { NodeOrigin } from './origin.ts';

/**
 * What people want: every node linked, defaulted and with its origin. Dialect-free. Lists are sorted by name in
 * code-unit order. Memory and disk are whole MiB (demands rounded up, capacities down); times are whole seconds.
 */
export interface Fleet {
  readonly environment: Environment;
  /** The runtimes that servers of this fleet use. */
  readonly runtimes: readonly Runtime[];
  readonly servers: readonly Server[];
  readonly models: readonly Model[];
}

/** One target: a namespace of a cluster, and what all of its servers and models share. */
export interface Environment {
  readonly name: string;
  readonly origin: NodeOrigin;
  readonly namespace: string;
  /** Artifact stores; agents fetch from these only. */
  readonly stores: readonly Store[];
  readonly images: Images;
  readonly gateway: Gateway;
  readonly exposure: Exposure;
  readonly tls: Tls;
  readonly keda: Keda;
  readonly observability: Observability;
  readonly policy: Policy;
}

/** A named artifact store: every model's `storage.uri` lies under exactly one. */
export interface Store {
  readonly name: string;
  /** URI prefix, without a trailing slash: `s3://bucket/models`. */
  readonly uri: string;
  /** Secret in the namespace with one key that holds an rclone remote. Absent: the store is public. */
  readonly secret?: string;
  /** TCP port of an endpoint of its own, as MinIO has. Absent: the one in the URI, else 443. */
  readonly port?: number;
}

/** Images of the parts that are ours; each runtime names its own. */
export interface Images {
  /** The image of agent, router and witness. */
  readonly stowage: string;
  readonly envoy: string;
}

/** The pods through which all requests come in. */
export interface Gateway {
  readonly replicas: number;
  readonly ports: GatewayPorts;
  /** Type of the Service that clients use. */
  readonly service: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
  /** Annotations of that Service (load-balancer settings). */
  readonly annotations: Readonly<Record<string, string>>;
  /** Largest body, in bytes, that may be retried; larger ones are routed but not retried. */
  readonly retryBufferBytes: number;
  /** Largest body, in bytes, that is accepted at all. */
  readonly maxRequestBytes: number;
  readonly maxConnections: number;
  /** Longest a request may take, in seconds. */
  readonly requestTimeout: number;
  readonly resources: Resources;
  /** In how many ConfigMaps the gateway's plan travels. Fixed, since it is part of the pod template. */
  readonly planShards: number;
}

export interface GatewayPorts {
  readonly http: number;
  readonly grpc: number;
}

/** What an Envoy container asks of its node. CPU in thousandths of a core, memory in MiB. */
export interface Resources {
  readonly cpu: number;
  readonly memory: number;
}

export interface Tls {
  /** Secret (`tls.crt`, `tls.key`) for clients of the gateway. Absent: they speak plain text. */
  readonly gatewaySecret?: string;
  /** ConfigMap with the `ca.crt` by which proxies that expose the gateway check that; for Istio a Secret. Absent: the public authorities. */
  readonly gatewayAuthority?: string;
  /** Secret (`tls.crt`, `tls.key`, `ca.crt`) for mutual TLS between gateway and servers. Absent: plain text, guarded by NetworkPolicies alone. */
  readonly internalSecret?: string;
  /** Whom the Secrets come from. Absent: the user makes them. */
  readonly issuer?: Issuer;
  /** Whom the internal Secret comes from. Absent: from `issuer`. */
  readonly internalIssuer?: Issuer;
}

/** What scales servers by the gateway's numbers. */
export interface Keda {
  /** Namespace of its operator, which is let in to ask for them. */
  readonly namespace: string;
}

/** What looks on. */
export interface Observability {
  /** Absent: nobody scrapes, and the metrics ports stay closed. */
  readonly prometheus?: Prometheus;
  /** Absent: no dashboard is emitted. */
  readonly dashboard?: Dashboard;
  /** Seconds that a plan may take to be reached before it counts as failed. Absent: as long as loads may well take. */
  readonly degradedAfter?: number;
}

/** A Prometheus that the Prometheus operator runs. */
export interface Prometheus {
  readonly namespace: string;
  /** Labels of its pods. Empty: any pod of the namespace may scrape. */
  readonly pods: Readonly<Record<string, string>>;
  /** Labels by which it finds PodMonitors and rules. */
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds between two scrapes. */
  readonly interval: number;
  /** Whether the inference servers' own metrics are scraped too: their number grows with models. */
  readonly modelMetrics: boolean;
}

/** A Grafana dashboard in a ConfigMap. */
export interface Dashboard {
  /** Labels by which Grafana's sidecar finds it. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Policy {
  /** E: how many other models may move for each model that a commit changes. */
  readonly moves: number;
  /** `replica`: with any one ordinal lost, each model with two copies or more keeps one. `none`: not asked for. */
  readonly survive: 'none' | 'replica';
}

/** How to drive one inference server. */
export interface Runtime {
  readonly name: string;
  /** Absent: built in. */
  readonly origin?: NodeOrigin;
  readonly formats: readonly RuntimeFormat[];
  readonly image: string;
  /** Absent: the image's own entry point. */
  readonly command?: readonly string[];
  /** Absent: the image's own arguments. */
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly ports: RuntimePorts;
  /** How models are loaded: the V2 repository API, or not at all (the container serves what it is started with). */
  readonly repositoryApi: 'v2' | 'none';
  /** What a model's folder must look like on disk. */
  readonly layout: 'mlserver' | 'triton' | 'openvino' | 'torchserve' | 'plain';
  /** Worker processes that each hold a copy of every model; a model's demand is its memory times this. */
  readonly workers: number;
  /** Memory of the server with no model loaded, in MiB, taken off the server's memory. */
  readonly baseMemory: number;
  /** Longest that one load may take, in seconds. */
  readonly loadTimeout: number;
  /** Whether a model can be loaded under another name than its own; if not, new versions reload in place. */
  readonly canRename: boolean;
  /** Whether unloading gives memory back to the operating system. */
  readonly returnsMemory: boolean;
  /** Path that is answered while the process lives. */
  readonly livePath: string;
}

export interface RuntimeFormat {
  readonly name: string;
  /** Absent: any version. */
  readonly version?: string;
  /** Between runtimes that offer a format, the higher number is preferred. */
  readonly priority: number;
}

/** Ports on loopback inside the pod. */
export interface RuntimePorts {
  readonly http: number;
  readonly grpc: number;
  /** Absent: it has no metrics. */
  readonly metrics?: number;
}

/** A pool of identical replicas of one runtime. */
export interface Server {
  readonly name: string;
  readonly origin: NodeOrigin;
  /** Name of a runtime of the fleet. */
  readonly runtime: string;
  /** `min < max`: the solver chooses a base between them. */
  readonly replicas: Range;
  /**
   * What the autoscaler aims at that sets the number of replicas between base and `max`; with nothing in it, it is not
   * one of ours. Absent: as many run as the base says.
   */
  readonly autoscale?: Autoscale;
  /** Memory request and limit of the server container, in MiB. */
  readonly memory: number;
  /** CPU request of the server container, in thousandths of a core. */
  readonly cpu: number;
  /** What models can use on each replica. */
  readonly capacity: Capacity;
  /** Absent: no GPU. Its memory is in the capacity. */
  readonly gpu?: Gpu;
  /** The runtime's workers, or what the server's pod says instead. */
  readonly workers: number;
  /** Percent of the capacity by which `onDemand` models may exceed it. */
  readonly overcommit: number;
  /** What the server offers: its runtime's formats (`sklearn`, `sklearn:1`), its own words, its tenant (`tenant=x`). */
  readonly capabilities: readonly string[];
  /** Price of one replica; the solver minimises the sum. */
  readonly cost: number;
  /** Absent: models of no tenant. */
  readonly tenant?: string;
  readonly cache: Cache;
  /** In how many ConfigMaps the server's plan travels. Fixed, since it is part of the pod template. */
  readonly planShards: number;
  /** The user's part of the PodSpec, resolved and opaque; containers merge by name (`server` is the inference server). */
  readonly pod: JsonObject;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What each replica is to have on average; at least one is given. The target that asks for most replicas counts. */
export interface Autoscale {
  /** CPU use, in percent of the request. Absent: it does not count. */
  readonly cpu?: number;
  /** Requests in flight. Absent: they do not count. */
  readonly inFlight?: number;
  /** Absent: they do not count. */
  readonly requestsPerSecond?: number;
}

/** The one GPU of a replica. */
export interface Gpu {
  /** Extended resource to ask for: `nvidia.com/gpu`. */
  readonly resource: string;
}

export interface Capacity {
  readonly memory: number;
  /** Memory of one GPU. Absent: no GPU. */
  readonly gpuMemory?: number;
  /** How many models at most. Absent: no limit. */
  readonly slots?: number;
  /** Disk for artifacts. Absent: not counted. */
  readonly disk?: number;
}

/** The agent's artifact cache on each replica. */
export interface Cache {
  /** MiB. */
  readonly size: number;
  /** Absent: an emptyDir, lost with the pod; else a volume of this class per replica. */
  readonly storageClass?: string;
}

/** One model as its clients name it. */
export interface Model {
  readonly name: string;
  readonly origin: NodeOrigin;
  readonly format: ModelFormat;
  readonly storage: ModelStorage;
  readonly demand: Demand;
  /** Copies: at least `min` always; up to `max` where there is room or a scaled-up replica. */
  readonly replicas: Range;
  /** Capabilities that a server must have: the format, the user's own words, the tenant. */
  readonly requires: readonly string[];
  /** Pin to one server. Absent: any that fits. */
  readonly server?: string;
  /** `onDemand` models may be evicted and are loaded by a request. */
  readonly residency: 'always' | 'onDemand';
  /** `surge`: a new version loads beside the old; `recreate`: after it. */
  readonly update: 'surge' | 'recreate';
  /** Whether a request may be sent twice. */
  readonly idempotent: boolean;
  /** Whether it may be loaded under its physical name. */
  readonly rename: boolean;
  /** Settings that the runtime hands to the model. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly limits: ModelLimits;
  /** Expected load, relative to other models: further copies go where it is highest. */
  readonly load: number;
}

export interface ModelFormat {
  readonly name: string;
  /** Absent: any version that a server offers. */
  readonly version?: string;
}

export interface ModelStorage {
  readonly uri: string;
  /** Name of the Environment's store that the URI lies under. */
  readonly store: string;
  /** Folder below the URI. Absent: the URI itself, by the runtime's own rule. */
  readonly version?: string;
  /** `sha256:…` of the artifact. Absent: what the store holds is trusted. */
  readonly digest?: string;
}

/** What one copy needs on one worker. */
export interface Demand {
  readonly memory: number;
  /** Most memory while loading, the model's own included; at least `memory`. */
  readonly peak: number;
  readonly gpuMemory: number;
  readonly gpuPeak: number;
  /** Size of the artifact on disk. */
  readonly disk: number;
}

export interface ModelLimits {
  /** Requests in flight per copy. Absent: no limit. */
  readonly concurrency?: number;
  /** Seconds per request. Absent: the gateway's. */
  readonly timeout?: number;
}
