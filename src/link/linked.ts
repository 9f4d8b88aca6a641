import type { Code, Particulars } from '../diagnostics/index.ts';
import type {
  EnvironmentPart,
  FaultyPart,
  FleetParts,
  Model,
  ModelPart,
  Runtime,
  Server,
  ServerPart,
  Sizes,
  Store,
} from '../ir/index.ts';

/** The parts after names were looked up: what the checks look at, and what the Fleet is made of. */
export interface Linked {
  /** All parts, sorted by name and then by where they were written. */
  readonly parts: FleetParts;
  /** Name of the Environment that is compiled. Absent: not known. */
  readonly expected: string | undefined;
  /** Absent: there is not exactly one. */
  readonly environment: EnvironmentPart | undefined;
  /** By name; a user's runtime takes the place of a built-in one, the first of several that of the others. */
  readonly runtimes: ReadonlyMap<string, Runtime>;
  /** One for each name. */
  readonly servers: readonly LinkedServer[];
  /** The same servers. */
  readonly serverNamed: ReadonlyMap<string, LinkedServer>;
  /** One for each name. */
  readonly models: readonly LinkedModel[];
  /** Absent: there is no `sizes.yaml`. */
  readonly sizes: Sizes | undefined;
  /** Whether any server or model has a tenant. */
  readonly tenants: boolean;
  /** Whether a node may exist that was not read, because of a fault that is already reported. */
  readonly mayExist: (kind: NonNullable<FaultyPart['kind']>, name?: string) => boolean;
}

export interface LinkedServer {
  readonly part: ServerPart;
  /** Absent: no such runtime. */
  readonly runtime: Runtime | undefined;
  /** Absent: without its runtime it cannot be told. */
  readonly server: Server | undefined;
}

export interface LinkedModel {
  readonly part: ModelPart;
  /** Stores with the longest prefix that covers the URI, by the Secret where the model names one; one where all is well. */
  readonly stores: readonly Store[];
  /** Servers of known runtimes that offer the format, by name. Models that ask for the same have the same lists. */
  readonly offering: readonly LinkedServer[];
  /** Of those, the ones that the pin, the model's words, its tenant and the choice of a runtime leave. */
  readonly candidates: readonly LinkedServer[];
  /** Runtimes that there were to choose from, the chosen one first. */
  readonly runtimes: readonly { readonly runtime: Runtime; readonly priority: number }[];
  /** With all that is absent filled in. Memory and store may be missing, which a check reports. */
  readonly model: Model | undefined;
}

/** The server that a model is pinned to, if there is one of that name. */
export function pinnedServer({ part }: LinkedModel, { serverNamed }: Linked): LinkedServer | undefined {
  return part.server === undefined ? undefined : serverNamed.get(part.server);
}

/** One check of what was linked. Its code is told nowhere else. */
export interface Check {
  readonly code: Code;
  readonly run: (linked: Linked, report: (particulars: Particulars) => void) => void;
}
