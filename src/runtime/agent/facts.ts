import type { LoadedModel } from '../../envoy/index.ts';
import { type DecodedShards, loadName, type PlannedModel, type PodLoad, type Version } from '../../ir/index.ts';
import type { Done } from './agent-metrics.ts';
import { copyKey, type LocalCopy } from './decide/index.ts';
import { MemoryAccount } from './memory-account.ts';
import type { NamedCopy } from './notes.ts';
import type { AgentParts } from './parts.ts';
import { plannedModels } from './planned-models.ts';

/** All that an agent knows of its pod at one moment. */
export class Facts {
  readonly memory: MemoryAccount;
  /** Absent: no plan yet. */
  plan: readonly PlannedModel[] | undefined;
  planDigest: string | undefined;
  planFault: string | undefined;
  /** What the pod has to do. Absent: not known. */
  load: PodLoad | undefined;
  /** How often something was done. */
  readonly done: Done = { fetches: { ok: 0, failed: 0 }, loads: { ok: 0, failed: 0 } };
  live = false;
  /** Lives of the inference server: what began in one ends with it. */
  life = 0;
  draining = false;
  /** Whether a load waits for what copies take that are dropping. */
  hurry = false;
  copies: readonly LocalCopy[] = [];
  /** By name: what the server may know by it. */
  names: Readonly<Record<string, NamedCopy>> = {};
  /** Names that requests are let in for. */
  readonly open = new Set<string>();
  /** By key: paths of verified artifacts. */
  readonly fetched = new Map<string, string>();
  /** By key: when it was first tried, in milliseconds. */
  readonly tried = new Map<string, number>();
  readonly #log: AgentParts['log'];

  constructor({ settings, log }: AgentParts) {
    this.memory = new MemoryAccount(settings.runtime.returnsMemory, settings.memory - settings.capacity.memory);
    this.#log = log;
  }

  adopt({ digest, entries }: DecodedShards<PlannedModel>): readonly PlannedModel[] {
    const { models, ignored } = plannedModels(entries);
    this.#log('plan', { digest, models: models.length, ...(ignored.length > 0 && { ignored }) });
    this.plan = models;
    this.planDigest = digest;
    const named = new Set(models.flatMap(({ current, former }) => [current, ...former].map(copyKey)));
    for (const key of this.tried.keys()) if (!named.has(key)) this.tried.delete(key);
    return models;
  }

  /** What the plan has for a model. */
  entry(model: string): PlannedModel | undefined {
    return this.plan?.find(({ name }) => name === model);
  }

  /** The version of a key, and its model, if the plan names it. */
  named(key: string): { readonly model: string; readonly version: Version } | undefined {
    for (const { name, current, former } of this.plan ?? []) {
      const version = [current, ...former].find((one) => copyKey(one) === key);
      if (version !== undefined) return { model: name, version };
    }
    return undefined;
  }

  /** Notes what the server is to know by a name. Names that nothing is known by any more are forgotten. */
  name(copy: LocalCopy): void {
    const limits = this.entry(copy.model)?.limits ?? {};
    const known = new Set(this.copies.map(({ version }) => loadName(version)));
    const before = Object.entries(this.names).filter(([name]) => known.has(name));
    this.names = {
      ...Object.fromEntries(before),
      [loadName(copy.version)]: { model: copy.model, version: copy.version, limits },
    };
  }

  change(key: string, how: (copy: LocalCopy) => LocalCopy): void {
    this.copies = this.copies.map((copy) => (copyKey(copy.version) === key ? how(copy) : copy));
  }

  /** Takes out a copy, if it is still in the state that it was in. */
  forget(key: string, state: LocalCopy['state']): void {
    this.copies = this.copies.filter((copy) => copyKey(copy.version) !== key || copy.state !== state);
  }

  /** What the sidecar is to let in. */
  letIn(): readonly LoadedModel[] {
    return [...this.open].toSorted().map((name) => ({ physical: name, ...this.limits(name) }));
  }

  /** As the plan says now; for a model that it has no more, as it said. */
  limits(name: string): PlannedModel['limits'] {
    const note = this.names[name];
    const { concurrency, timeout } = (note && this.entry(note.model)?.limits) ?? note?.limits ?? {};
    return { ...(concurrency !== undefined && { concurrency }), ...(timeout !== undefined && { timeout }) };
  }
}
