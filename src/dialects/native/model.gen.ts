// Generated from schemas/model.schema.json by scripts/generate-types.ts.

/**
 * One model as its clients name it.
 */
export interface ModelDocument {
  /**
   * The version of this kind.
   */
  apiVersion: 'stowage.dev/v1alpha1';
  /**
   * What the document describes.
   */
  kind: 'Model';
  /**
   * The object's name, and labels and annotations for your own tools.
   */
  metadata: {
    /**
     * Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 63 characters. It is loaded under this name and 9 characters more.
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
   * What to serve, and what it needs.
   */
  spec: {
    /**
     * The model's format: a name, or a name and a version. It decides which servers can load it.
     */
    format:
      | string
      | {
          /**
           * The format.
           */
          name: string;
          /**
           * Version of the framework. Absent: any that a server offers.
           */
          version?: string | number;
        };
    /**
     * Where the artifact is.
     */
    storage: {
      /**
       * Folder or file of the artifact; it lies under a store of the Environment.
       */
      uri: string;
      /**
       * Folder below the URI. Absent: the URI itself, by the runtime's own rule.
       */
      version?: string | number;
      /**
       * SHA-256 of the artifact, which the agent verifies: of a file, of its bytes; of a folder, of the sorted lines `<sha256>  <path>` of its files (docs/artifacts.md has a command that prints it). Absent: what the store holds is trusted.
       */
      digest?: string;
      /**
       * Names the store by its Secret, where several cover the URI. Absent: the store with the longest prefix.
       */
      secret?: string;
    };
    /**
     * Memory of one loaded copy (in one worker). Absent: the one in the sizes file that `stowage.yaml` names.
     */
    memory?: string | number;
    /**
     * Most memory while loading, the model's own included. Absent: `memory`.
     */
    peak?: string | number;
    /**
     * GPU memory of one loaded copy. Absent: none.
     */
    gpuMemory?: string | number;
    /**
     * Most GPU memory while loading, the model's own included. Absent: `gpuMemory`.
     */
    gpuPeak?: string | number;
    /**
     * Size of the artifact on disk. Absent: not counted.
     */
    disk?: string | number;
    /**
     * How many copies: a number, or bounds. Copies sit on different replicas of one server. Absent: the Environment's default, else 1.
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
     * Capabilities that a server must have, besides the format. Absent: none.
     *
     * @maxItems 200
     *
     * Items: One word.
     */
    requires?: string[];
    /**
     * Name of the one server that may hold it. Absent: any that fits.
     */
    server?: string;
    /**
     * Only servers of this tenant hold it. Absent: servers of no tenant.
     */
    tenant?: string;
    /**
     * `always`: stays loaded. `onDemand`: may be evicted, and is loaded by a request. Absent: the Environment's default, else `always`.
     */
    residency?: 'always' | 'onDemand';
    /**
     * `surge`: a new version loads beside the old one. `recreate`: after the old one is gone. Absent: the Environment's default, else `surge`.
     */
    update?: 'surge' | 'recreate';
    /**
     * Whether a request may be sent twice. Absent: yes, except where its server's runtime has no repository API.
     */
    idempotent?: boolean;
    /**
     * Whether it may be loaded under another name than its own. `false` for a model that knows its name, an ensemble for one: its new versions reload in place.
     */
    rename?: boolean;
    /**
     * Settings that the runtime hands to the model. Absent: none.
     */
    parameters?: {
      [k: string]: unknown;
    };
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
    /**
     * Expected load relative to other models: further copies go where it is highest.
     */
    load?: number;
  };
}
