import type { Placement, Problem, ProblemModel, ProblemServer } from '../../src/ir/index.ts';
import { findHomes } from './homes.ts';

/**
 * Checks a placement against the rules of docs/decisions/0002-placement-rules.md and returns what it breaks, in words.
 * Written from the rules alone: it shares no code with the solver, so that a fault in one shows in the other.
 */
export function checkPlacement(problem: Problem, placement: Placement): string[] {
  const faults: string[] = [];
  const world = new World(problem, placement, faults);
  world.checkNames();
  world.checkCopies();
  world.checkSpare();
  world.checkOrdinals();
  world.checkRefuges();
  world.checkSurvival();
  world.checkMoves();
  world.checkEffort();
  world.checkCertificate();
  world.checkOrder();
  return faults;
}

type At = readonly [server: string, number: number];
type Entries<T> = readonly (readonly [name: string, value: T])[];

/** The number of what is written otherwise than ordinals are: above any base. */
const beyond = Number.MAX_SAFE_INTEGER;

/** What of one ordinal counts against its limits. */
interface Load {
  stays: number;
  all: number;
  top: number;
  gpuStays: number;
  gpuAll: number;
  gpuTop: number;
  models: number;
  disk: number;
}

class World {
  readonly problem: Problem;
  readonly placement: Placement;
  readonly faults: string[];
  readonly servers: Map<string, ProblemServer>;
  readonly models: Map<string, ProblemModel>;
  readonly unplaced: Set<string>;
  readonly assignments: Entries<readonly string[]>;
  readonly spare: Entries<readonly string[]>;
  readonly places = new Map<string, At>();
  /** Models on each ordinal, required and further copies alike. */
  readonly contents = new Map<string, ProblemModel[]>();

  constructor(problem: Problem, placement: Placement, faults: string[]) {
    this.problem = problem;
    this.placement = placement;
    this.faults = faults;
    this.servers = new Map(problem.servers.map((server) => [server.name, server]));
    this.models = new Map(problem.models.map((model) => [model.name, model]));
    this.unplaced = new Set(placement.unplaced.map(({ model }) => model));
    this.assignments = Object.entries(placement.assignments);
    this.spare = Object.entries(placement.spare);
    for (const [name, at] of [...this.assignments, ...this.spare]) {
      const model = this.models.get(name);
      if (model) for (const ordinal of at) add(this.contents, ordinal, model);
    }
  }

  fault(text: string): void {
    this.faults.push(text);
  }

  base(server: string): number {
    return get(this.placement.servers, server)?.base ?? -1;
  }

  split(ordinal: string): At {
    const known = this.places.get(ordinal);
    if (known) return known;
    const slash = ordinal.lastIndexOf('/');
    const digits = ordinal.slice(slash + 1);
    const at: At = [ordinal.slice(0, slash), /^(0|[1-9][0-9]*)$/.test(digits) ? Number(digits) : beyond];
    this.places.set(ordinal, at);
    return at;
  }

  splitAll(ordinals: readonly string[]): At[] {
    return ordinals.map((ordinal) => this.split(ordinal));
  }

  ascending(ordinals: Iterable<string>): string[] {
    return [...ordinals].sort((a, b) => {
      const [[server, k], [other, l]] = [this.split(a), this.split(b)];
      return server === other ? k - l : server < other ? -1 : 1;
    });
  }

  checkNames(): void {
    for (const [name, { base }] of Object.entries(this.placement.servers)) {
      const server = this.servers.get(name);
      if (!server) this.fault(`unknown server ${name}`);
      else if (!Number.isInteger(base) || base < server.replicas.min || base > server.replicas.max) {
        this.fault(`base ${base} of ${name} is outside ${server.replicas.min}..${server.replicas.max}`);
      }
    }
    for (const name of this.servers.keys()) if (this.base(name) < 0) this.fault(`server ${name} has no base`);
    for (const name of this.models.keys()) {
      const placed = get(this.placement.assignments, name) !== undefined;
      if (placed === this.unplaced.has(name)) this.fault(`${name} must be either placed or unplaced`);
    }
    for (const part of [this.placement.assignments, this.placement.spare, this.placement.refuge]) {
      for (const name of Object.keys(part)) if (!this.models.has(name)) this.fault(`unknown model ${name}`);
    }
    for (const name of this.unplaced) if (!this.models.has(name)) this.fault(`unknown unplaced model ${name}`);
  }

  /** Rule 4, and that all required copies are there, below the base. */
  checkCopies(): void {
    for (const [name, at] of this.assignments) {
      const model = this.models.get(name);
      if (!model) continue;
      if (at.length !== model.replicas.min) this.fault(`${name} has ${at.length} copies, not ${model.replicas.min}`);
      if (new Set(at).size !== at.length) this.fault(`${name} is twice on one ordinal`);
      const places = this.splitAll(at);
      const server = this.servers.get(places[0]?.[0] ?? '');
      if (!server) {
        this.fault(`${name} is on an unknown server`);
        continue;
      }
      if (places.some(([other]) => other !== server.name)) this.fault(`${name} is on several servers`);
      if (model.server !== null && model.server !== server.name) this.fault(`${name} is not on its pin`);
      const missing = model.requires.filter((word) => !server.capabilities.includes(word));
      if (missing.length > 0) this.fault(`${name} needs ${missing.join()} that ${server.name} lacks`);
      for (const [, k] of places) if (k >= this.base(server.name)) this.fault(`${name} is above the base`);
    }
  }

  checkSpare(): void {
    for (const [name, spare] of this.spare) {
      const model = this.models.get(name);
      const at = get(this.placement.assignments, name);
      if (!model) continue;
      if (!at?.[0]) {
        this.fault(`${name} has further copies but none required`);
        continue;
      }
      const [server] = this.split(at[0]);
      if (spare.length === 0) this.fault(`${name} has an empty list of further copies`);
      if (at.length + spare.length > model.replicas.max) this.fault(`${name} has more copies than it may`);
      if (new Set([...at, ...spare]).size !== at.length + spare.length) this.fault(`${name} is twice on one ordinal`);
      for (const [other, k] of this.splitAll(spare)) {
        if (other !== server) this.fault(`${name} has a further copy on another server`);
        const { replicas, beyondBase } = this.servers.get(server) ?? {};
        const most = beyondBase === 'never' ? this.base(server) : (replicas?.max ?? 0);
        if (k >= most) this.fault(`${name} has a copy above the most replicas`);
      }
    }
  }

  /** Rules 1 to 3. */
  checkOrdinals(): void {
    for (const [ordinal, models] of this.contents) {
      const server = this.servers.get(this.split(ordinal)[0]);
      if (!server) continue;
      for (const broken of overload(server, models)) this.fault(`${ordinal}: ${broken}`);
    }
  }

  /** Rule 6: all that flee from one ordinal fit where they go, together. */
  checkRefuges(): void {
    const flights = new Map<string, Map<string, ProblemModel[]>>();
    for (const [name, refuge] of Object.entries(this.placement.refuge)) {
      const model = this.models.get(name);
      const at = get(this.placement.assignments, name);
      if (!model || !at?.[0]) {
        this.fault(`${name} has a refuge but no place`);
        continue;
      }
      const [server, k] = this.split(refuge);
      if (at.length !== 1) this.fault(`${name} has a refuge but ${at.length} copies`);
      if (refuge === at[0]) this.fault(`${name} is its own refuge`);
      if (server !== this.split(at[0])[0]) this.fault(`${name} has its refuge on another server`);
      if (k >= this.base(server)) this.fault(`${name} has its refuge above the base`);
      if (get(this.placement.spare, name)?.some((spare) => this.split(spare)[1] < this.base(server))) {
        this.fault(`${name} has a refuge though a further copy always runs`);
      }
      const from = flights.get(at[0]) ?? new Map<string, ProblemModel[]>();
      flights.set(at[0], from);
      add(from, refuge, model);
    }
    for (const [from, targets] of flights) {
      for (const [to, models] of targets) {
        const server = this.servers.get(this.split(to)[0]);
        if (!server) continue;
        for (const broken of overload(server, [...(this.contents.get(to) ?? []), ...models])) {
          this.fault(`${to} cannot take in what flees from ${from}: ${broken}`);
        }
      }
    }
  }

  /** `survive: replica`: whichever ordinal is lost, every model has another copy that runs, or a refuge. */
  checkSurvival(): void {
    if (this.problem.policy.survive !== 'replica') return;
    for (const [name, at] of this.assignments) {
      if (at.length !== 1 || get(this.placement.refuge, name) !== undefined) continue;
      const further = get(this.placement.spare, name) ?? [];
      if (!further.some((ordinal) => this.split(ordinal)[1] < this.base(this.split(ordinal)[0]))) {
        this.fault(`${name} would be dark if ${at[0]} were lost`);
      }
    }
  }

  /** Every copy that goes or comes is listed once, the lowest that goes with the lowest that comes, and nothing else. */
  checkMoves(): void {
    const due: string[] = [];
    for (const [name, { at: before }] of Object.entries(this.problem.previous ?? {})) {
      const now = get(this.placement.assignments, name);
      if (!now || before.length === 0) continue;
      const from = this.ascending(new Set(before)).filter((at) => !now.includes(at));
      const to = this.ascending(now).filter((at) => !before.includes(at));
      for (let i = 0; i < Math.max(from.length, to.length); i++) {
        due.push(moveText(name, from[i] ?? null, to[i] ?? null));
      }
    }
    due.sort();
    const listed = this.placement.moves.map(({ model, from, to }) => moveText(model, from, to)).sort();
    if (listed.length !== due.length) this.fault(`${listed.length} moves are listed, not ${due.length}`);
    const wrong = listed.find((text, i) => text !== due[i]);
    if (wrong !== undefined) this.fault(`${wrong} is listed, and not all moves that were made`);
  }

  /**
   * Not more than E others move for each changed model. Changed are: those named, new ones, and those whose previous
   * place cannot hold them any more, alone or together with the other unchanged models that were there.
   */
  checkEffort(): void {
    const { previous } = this.problem;
    if (!previous) return;
    const named = new Set(this.problem.changed ?? []);
    const changed = new Set([...this.models.keys()].filter((name) => named.has(name)));
    const stayed = new Map<string, ProblemModel[]>();
    for (const [name, model] of this.models) {
      const before = get(previous, name)?.at ?? [];
      if (changed.has(name)) continue;
      if (!this.holdable(model, before)) changed.add(name);
      else for (const at of before) add(stayed, at, model);
    }
    const broken = new Set(
      [...stayed]
        .filter(([at, models]) => overload(this.servers.get(this.split(at)[0])!, models).length > 0)
        .map(([at]) => at),
    );
    let others = 0;
    for (const name of this.models.keys()) {
      const now = get(this.placement.assignments, name);
      const before = get(previous, name)?.at ?? [];
      const moved = now !== undefined && (before.length !== now.length || before.some((at) => !now.includes(at)));
      if (!moved || changed.has(name)) continue;
      if (before.some((at) => broken.has(at))) changed.add(name);
      else others++;
    }
    const limit = this.problem.moves * changed.size;
    if (others > limit) this.fault(`${others} other models moved, where ${limit} may`);
  }

  /** Whether the place is a legal one for the model alone. */
  holdable(model: ProblemModel, at: readonly string[]): boolean {
    const places = this.splitAll(at);
    const server = this.servers.get(places[0]?.[0] ?? '');
    return (
      server !== undefined &&
      at.length === model.replicas.min &&
      new Set(at).size === at.length &&
      places.every(([name, k]) => name === server.name && k < server.replicas.max) &&
      (model.server === null || model.server === server.name) &&
      model.requires.every((word) => server.capabilities.includes(word)) &&
      overload(server, [model]).length === 0
    );
  }

  checkCertificate(): void {
    const { certificate } = this.placement;
    const parts = [certificate, ...certificate.components];
    for (const { used, lowerBound, gap } of parts) {
      if (lowerBound > used) this.fault(`lower bound ${lowerBound} is above ${used}`);
      if (gap !== used - lowerBound) this.fault(`gap ${gap} is not ${used} − ${lowerBound}`);
    }
    const cost = (names: Iterable<string>): number =>
      [...names].reduce((sum, name) => sum + (this.servers.get(name)?.cost ?? 0) * this.base(name), 0);
    if (certificate.used !== cost(this.servers.keys())) this.fault('used is not the cost of all bases');
    for (const part of certificate.components) {
      if (part.used !== cost(part.servers)) this.fault(`used of ${part.servers.join()} is not the cost of its bases`);
    }
    const sum = certificate.components.reduce((total, part) => total + part.lowerBound, 0);
    if (sum !== certificate.lowerBound) this.fault('the lower bound is not the sum over components');
    const listed = certificate.components.flatMap(({ servers }) => servers);
    if (listed.toSorted().join() !== [...this.servers.keys()].sort().join()) {
      this.fault('components do not hold every server once');
    }
    this.checkComponents();
  }

  /** All servers that could hold a model are in the component where it is. */
  checkComponents(): void {
    const { components } = this.placement.certificate;
    const numbers = new Map(components.flatMap(({ servers }, i) => servers.map((name) => [name, i])));
    const placed = this.assignments.flatMap(([name]) => this.models.get(name) ?? []);
    const spans = new Map<readonly ProblemServer[], Set<number | undefined>>();
    for (const [model, homes] of findHomes(this.problem.servers, placed)) {
      const at = get(this.placement.assignments, model.name)!;
      if (at.length === 0) continue;
      const span = spans.get(homes) ?? new Set(homes.map(({ name }) => numbers.get(name)));
      spans.set(homes, span);
      const own = numbers.get(this.split(at[0]!)[0]);
      if (span.size > 1 || (span.size === 1 && !span.has(own))) this.fault(`${model.name} joins two components`);
    }
  }

  checkOrder(): void {
    for (const [name, at] of [...this.assignments, ...this.spare]) {
      const places = this.splitAll(at);
      const sorted = places.every(([, k], i) => i === 0 || places[i - 1]![1] < k);
      if (!sorted) this.fault(`copies of ${name} are not sorted`);
    }
    if (!ascending(this.placement.unplaced.map(({ model }) => model))) this.fault('unplaced models are not sorted');
    const moves = this.placement.moves.map(({ model }) => model);
    if (moves.some((name, i) => i > 0 && name < moves[i - 1]!)) this.fault('moves are not sorted');
    for (const part of [
      this.placement.assignments,
      this.placement.spare,
      this.placement.refuge,
      this.placement.servers,
    ]) {
      // Engines put names that are array indices first, whatever the order in which they were added.
      const names = Object.keys(part).filter((name) => !/^(0|[1-9][0-9]*)$/.test(name));
      if (!ascending(names)) this.fault('names are not sorted');
    }
  }
}

/** Which limits of rules 1 to 3 these models break together on one ordinal. */
function overload(server: ProblemServer, models: readonly ProblemModel[]): string[] {
  const load: Load = { stays: 0, all: 0, top: 0, gpuStays: 0, gpuAll: 0, gpuTop: 0, models: 0, disk: 0 };
  for (const model of models) {
    const memory = model.memory * server.workers;
    const gpu = model.gpuMemory * server.workers;
    const alone = model.residency === 'always' && model.update === 'recreate';
    const top = (alone ? model.peak - model.memory : model.peak) * server.workers;
    const gpuTop = (alone ? model.gpuPeak - model.gpuMemory : model.gpuPeak) * server.workers;
    if (model.residency === 'always') {
      load.stays += memory;
      load.gpuStays += gpu;
    }
    load.all += memory;
    load.gpuAll += gpu;
    load.top = Math.max(load.top, top);
    load.gpuTop = Math.max(load.gpuTop, gpuTop);
    load.models += 1;
    load.disk += 2 * model.disk;
  }
  const { capacity } = server;
  const percent = 100 + server.overcommit;
  const broken: string[] = [];
  if (load.stays + load.top > capacity.memory) broken.push(`memory ${load.stays} + ${load.top} > ${capacity.memory}`);
  if (load.all * 100 > capacity.memory * percent) broken.push(`memory ${load.all} > ${capacity.memory} × ${percent} %`);
  if (load.gpuStays + load.gpuTop > capacity.gpuMemory) {
    broken.push(`GPU memory ${load.gpuStays} + ${load.gpuTop} > ${capacity.gpuMemory}`);
  }
  if (load.gpuAll * 100 > capacity.gpuMemory * percent) {
    broken.push(`GPU memory ${load.gpuAll} > ${capacity.gpuMemory} × ${percent} %`);
  }
  if (capacity.slots !== null && load.models > capacity.slots) broken.push(`${load.models} > ${capacity.slots} slots`);
  if (capacity.disk !== null && load.disk > capacity.disk) broken.push(`disk ${load.disk} > ${capacity.disk}`);
  return broken;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function get<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function moveText(model: string, from: string | null, to: string | null): string {
  return `${model} from ${from} to ${to}`;
}

function ascending(names: readonly string[]): boolean {
  return names.every((name, i) => i === 0 || names[i - 1]! < name);
}
