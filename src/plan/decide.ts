import {
  type Fleet,
  type Lock,
  type LockedModel,
  type Model,
  type Ordinal,
  type Placement,
  parseOrdinal,
  type Runtime,
  type Server,
  type Version,
} from '../ir/index.ts';
import { byName, own } from './by-name.ts';
import { isLoadable } from './former.ts';
import { keepsName, type Versions, versionsOf } from './version.ts';

/** Some ordinals of one server, ascending. */
export interface Places {
  readonly numbers: readonly number[];
  /** The same as `server/ordinal`. */
  readonly names: readonly string[];
}

/** One placed model with all that was decided about it. */
export interface DecidedModel {
  readonly model: Model;
  readonly server: Server;
  readonly at: Places;
  readonly spare: Places;
  /** Undefined: none. */
  readonly refuge: number | undefined;
  readonly versions: Versions;
  /** The former versions that its server can load when the current one cannot be. */
  readonly fallbacks: readonly Version[];
  readonly update: 'surge' | 'recreate' | 'inPlace';
  /** Undefined: new. */
  readonly locked: LockedModel | undefined;
}

const nowhere: Places = { numbers: [], names: [] };

/** Joins fleet, placement and lock, model by model, sorted by name. Models that are not placed are left out. */
export function decide(fleet: Fleet, placement: Placement, lock: Lock | undefined): readonly DecidedModel[] {
  const { stores } = fleet.environment;
  const servers = byName(fleet.servers);
  const runtimes = byName(fleet.runtimes);
  const lockedModels = byName(lock?.models ?? []);
  const ordinals = new Ordinals();
  const decided: DecidedModel[] = [];
  for (const model of fleet.models) {
    const { name } = model;
    const places = own(placement.assignments, name);
    const first = places?.[0];
    if (first === undefined) continue;
    const server = known(servers, ordinals.read(first).server);
    const refuge = own(placement.refuge, name);
    const locked = lockedModels.get(name);
    const runtime = known<Runtime>(runtimes, server.runtime);
    const inPlace = keepsName(model, runtime);
    const versions = versionsOf(model, inPlace, locked);
    decided.push({
      model,
      server,
      at: ordinals.of(server, places),
      spare: ordinals.of(server, own(placement.spare, name)),
      refuge: refuge === undefined ? undefined : ordinals.of(server, [refuge]).numbers[0],
      versions,
      fallbacks: versions.former.filter(({ artifact }) => isLoadable(artifact, runtime, stores)),
      update: inPlace ? 'inPlace' : model.update,
      locked,
    });
  }
  return decided;
}

/** Reads ordinals, each once: many models stand on few. */
class Ordinals {
  readonly #read = new Map<string, Ordinal>();

  read(name: string): Ordinal {
    const seen = this.#read.get(name);
    if (seen !== undefined) return seen;
    const ordinal = parseOrdinal(name);
    if (ordinal === undefined) throw new Error(`the placement names ${name}, which is no ordinal`);
    this.#read.set(name, ordinal);
    return ordinal;
  }

  of(server: Server, names: readonly string[] | undefined): Places {
    if (names === undefined || names.length === 0) return nowhere;
    const sorted = names.length === 1 ? names : names.toSorted((a, b) => this.read(a).ordinal - this.read(b).ordinal);
    const ordinals = sorted.map((name) => this.read(name));
    const stray = ordinals.find((ordinal) => ordinal.server !== server.name);
    if (stray !== undefined) throw new Error(`the placement spreads a model over ${server.name} and ${stray.server}`);
    return { numbers: ordinals.map(({ ordinal }) => ordinal), names: sorted };
  }
}

function known<Node>(nodes: ReadonlyMap<string, Node>, name: string): Node {
  const node = nodes.get(name);
  if (node === undefined) throw new Error(`the placement or the fleet names ${name}, which is not in the fleet`);
  return node;
}
