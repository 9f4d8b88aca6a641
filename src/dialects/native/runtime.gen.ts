// Generated from schemas/runtime.schema.json by scripts/generate-types.ts.

/**
 * How to drive one inference server. `mlserver`, `triton` and `generic` are built in; a Runtime of the same name takes the place of a built-in one.
 */
export interface RuntimeDocument {
  /**
   * The version of this kind.
   */
  apiVersion: 'stowage.dev/v1alpha1';
  /**
   * What the document describes.
   */
  kind: 'Runtime';
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
   * How to start and drive the server.
   */
  spec: {
    /**
     * Model formats that it serves.
     *
     * @minItems 1
     * @maxItems 200
     *
     * Items: One format.
     */
    formats: {
      /**
       * The format, as models name it.
       */
      name: string;
      /**
       * Version of the framework. Absent: any.
       */
      version?: string | number;
      /**
       * Where several runtimes offer the format, the one with the highest number gets the model.
       */
      priority?: number;
    }[];
    /**
     * Container image. Absent: each of its servers names one in `spec.pod`, or the Environment in `spec.images.runtimes`.
     */
    image?: string;
    /**
     * Entry point. Absent: the image's own.
     *
     * @maxItems 200
     */
    command?: string[];
    /**
     * Arguments of the entry point. Absent: the image's own.
     *
     * @maxItems 500
     */
    args?: string[];
    /**
     * Variables of the container, by name; the values are text. Absent: none.
     */
    env?: {
      [k: string]: string;
    };
    /**
     * Ports on loopback inside the pod.
     */
    ports?: {
      /**
       * Open Inference Protocol over REST.
       */
      http?: number;
      /**
       * Open Inference Protocol over gRPC.
       */
      grpc?: number;
      /**
       * Prometheus metrics at `/metrics`. Absent: it has none.
       */
      metrics?: number;
    };
    /**
     * How models are loaded: `v2` is the model repository extension of the Open Inference Protocol; with `none` the container serves what it is started with.
     */
    repositoryApi?: 'v2' | 'none';
    /**
     * What a model's folder must look like on disk.
     */
    layout?: 'mlserver' | 'triton' | 'openvino' | 'torchserve' | 'plain';
    /**
     * Processes that each hold a copy of every model: a model needs its memory as many times. Absent: what `MLSERVER_PARALLEL_WORKERS` in `env` says where the layout is `mlserver`, else 1.
     */
    workers?: number;
    /**
     * Memory of the server with no model loaded. It is taken off the server's memory before models are placed.
     */
    baseMemory?: string | number;
    /**
     * Longest that one load may take.
     */
    loadTimeout?: string;
    /**
     * Whether it can load a model under another name than its own. Where not, a new version reloads in place.
     */
    canRename?: boolean;
    /**
     * Whether unloading a model gives its memory back to the operating system.
     */
    returnsMemory?: boolean;
    /**
     * HTTP path that is answered while the process lives.
     */
    livePath?: string;
  };
}
