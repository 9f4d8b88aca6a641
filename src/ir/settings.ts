import type { Capacity, Runtime, Store } from './fleet.ts';

/**
 * What the programs in the cluster are told at start, in a file of their config ConfigMap. Additive: a reader ignores
 * fields it does not know. A change restarts the pods, so nothing about models is in here. Times are seconds.
 */
export interface AgentSettings {
  readonly version: 1;
  readonly environment: string;
  readonly namespace: string;
  readonly server: string;
  readonly runtime: Pick<
    Runtime,
    | 'name'
    | 'ports'
    | 'repositoryApi'
    | 'layout'
    | 'workers'
    | 'loadTimeout'
    | 'canRename'
    | 'returnsMemory'
    | 'livePath'
  >;
  /** Memory limit of the server's container, in MiB. */
  readonly memory: number;
  /** What models can use of it, and of GPU, slots and disk. */
  readonly capacity: Capacity;
  /** Percent of the capacity by which `onDemand` models may exceed it. */
  readonly overcommit: number;
  /** Room for artifacts, in MiB. */
  readonly cache: number;
  /** In how many shards the server's plan travels. */
  readonly planShards: number;
  /** Where artifacts are fetched from; from nowhere else. */
  readonly stores: readonly StoreSettings[];
  readonly gateway: RouterAddress;
  /** Seconds per request, where a model does not say. */
  readonly requestTimeout: number;
  /** How long another copy is waited for before this one is given up, when the pod ends. */
  readonly handoverDeadline: number;
}

export interface StoreSettings extends Pick<Store, 'name' | 'uri'> {
  /** Folder where its Secret is mounted. Absent: the store is public. */
  readonly credentials?: string;
}

/** How the routers of an environment are reached. */
export interface RouterAddress {
  /** DNS name that resolves to every gateway pod. */
  readonly host: string;
  readonly port: number;
  /** Folder of `tls.crt`, `tls.key` and `ca.crt` for mutual TLS. Absent: plain text. */
  readonly tls?: string;
}

export interface RouterSettings {
  readonly version: 1;
  readonly environment: string;
  readonly namespace: string;
  readonly planShards: number;
  /** The port on which agents and the witness hold their streams. */
  readonly port: number;
  /** As in `RouterAddress`. */
  readonly tls?: string;
  readonly requestTimeout: number;
  /** Bytes of a body up to which a request may be sent again. */
  readonly retryBufferBytes: number;
  /** How long an old version waits until the new one has as many ready copies; from then on one is enough. */
  readonly handoverDeadline: number;
  /** How long requests in flight are waited for when the pod ends. */
  readonly drainDeadline: number;
}

export interface WitnessSettings {
  readonly version: 1;
  readonly environment: string;
  readonly namespace: string;
  readonly planShards: number;
  readonly gateway: RouterAddress;
}
