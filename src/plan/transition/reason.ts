import { thousands } from '../thousands.ts';
import type { Coming, Leaving } from './subject.ts';

/** Why a model's last ready copy is unloaded before another is ready. `unblocks` is the copy that needs the room. */
export function interruptionReason({ subject, room }: Leaving, unblocks: Coming | undefined): string {
  const own = unblocks?.subject === subject;
  if (own && !subject.sideBySide) {
    return subject.update === 'recreate'
      ? `it is replaced on \`${room.name}\`: \`update: recreate\` unloads the old version first`
      : `it is reloaded in place on \`${room.name}\`: its name must stay`;
  }
  if (own) return `no room for both versions on \`${room.name}\`: ${usage(unblocks)}`;
  if (unblocks === undefined) return `it leaves \`${room.name}\``;
  return `it makes room on \`${room.name}\` for \`${unblocks.subject.name}\`: ${usage(unblocks)}`;
}

function usage({ room, peak }: Coming): string {
  const { used, capacity } = room;
  if (used.memory + peak.memory > capacity.memory) {
    return `${thousands(used.memory)} of ${thousands(capacity.memory)} MiB used, ${thousands(peak.memory)} more needed to load`;
  }
  return `${thousands(used.gpuMemory)} of ${thousands(capacity.gpuMemory)} MiB of GPU memory used, ${thousands(peak.gpuMemory)} more needed to load`;
}
