import { components, type Group } from '../state/components.ts';
import type { Instance } from '../state/instance.ts';

/** Lists of servers whose unions with a model's own are looked at. */
const LISTS = 64;

/** Models that can go to the same servers, and what all their copies ask for, for one worker. */
interface Summed extends Group {
  readonly memory: number;
  readonly gpu: number;
  readonly copies: number;
}

/** Servers, and the models that have to share them: those that can go nowhere else. */
export class Sharing {
  /** Ascending. */
  readonly servers: readonly number[];
  readonly #groups: readonly Summed[];

  constructor(servers: readonly number[], groups: readonly Summed[]) {
    this.servers = servers;
    this.#groups = groups;
  }

  get count(): number {
    return this.#groups.reduce((sum, { models }) => sum + models.length, 0);
  }

  /** Ascending. */
  get models(): readonly number[] {
    return this.#groups.flatMap(({ models }) => models).sort((a, b) => a - b);
  }

  /** What all their copies ask for. */
  sum(of: 'memory' | 'gpu' | 'copies'): number {
    return this.#groups.reduce((sum, group) => sum + group[of], 0);
  }
}

/** Which models have to share which servers. Models are looked at once, and then by their groups. */
export class Sharings {
  readonly #all: readonly number[];
  readonly #groups: readonly Summed[];

  constructor(instance: Instance) {
    const { memory, gpu, min } = instance;
    this.#all = instance.servers.map(({ index }) => index);
    this.#groups = components(instance, () => true).flatMap((component) =>
      component.groups().map((group) => {
        const sum = (of: (m: number) => number): number => group.models.reduce((all, m) => all + of(m) * min[m]!, 0);
        return { ...group, memory: sum((m) => memory[m]!), gpu: sum((m) => gpu[m]!), copies: sum(() => 1) };
      }),
    );
  }

  /** For servers that a model can go to, and unions with those of others: what has to share them, fewest models first. */
  of(own: readonly number[]): Sharing[] {
    const lists = this.#groups.map(({ servers }) => servers).filter((list) => list.some((s) => own.includes(s)));
    const unions = lists.slice(0, LISTS).map((list) => [...new Set([...own, ...list])].sort((a, b) => a - b));
    const distinct = new Map([own, ...unions, this.#all].map((servers) => [servers.join(), servers]));
    return [...distinct.values()]
      .map((servers) => {
        const set = new Set(servers);
        return new Sharing(
          servers,
          this.#groups.filter((group) => group.servers.every((s) => set.has(s))),
        );
      })
      .sort((a, b) => a.count - b.count || a.servers.length - b.servers.length);
  }
}

/** Models by what they have in common, in words: words that no other model has all of, or where they can go. */
export function describeModels(instance: Instance, servers: readonly number[], models: readonly number[]): string {
  const count = models.length === 1 ? 'the one model' : `the ${models.length} models`;
  const [first, ...rest] = models.map((m) => instance.models[m]!);
  const common = first!.requires.filter((word) => rest.every(({ requires }) => requires.includes(word))).toSorted();
  const verb = models.length === 1 ? 's' : '';
  const alike = instance.models.filter(({ requires }) => common.every((word) => requires.includes(word)));
  if (common.length > 0 && alike.length === models.length) {
    return `${count} that need${verb} ${common.map((word) => `\`${word}\``).join(' and ')}`;
  }
  if (models.length === instance.models.length) return models.length === 1 ? 'the model' : 'all models together';
  return `${count} that can only go to ${describeServers(instance, servers)}`;
}

/** The servers by name, in words: three at most. */
export function describeServers({ servers }: Instance, chosen: readonly number[]): string {
  const shown = chosen.slice(0, 3).map((s) => `\`${servers[s]!.name}\``);
  if (chosen.length > 3) return `${shown.join(', ')} and ${chosen.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
