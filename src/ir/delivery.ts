/** How Argo CD gets at what an environment compiles to, and where it applies that. */
export interface Delivery {
  /** Name of the ApplicationSet; those of Applications begin with it. */
  readonly name: string;
  /** Namespace in which Argo CD looks for Applications. */
  readonly namespace: string;
  /** The AppProject, which says what the Application may do. */
  readonly project: string;
  /** URL of the Git repository. */
  readonly repository: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  /** Folder of the project in the repository; empty for its root. */
  readonly folder: string;
  /** Folder of the environment's output in that of the project. */
  readonly output: string;
  /** Name of the cluster in Argo CD, or the URL of its API server. */
  readonly cluster: string;
  /** Most bytes that Argo CD reads from one folder. */
  readonly manifestLimit: number;
  /** The config management plugin that compiles the specs in Argo CD. Absent: what is committed is applied. */
  readonly plugin?: string;
}
