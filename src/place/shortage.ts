import { candidatesOf, couldHold, type Instance } from './instance.ts';
import { whole } from './pack-bound.ts';
import { resourceCount, sizeOf } from './resources.ts';

/** Lists of servers whose unions are looked at. */
const LISTS = 64;

/**
 * The smallest group of models, an unplaced one among them, that its servers cannot hold together, in words; undefined
 * where no group proves it. For each set of servers that some models have to share, what those models ask for is set
 * against all that the servers can ever have; the set with the fewest models tells most.
 */
export function shortage(instance: Instance, model: number): string | undefined {
  const ofInstance = known.get(instance) ?? new Map<number, string | undefined>();
  known.set(instance, ofInstance);
  const of = instance.classOf[model]!;
  if (!ofInstance.has(of)) ofInstance.set(of, findShortage(instance, model));
  return ofInstance.get(of);
}

/** Models of one class have the same answer, and a fleet that is too small leaves many without a place. */
const known = new WeakMap<Instance, Map<number, string | undefined>>();

function findShortage(instance: Instance, model: number): string | undefined {
  const lists = new Map<string, readonly number[]>();
  for (const { candidates } of instance.classes) lists.set(candidates.join(), candidates);
  const own = candidatesOf(instance, model);
  const others = [...lists.values()].slice(0, LISTS).filter((list) => list.some((s) => own.includes(s)));
  const all = instance.servers.map(({ index }) => index);
  const sets = [own, ...others.map((list) => [...new Set([...own, ...list])].sort((a, b) => a - b)), all];
  const found = new Map(sets.map((servers) => [servers.join(), servers]))
    .values()
    .flatMap((servers) => {
      const set = new Set(servers);
      const inside = instance.classes.map(({ candidates }) => candidates.every((s) => set.has(s)));
      const models = instance.models.keys().filter((m) => inside[instance.classOf[m]!] && fitsAnywhere(instance, m));
      const short = lacking(instance, servers, [...models]);
      return short ? [short] : [];
    })
    .toArray();
  return found.sort((a, b) => a.models - b.models)[0]?.message;
}

/** A model that fits nowhere, had it a server for itself, is short of something else. */
function fitsAnywhere(instance: Instance, model: number): boolean {
  return candidatesOf(instance, model).some((s) => couldHold(instance, model, instance.servers[s]!));
}

/** What the servers lack for these models, at the most replicas that they may have. */
function lacking(
  instance: Instance,
  servers: readonly number[],
  models: readonly number[],
): { readonly models: number; readonly message: string } | undefined {
  const shapes = servers.map((s) => instance.servers[s]!);
  if (shapes.length === 0 || models.length === 0) return undefined;
  const workers = Math.min(...shapes.map(({ workers: w }) => w));
  const { memory, gpu, min } = instance;
  const sum = (of: (m: number) => number): number => models.reduce((total, m) => total + of(m) * min[m]!, 0);
  const room = (of: (i: number) => number): number => shapes.reduce((total, { max }, i) => total + max * of(i), 0);
  const who = describe(instance, models, servers);
  const say = (wants: string, holds: string): { models: number; message: string } => ({
    models: models.length,
    message: `${who} ${models.length === 1 ? 'wants' : 'want'} ${wants}; ${names(instance, servers)} ${servers.length === 1 ? 'holds' : 'hold'} ${holds}`,
  });
  const wanted = sum((m) => memory[m]! * workers);
  const held = room((i) => shapes[i]!.limit);
  if (wanted > held) return say(`${wanted} MiB of memory`, `${held} MiB`);
  const wantedGpu = sum((m) => gpu[m]! * workers);
  const heldGpu = room((i) => shapes[i]!.gpuLimit);
  if (wantedGpu > heldGpu) return say(`${wantedGpu} MiB of GPU memory`, `${heldGpu} MiB`);
  const slots = room((i) => shapes[i]!.slots);
  const copies = sum(() => 1);
  if (copies > slots) return say(`${copies} slots`, `${slots}`);
  const ordinals = room(() => 1);
  for (let r = 0; r < resourceCount; r++) {
    const fill = sum((m) => Math.min(...shapes.map((shape) => sizeOf(instance, m, shape, r)))) / whole;
    if (fill <= ordinals) continue;
    const replicas = `${Math.ceil(fill)} replicas, with what they need on top while loading`;
    return say(replicas, `${ordinals}`);
  }
  return undefined;
}

/** The models by what they have in common. */
function describe(instance: Instance, models: readonly number[], servers: readonly number[]): string {
  const count = models.length === 1 ? 'the one model' : `the ${models.length} models`;
  const [first, ...rest] = models.map((m) => instance.models[m]!);
  const common = first!.requires.filter((word) => rest.every(({ requires }) => requires.includes(word))).toSorted();
  const verb = models.length === 1 ? 's' : '';
  if (common.length > 0) return `${count} that need${verb} ${common.map((word) => `\`${word}\``).join(' and ')}`;
  if (servers.length === instance.servers.length) return models.length === 1 ? 'the model' : 'all models together';
  return `${count} that can only go to ${names(instance, servers)}`;
}

function names({ servers }: Instance, chosen: readonly number[]): string {
  const shown = chosen.slice(0, 3).map((s) => `\`${servers[s]!.name}\``);
  if (chosen.length > 3) return `${shown.join(', ')} and ${chosen.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
