import { loadName } from '../../ir/index.ts';
import { copyKey, type LocalCopy } from './decide/index.ts';
import type { NamedCopy } from './notes.ts';
import { pause } from './pace.ts';
import type { AgentParts } from './parts.ts';
import { isLive } from './server-watch.ts';

/** What an agent finds when it starts. */
export interface Stock {
  readonly live: boolean;
  /** What the server holds, and which version that is. */
  readonly copies: readonly LocalCopy[];
  readonly names: Readonly<Record<string, NamedCopy>>;
  /** As in `MemoryAccount`: what the server would use again. */
  readonly freed: number;
  /** Key of a copy whose load ended with the server's death, it seems. Undefined: none did. */
  readonly culprit: string | undefined;
}

/** How often a server that does not answer is asked again before it counts as gone. */
const tries = 4;

/**
 * Takes stock from the server's index and the notes of the last run. Undefined: it was told to end before that. What was being loaded is taken out again, since
 * nobody saw whether it answers; so is what no note tells of.
 */
export async function takeStock(parts: AgentParts, signal: AbortSignal): Promise<Stock | undefined> {
  const { server, notes, log } = parts;
  const known = notes.names();
  const loading = notes.loading();
  const found = await loadedNow(parts, Object.keys(known).length > 0, signal);
  if (signal.aborted) return undefined;
  if (found === undefined) {
    if (loading !== undefined) notes.endLoading();
    // What a server finds when it starts may be all that it serves.
    await server.tidy(new Set(Object.keys(known)));
    return { live: false, copies: [], names: {}, freed: 0, culprit: loading?.cut ? undefined : loading?.key };
  }
  const names: Record<string, NamedCopy> = {};
  // A load may go on, and a server need not tell of what is not loaded yet.
  const goesOn = Object.entries(known).flatMap(([name, { version }]) =>
    copyKey(version) === loading?.key ? [name] : [],
  );
  for (const name of new Set([...found, ...goesOn])) {
    const note = known[name];
    if (note !== undefined && loadName(note.version) === name && copyKey(note.version) !== loading?.key) {
      names[name] = note;
      continue;
    }
    const fault = await server.unload(name);
    log('taken out', { name, reason: note ? 'its load had not ended' : 'no note tells of it', fault: fault?.reason });
  }
  await server.tidy(new Set(Object.keys(names)));
  // Not before: without it, what was not seen to answer would count as loaded.
  if (loading !== undefined) notes.endLoading();
  const copies = Object.values(names).map(({ model, version }): LocalCopy => ({ model, version, state: 'ready' }));
  // One that holds nothing of what it was given has begun a new life.
  const freed = copies.length > 0 ? notes.freed() : 0;
  return { live: true, copies, names, freed, culprit: undefined };
}

/** Undefined: the server is not there. Only an agent that was here before waits for one that may be busy. */
async function loadedNow(
  { server, pace, log }: AgentParts,
  before: boolean,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  let silent = 0;
  for (let left = before ? tries : 1; left > 0 && !signal.aborted; ) {
    if (await isLive(server, before)) {
      const loaded = await server.loaded();
      if (loaded !== undefined) return loaded;
      // Whatever it holds would be lost to routers, or stay there uncounted: nobody goes on without an answer.
      if (++silent === tries) log('server does not say what it holds');
    } else {
      left--;
    }
    if (left > 0) await pause(pace.look, signal);
  }
  return undefined;
}
