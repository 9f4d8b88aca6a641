import { type CopyStatus, type FleetStatus, ordinalText } from '../../ir/index.ts';

/** What has been told of copies that failed: one that is tried again and again is news once, until it was loaded. */
export class ToldFailures {
  /** Kinds of reasons, by copy. */
  #told: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  /** A line for each copy that failed, or failed for another reason than before. */
  news(status: FleetStatus): readonly string[] {
    const told = new Map<string, ReadonlySet<string>>();
    const lines: string[] = [];
    for (const { server, ordinal, copies } of status.pods) {
      const place = ordinalText(server, ordinal);
      for (const copy of copies) {
        const key = `${place} ${copy.physical}`;
        const before = this.#told.get(key) ?? new Set<string>();
        if (copy.state === 'failed' && !before.has(kindOf(copy))) lines.push(line(copy, place));
        if (copy.state === 'failed') told.set(key, new Set([...before, kindOf(copy)]));
        else if (copy.state !== 'ready') told.set(key, before);
      }
    }
    this.#told = told;
    return lines;
  }
}

/** The reason without what differs from try to try: times, numbers, the names of requests. */
function kindOf({ reason = '', terminal }: CopyStatus): string {
  return `${terminal === true} ${reason.replace(/[\w-]*\d[\w-]*/g, '0')}`;
}

function line({ model, reason, terminal }: CopyStatus, place: string): string {
  const again = terminal === true ? '' : ' (it is tried again)';
  return `${model} failed at ${place}${again}${reason === undefined ? '' : `: ${reason}`}`;
}
