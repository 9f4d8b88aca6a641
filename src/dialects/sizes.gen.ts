// Generated from schemas/sizes.schema.json by scripts/generate-types.ts.

/**
 * `sizes.yaml`: sizes that were measured. A size in the Model wins.
 */
export interface SizesDocument {
  /**
   * Sizes by the model's name.
   */
  models: {
    /**
     * What one copy needs. Absent fields: not measured.
     */
    [k: string]: {
      /**
       * Memory of one loaded copy (in one worker).
       */
      memory?: string | number;
      /**
       * Most memory while loading, the model's own included.
       */
      peak?: string | number;
      /**
       * GPU memory of one loaded copy.
       */
      gpuMemory?: string | number;
      /**
       * Most GPU memory while loading, the model's own included.
       */
      gpuPeak?: string | number;
      /**
       * Size of the artifact on disk.
       */
      disk?: string | number;
    };
  };
}
