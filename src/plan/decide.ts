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
} from '../ir/index.ts';
import { keepsName, type Versions, versionsOf } from './version.ts';

/** One placed model with all that was decided about it. */
export interface DecidedModel {
  readonly model: Model;
  readonly server: Server;
  /** Ordinals of that server, ascending. */
  readonly at: readonly number[];
  readonly spare: readonly number[];
  /** May be on another server. Absent: none. */
  readonly refuge?: Ordinal;
  readonly versions: Versions;
  readonly update: 'surge' | 'recreate' | 'inPlace';
  /** Absent: new. */
  readonly locked?: LockedModel;
}

/** Joins fleet, placement and lock, model by model, sorted by name. Models that are not placed are left out. */
export function decide(fleet: Fleet, placement: Placement, lock: Lock | undefined): readonly DecidedModel[] {
  const servers = new Map(fleet.servers.map((server) => [server.name, server]));
  const runtimes = new Map(fleet.runtimes.map((runtime) => [runtime.name, runtime]));
  const lockedModels = new Map(lock?.models.map((model) => [model.name, model]));
  // Maps, since a model may be called `constructor`.
  const assignments = new Map(Object.entries(placement.assignments));
  const spares = new Map(Object.entries(placement.spare));
  const refuges = new Map(Object.entries(placement.refuge));

  return fleet.models.flatMap((model) => {
    const required = (assignments.get(model.name) ?? []).map(ordinalOf);
    const [first] = required;
    if (first === undefined) return [];
    const server = known(servers, first.server);
    const further = (spares.get(model.name) ?? []).map(ordinalOf);
    if ([...required, ...further].some((ordinal) => ordinal.server !== server.name)) {
      throw new Error(`the placement spreads model ${model.name} over several servers`);
    }
    const refuge = refuges.get(model.name);
    const locked = lockedModels.get(model.name);
    const inPlace = keepsName(model, known<Runtime>(runtimes, server.runtime));
    return {
      model,
      server,
      at: numbers(required),
      spare: numbers(further),
      ...(refuge !== undefined && { refuge: ordinalOf(refuge) }),
      versions: versionsOf(model, inPlace, locked),
      update: inPlace ? 'inPlace' : model.update,
      ...(locked && { locked }),
    };
  });
}

function numbers(ordinals: readonly Ordinal[]): readonly number[] {
  return ordinals.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
}

function ordinalOf(text: string): Ordinal {
  const ordinal = parseOrdinal(text);
  if (ordinal === undefined) throw new Error(`the placement names ${text}, which is no ordinal`);
  return ordinal;
}

function known<Node>(nodes: ReadonlyMap<string, Node>, name: string): Node {
  const node = nodes.get(name);
  if (node === undefined) throw new Error(`the placement or the fleet names ${name}, which is not in the fleet`);
  return node;
}
