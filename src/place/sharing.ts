import { homesOf, type Instance } from './instance.ts';

/** Lists of servers whose unions are looked at. */
const LISTS = 64;

/** Servers, and the models that have to share them: those that can go nowhere else. */
export interface Sharing {
  /** Ascending. */
  readonly servers: readonly number[];
  /** Ascending; each fits one of the servers, if that held nothing else. */
  readonly models: readonly number[];
}

/** For servers that a model can go to, and unions with those of others: what has to share them, fewest models first. */
export function sharings(instance: Instance, own: readonly number[]): Sharing[] {
  const lists = new Map<string, readonly number[]>();
  for (const { candidates } of instance.classes) lists.set(candidates.join(), candidates);
  const others = [...lists.values()].slice(0, LISTS).filter((list) => list.some((s) => own.includes(s)));
  const all = instance.servers.map(({ index }) => index);
  const sets = [own, ...others.map((list) => [...new Set([...own, ...list])].sort((a, b) => a - b)), all];
  const distinct = new Map(sets.map((servers) => [servers.join(), servers]));
  return [...distinct.values()]
    .map((servers) => ({ servers, models: sharing(instance, new Set(servers)) }))
    .sort((a, b) => a.models.length - b.models.length || a.servers.length - b.servers.length);
}

function sharing(instance: Instance, servers: ReadonlySet<number>): number[] {
  const inside = (list: readonly number[]): boolean => list.length > 0 && list.every((s) => servers.has(s));
  // Where all of a class may go to all of its candidates, no model is looked at alone.
  const classes = instance.classes.map(({ candidates, allFit }) => allFit && inside(candidates));
  return [...instance.models.keys()].filter((m) => {
    const of = instance.classOf[m]!;
    return instance.classes[of]!.allFit ? classes[of] : inside(homesOf(instance, m));
  });
}

/** The models by what they have in common, in words. */
export function describeModels(instance: Instance, { servers, models }: Sharing): string {
  const count = models.length === 1 ? 'the one model' : `the ${models.length} models`;
  const [first, ...rest] = models.map((m) => instance.models[m]!);
  const common = first!.requires.filter((word) => rest.every(({ requires }) => requires.includes(word))).toSorted();
  const verb = models.length === 1 ? 's' : '';
  if (common.length > 0) return `${count} that need${verb} ${common.map((word) => `\`${word}\``).join(' and ')}`;
  if (servers.length === instance.servers.length) return models.length === 1 ? 'the model' : 'all models together';
  return `${count} that can only go to ${describeServers(instance, servers)}`;
}

/** The servers by name, in words: three at most. */
export function describeServers({ servers }: Instance, chosen: readonly number[]): string {
  const shown = chosen.slice(0, 3).map((s) => `\`${servers[s]!.name}\``);
  if (chosen.length > 3) return `${shown.join(', ')} and ${chosen.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
