import type { Diagnostics, Related } from '../diagnostics/index.ts';
import { type Fleet, originAt, type Placement, type Problem, type Reason } from '../ir/index.ts';
import { placeCodes } from './codes.ts';

/** The field of a model that a step speaks of. */
const modelFields: Record<Reason['step'], string> = {
  pin: '/spec/server',
  capabilities: '/spec/requires',
  copies: '/spec/replicas',
  memory: '/spec/memory',
  gpuMemory: '/spec/gpuMemory',
  slots: '/metadata/name',
  disk: '/spec/disk',
  room: '/spec/memory',
  moves: '/spec/memory',
};

/** The field of a server that a step speaks of. */
const serverFields: Record<Reason['step'], string> = {
  pin: '/metadata/name',
  capabilities: '/spec/capabilities',
  copies: '/spec/replicas',
  memory: '/spec/memory',
  gpuMemory: '/spec/gpu',
  slots: '/spec/slots',
  disk: '/spec/disk',
  room: '/spec/replicas',
  moves: '/spec/replicas',
};

/** Steps that speak of how much there is. */
const limits: ReadonlySet<Reason['step']> = new Set(['copies', 'memory', 'gpuMemory', 'slots', 'disk', 'room']);

/**
 * Reports every unplaced model at the field that decided, with the servers that came nearest as related places, and
 * what would place it as help.
 */
export function reportUnplaced(fleet: Fleet, problem: Problem, placement: Placement, diagnostics: Diagnostics): void {
  if (placement.unplaced.length === 0) return;
  const models = new Map(fleet.models.map((model) => [model.name, model]));
  const servers = new Map(fleet.servers.map((server) => [server.name, server]));
  const asked = new Map(problem.models.map((model) => [model.name, model]));
  for (const { model: name, reasons, proof, remedies } of placement.unplaced) {
    const last = reasons.at(-1);
    const step = last?.step ?? 'room';
    const model = models.get(name);
    // Which servers lack a capability or are not the pin goes without saying, as long as others remain.
    const telling = reasons.filter((reason) => reason === last || limits.has(reason.step));
    const related = telling.flatMap((reason): Related[] => {
      const server = reason.nearest === undefined ? undefined : servers.get(reason.nearest);
      return server ? [{ origin: originAt(server.origin, serverFields[reason.step]), message: near(reason) }] : [];
    });
    const earlier = telling
      .filter((reason) => reason !== last)
      .map((reason) => `${reason.message}${rest(reason.left)}`);
    const ways = remedies.map((remedy) => remedy.message).join('; or ');
    const help = [...earlier, ...(ways === '' ? [] : [`What would place it: ${ways}.`])].join(' ');
    diagnostics.report(placeCodes[step], {
      message: `${claim(name, proof)}${last ? `: ${clause(last.message)}` : ''}`,
      origin: model && originAt(model.origin, fieldOf(step, asked.get(name)?.gpuMemory ?? 0, last)),
      related,
      help: help === '' ? undefined : help,
    });
  }
}

/** No more than is proven: of a group without room, another model might have been left out. */
function claim(name: string, proof: string | null): string {
  if (proof === null) return `No place was found for model \`${name}\``;
  return proof === 'alone' ? `Model \`${name}\` cannot be placed` : `Model \`${name}\` has no place beside the others`;
}

/** A sentence as the end of another: without its capital and its period. */
function clause(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, '');
}

/** Room that lacks only GPU memory is spoken of at the GPU memory. */
function fieldOf(step: Reason['step'], gpuMemory: number, last: Reason | undefined): string {
  if (step === 'room' && gpuMemory > 0 && last && !/^[^.]*MiB of memory/.test(last.message))
    return modelFields.gpuMemory;
  return modelFields[step];
}

function near({ step, shortfall }: Reason): string {
  if (shortfall === undefined || shortfall === 0) return 'this server comes nearest';
  const unit = { copies: ' more replicas', slots: ' more slots' }[step as string] ?? ' MiB more';
  return step === 'room' ? 'this server comes nearest' : `this server comes nearest: it would need ${shortfall}${unit}`;
}

/** Which servers a step left, in words. */
function rest(left: readonly string[]): string {
  if (left.length === 0) return '';
  const named = left.slice(0, 3).map((name) => `\`${name}\``);
  return ` That leaves ${named.join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}.`;
}
