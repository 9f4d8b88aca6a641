// Generated from schemas/server.schema.json by scripts/generate-types.ts.

/**
 * A pool of identical replicas of one runtime, on which models are packed.
 */
export interface ServerDocument {
  /**
   * The version of this kind.
   */
  apiVersion: 'stowage.dev/v1alpha1';
  /**
   * What the document describes.
   */
  kind: 'Server';
  /**
   * The object's name, and labels and annotations for your own tools.
   */
  metadata: {
    /**
     * Lower-case letters, digits and `-`, beginning with a letter and ending with a letter or digit; at most 45 characters, which leaves room for the suffixes of pods and Services.
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
   * The pool.
   */
  spec: {
    /**
     * Name of a Runtime, or of a built-in one: `mlserver`, `triton`, `generic`.
     */
    runtime: string;
    /**
     * How many replicas run: a number, or bounds between which the compiler takes as few as the models need. Not together with `autoscale`. Absent: 1, or what `autoscale` says.
     */
    replicas?:
      | number
      | {
          /**
           * Fewest replicas.
           */
          min?: number;
          /**
           * Most replicas.
           */
          max: number;
        };
    /**
     * Bounds between which an autoscaler sets the number of replicas. The compiler chooses a base between them that required copies rest on. Not together with `replicas`. Absent: the number is what `replicas` says.
     */
    autoscale?: {
      /**
       * Fewest replicas.
       */
      min?: number;
      /**
       * Most replicas.
       */
      max: number;
      /**
       * Mean CPU use, in percent of the request, that the autoscaler aims at. By itself a HorizontalPodAutoscaler does that. Absent: CPU does not count.
       */
      cpu?: number;
      /**
       * Mean number of requests in flight for each replica that the autoscaler aims at, as the gateway tells KEDA. Of several targets the one that asks for most replicas counts. Absent: they do not count.
       */
      inFlight?: number;
      /**
       * Requests a second for each replica that the autoscaler aims at, as the gateway tells KEDA. Absent: they do not count. Without any of the three no autoscaler is emitted; yours may scale between base and `max`.
       */
      requestsPerSecond?: number;
    };
    /**
     * Request and limit of the inference server's container on each replica. Models get what the runtime's `baseMemory` leaves.
     */
    memory: string | number;
    /**
     * Cores that the inference server's container requests. Absent: the Environment's default, else one.
     */
    cpu?: string | number;
    /**
     * The one GPU of each replica. Absent: none.
     */
    gpu?: {
      /**
       * Memory of the GPU that models may use.
       */
      memory: string | number;
      /**
       * Extended resource that the container asks for, once.
       */
      resource?: string;
    };
    /**
     * How many models each replica may hold. Absent: no limit.
     */
    slots?: number;
    /**
     * Disk for artifacts on each replica, against which the `disk` of models is counted. Absent: not counted.
     */
    disk?: string | number;
    /**
     * The agent's cache of artifacts on each replica.
     */
    cache?: {
      /**
       * Disk that the cache may use. Absent: the server's `disk`, or 10Gi where that is absent too.
       */
      size?: string | number;
      /**
       * Class of a volume for each replica, which outlives its pod. Absent: an emptyDir, lost with the pod.
       */
      storageClass?: string;
    };
    /**
     * Percent of the capacity by which `onDemand` models may exceed it. Absent: the Environment's default, else 0.
     */
    overcommit?: number;
    /**
     * Words that models can require, besides the runtime's formats. Absent: none.
     *
     * @maxItems 200
     *
     * Items: One word.
     */
    capabilities?: string[];
    /**
     * Price of one replica relative to other servers. The placement minimises the sum.
     */
    cost?: number;
    /**
     * Only models of this tenant go here. Absent: models of no tenant.
     */
    tenant?: string;
    /**
     * In how many ConfigMaps the server's plan travels; each holds about 1,500 models. Changing it restarts the server's pods.
     */
    planShards?: number;
    /**
     * Partial PodSpec that is merged into the one that is emitted: node selection, tolerations, volumes and so on. Containers merge by name; `server` is the inference server. Absent: nothing to merge.
     */
    pod?: {
      /**
       * Containers to merge or to add.
       *
       * @maxItems 50
       *
       * Items: A partial Container.
       */
      containers?: {
        /**
         * `server`, or the name of a container to add.
         */
        name: string;
        [k: string]: unknown;
      }[];
      /**
       * Init containers to add.
       *
       * @maxItems 50
       *
       * Items: A Container.
       */
      initContainers?: {
        /**
         * Name of the container.
         */
        name: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    };
  };
}
