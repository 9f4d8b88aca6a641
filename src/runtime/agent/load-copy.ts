import { loadName } from '../../ir/index.ts';
import { copyKey, type LocalCopy } from './decide/index.ts';
import type { FailureKind } from './failures.ts';
import type { NamedCopy } from './notes.ts';
import type { AgentParts } from './parts.ts';
import type { ServerFault } from './servers/server.ts';

export interface LoadFault {
  readonly kind: FailureKind;
  readonly reason: string;
}

const kinds = { model: 'refused', server: 'death', passing: 'passing' } as const satisfies Record<
  ServerFault['kind'],
  FailureKind
>;

/**
 * Loads one copy and has it answer a first request. What is noted on disk comes before what it speaks of: which version
 * the name is, and that this load is under way. What did not come right is taken out again.
 *
 * @param names what every name is, with this one
 * @param died whether the server has died since
 */
export async function loadCopy(
  { server, notes }: AgentParts,
  { version }: LocalCopy,
  names: Readonly<Record<string, NamedCopy>>,
  artifact: string | undefined,
  died: () => boolean,
): Promise<LoadFault | undefined> {
  if (artifact === undefined) return { kind: 'passing', reason: 'its artifact is gone' };
  const name = loadName(version);
  try {
    notes.saveNames(names);
    notes.saveLoading(copyKey(version));
  } catch (error) {
    return { kind: 'passing', reason: `what is to be loaded cannot be noted: ${String(error)}` };
  }
  const fault = (await server.prepare(version, artifact)) ?? (await server.load(name)) ?? (await server.warmUp(name));
  if (fault !== undefined && !died()) await server.unload(name);
  try {
    notes.endLoading();
  } catch (error) {
    return { kind: 'passing', reason: `what was loaded cannot be noted: ${String(error)}` };
  }
  if (fault === undefined) return undefined;
  return { kind: died() && fault.kind === 'passing' ? 'death' : kinds[fault.kind], reason: fault.reason };
}
