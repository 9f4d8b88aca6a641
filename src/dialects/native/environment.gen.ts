// Generated from schemas/environment.schema.json by scripts/generate-types.ts.

/**
 * One target: a namespace of a cluster, and what all of its servers and models share. A project has exactly one Environment for each of its environments.
 */
export interface EnvironmentDocument {
  /**
   * The version of this kind.
   */
  apiVersion: 'stowage.dev/v1alpha1';
  /**
   * What the document describes.
   */
  kind: 'Environment';
  /**
   * The object's name, and labels and annotations for your own tools.
   */
  metadata: {
    /**
     * Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 45 characters.
     */
    name: string;
    /**
     * For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.
     */
    labels?: {
      [k: string]: string;
    };
    /**
     * For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.
     */
    annotations?: {
      [k: string]: string;
    };
  };
  /**
   * The target and what its servers and models share.
   */
  spec: {
    /**
     * Kubernetes namespace of everything that is emitted.
     */
    namespace: string;
    /**
     * Where artifacts may come from; agents fetch from nowhere else. Every `storage.uri` of a model lies under one of them. Absent: none.
     *
     * @maxItems 1000
     *
     * Items: One artifact store.
     */
    stores?: {
      /**
       * How messages and the plan name the store.
       */
      name: string;
      /**
       * Everything below it belongs to the store.
       */
      uri: string;
      /**
       * Secret in the namespace with one key that holds an rclone remote. Absent: the store is public.
       */
      secret?: string;
      /**
       * TCP port of the store's endpoint, which the agents' NetworkPolicy opens; for a store behind an endpoint of its own, such as MinIO. Absent: the port in the URI, else 443.
       */
      port?: number;
    }[];
    /**
     * Container images of this environment. Absent: those that this version of Stowage was made with.
     */
    images?: {
      /**
       * Image of agent, router and witness.
       */
      stowage?: string;
      /**
       * Image of Envoy, in the gateway and beside each server.
       */
      envoy?: string;
      /**
       * Images that replace those of runtimes, by the runtime's name. Absent: none is replaced.
       */
      runtimes?: {
        /**
         * Image of the runtime's servers in this environment.
         */
        [k: string]: string;
      };
    };
    /**
     * The pods through which all requests come in. Absent: the defaults of its fields.
     */
    gateway?: {
      /**
       * How many gateway pods run.
       */
      replicas?: number;
      /**
       * Ports that clients use.
       */
      ports?: {
        /**
         * Port for REST.
         */
        http?: number;
        /**
         * Port for gRPC.
         */
        grpc?: number;
      };
      /**
       * Type of the Service that clients use.
       */
      service?: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
      /**
       * Annotations of that Service: settings of a load balancer. Absent: none.
       */
      annotations?: {
        [k: string]: string;
      };
      /**
       * Largest body that may be retried. Larger ones are routed but not retried.
       */
      retryBuffer?: string | number;
      /**
       * Largest body that is accepted at all.
       */
      maxRequest?: string | number;
      /**
       * How many clients may be connected to one gateway pod.
       */
      maxConnections?: number;
      /**
       * Longest that a request may take, where the model does not say.
       */
      requestTimeout?: string;
      /**
       * What each gateway pod's Envoy asks of its node.
       */
      resources?: {
        /**
         * Cores that it requests.
         */
        cpu?: string | number;
        /**
         * Memory that it requests and is limited to.
         */
        memory?: string | number;
      };
      /**
       * In how many ConfigMaps the gateway's plan travels; each holds about 3,000 models. Changing it restarts the gateway's pods one by one.
       */
      planShards?: number;
    };
    /**
     * Which connections are encrypted. Absent: none.
     */
    tls?: {
      /**
       * Secret with `tls.crt` and `tls.key` for clients of the gateway. Absent: they speak plain text.
       */
      gatewaySecret?: string;
      /**
       * Secret with `tls.crt`, `tls.key` and `ca.crt` for mutual TLS between gateway and servers. Absent: plain text, guarded by NetworkPolicies alone.
       */
      internalSecret?: string;
    };
    /**
     * Values for what models and servers leave out. Absent: the defaults of the kinds.
     */
    defaults?: {
      /**
       * Defaults of models.
       */
      model?: {
        /**
         * Copies of each model.
         */
        replicas?:
          | number
          | {
              /**
               * Copies that always exist. Absent: 1.
               */
              min?: number;
              /**
               * Copies that exist where there is room or a scaled-up replica. Absent: as many as `min`.
               */
              max?: number;
            };
        /**
         * Whether models stay loaded.
         */
        residency?: 'always' | 'onDemand';
        /**
         * How new versions come in.
         */
        update?: 'surge' | 'recreate';
        /**
         * What one copy of the model is protected from.
         */
        limits?: {
          /**
           * Requests in flight for each copy. Absent: no limit.
           */
          concurrency?: number;
          /**
           * Longest that one request may take. Absent: the gateway's `requestTimeout`.
           */
          timeout?: string;
        };
      };
      /**
       * Defaults of servers.
       */
      server?: {
        /**
         * Percent of the capacity by which `onDemand` models may exceed it.
         */
        overcommit?: number;
        /**
         * The agent's cache of artifacts on each replica.
         */
        cache?: {
          /**
           * Disk that the cache may use. Absent: 10Gi.
           */
          size?: string | number;
          /**
           * Class of a volume for each replica, which outlives its pod. Absent: an emptyDir, lost with the pod.
           */
          storageClass?: string;
        };
        /**
         * Cores that each replica requests.
         */
        cpu?: string | number;
      };
    };
    /**
     * What the placement must keep to. Absent: the defaults of its fields.
     */
    policy?: {
      /**
       * How many other models may move for each model that a commit changes.
       */
      moves?: number;
      /**
       * `replica`: with any one replica of a server lost, each model with two copies or more keeps one. `none`: not asked for.
       */
      survive?: 'none' | 'replica';
    };
  };
}
