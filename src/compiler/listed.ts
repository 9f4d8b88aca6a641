import type { Origin } from '../diagnostics/index.ts';
import type { ProjectApplicationSet, ProjectEnvironment } from '../dialects/index.ts';

/** Name of the file that makes a folder a project. */
export const projectFile = 'stowage.yaml';

/** An environment with the places at which `stowage.yaml` says what it is made of. */
export interface ListedEnvironment extends ProjectEnvironment {
  /** Absent: the environment, or that part of it, comes from the command line. */
  readonly origins?: EnvironmentOrigins;
}

/** What `stowage.yaml` lists. */
export interface ListedProject {
  readonly environments: readonly ListedEnvironment[];
  /** Absent: nothing is known of one. */
  readonly applicationSet?: ListedApplicationSet;
}

export interface ListedApplicationSet extends ProjectApplicationSet {
  readonly origin: Origin;
}

export interface EnvironmentOrigins {
  readonly name?: Origin;
  /** In the order of the inputs. */
  readonly inputs?: readonly Origin[];
  readonly lock?: Origin;
  readonly output?: Origin;
  readonly sizes?: Origin;
}

/** Compiles these inputs instead of those that are listed. */
export function withInputs(environment: ListedEnvironment, inputs: readonly string[]): ListedEnvironment {
  const { inputs: replaced, ...origins } = environment.origins ?? {};
  return { ...environment, inputs, origins };
}
