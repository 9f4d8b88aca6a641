// Generated from schemas/project.schema.json by scripts/generate-types.ts.

/**
 * `stowage.yaml`: the environments of a project, each with its inputs, and how Argo CD gets at what they compile to.
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
    /**
     * What differs from the project's `argocd` for this environment. Absent: nothing.
     */
    argocd?: {
      /**
       * Branch, tag or commit that Argo CD follows. Absent: the project's.
       */
      revision?: string;
      /**
       * Cluster that the environment is in, as in the project's `argocd`. Absent: the project's.
       */
      cluster?: string;
    };
  }[];
  /**
   * Where Argo CD finds what is compiled, and where it applies that. Absent: nothing is emitted for Argo CD.
   */
  argocd?: {
    /**
     * URL of the Git repository, as Argo CD knows it, without a password.
     */
    repository: string;
    /**
     * Branch, tag or commit that Argo CD follows. Absent: `HEAD`, the repository's default branch.
     */
    revision?: string;
    /**
     * Folder of `stowage.yaml` in the repository. Absent: the repository's root.
     */
    folder?: string;
    /**
     * Name of the ApplicationSet, and what the names of Applications begin with: `<name>-<environment>`. Absent: `stowage`.
     */
    name?: string;
    /**
     * Namespace in which Argo CD looks for Applications. Absent: `argocd`.
     */
    namespace?: string;
    /**
     * The AppProject, which says what the Applications may do. Absent: `default`, which may do everything.
     */
    project?: string;
    /**
     * Cluster that environments are in: its name in Argo CD, or the URL of its API server. Absent: the one that Argo CD runs in, `https://kubernetes.default.svc`.
     */
    cluster?: string;
    /**
     * Name of the config management plugin that compiles the specs in Argo CD. Absent: there is none, and Argo CD applies the output that is committed.
     */
    plugin?: string;
    /**
     * Most that Argo CD reads from one folder: what its `reposerver.max.combined.directory.manifests.size` says. A compile warns of manifests that are larger together. Absent: `10M`, Argo CD's default.
     */
    manifestLimit?: string;
    /**
     * Folder that the ApplicationSet is written to. Absent: `dist/argocd`.
     */
    output?: string;
  };
}
