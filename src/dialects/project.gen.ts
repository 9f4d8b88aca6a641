// Generated from schemas/project.schema.json by scripts/generate-types.ts.

/**
 * `stowage.yaml`: the environments of a project, each with its inputs.
 */
export interface ProjectDocument {
  /**
   * The environments, each compiled on its own.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: One environment.
   */
  environments: {
    /**
     * Name of the environment, which is also that of its Environment document.
     */
    name: string;
    /**
     * Files, folders and patterns (`models/*.yaml`) relative to `stowage.yaml`; `-` is standard input. A folder is read with all that is below it.
     *
     * @minItems 1
     * @maxItems 1000
     */
    inputs: string[];
    /**
     * Path of the lock. Absent: `specs/<name>.lock`.
     */
    lock?: string;
    /**
     * Folder that the output is written to. Absent: `dist/<name>`.
     */
    output?: string;
    /**
     * Path of `sizes.yaml`. Absent: there is none, and each model says its own size.
     */
    sizes?: string;
  }[];
}
