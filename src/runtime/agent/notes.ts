import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DecodedShards, isObject, type PlannedModel, type Version } from '../../ir/index.ts';
import { removeFile, writeAtomically } from '../files.ts';
import type { Log } from '../log.ts';
import { isVersion } from './planned-models.ts';

/** What the inference server knows by one name, and what its requests may take. */
export interface NamedCopy {
  readonly model: string;
  readonly version: Version;
  readonly limits: PlannedModel['limits'];
}

/** How one version has failed on this pod. */
export interface FailureNote {
  readonly reason: string;
  /** How often the server refused to load it, and how often it died of a load. */
  readonly refusals: number;
  readonly deaths: number;
  /** As in `Failure`. */
  readonly terminal?: true;
}

/** By model: what the plan asked for when versions failed, and by key which did. */
export type FailureNotes = Readonly<Record<string, ModelFailures>>;

export interface ModelFailures {
  /** Key of the version that the plan asks for. */
  readonly asked: string;
  readonly failed: Readonly<Record<string, FailureNote>>;
}

const files = {
  plan: 'plan.json',
  names: 'names.json',
  failures: 'failures.json',
  loading: 'loading.json',
  memory: 'memory.json',
} as const;

/**
 * What an agent must know after its own restart. Everything is written before that which it speaks of begins. A file that
 * cannot be read counts as not there. Writing throws where the disk does not take it.
 */
export class Notes {
  readonly #folder: string;
  readonly #log: Log;

  constructor(folder: string, log: Log) {
    this.#folder = folder;
    this.#log = log;
    mkdirSync(folder, { recursive: true });
  }

  /** The last good plan. */
  plan(): DecodedShards<PlannedModel> | undefined {
    const plan = this.#read<DecodedShards<PlannedModel>>(files.plan);
    return typeof plan?.digest === 'string' && Array.isArray(plan.entries) ? plan : undefined;
  }

  savePlan(plan: DecodedShards<PlannedModel>): void {
    this.#write(files.plan, plan);
  }

  /** Which version each name is, of those that may be loaded. */
  names(): Readonly<Record<string, NamedCopy>> {
    return entriesOf(this.#read(files.names), isNamedCopy);
  }

  saveNames(names: Readonly<Record<string, NamedCopy>>): void {
    this.#write(files.names, names);
  }

  failures(): FailureNotes {
    return entriesOf(this.#read(files.failures), isModelFailures);
  }

  saveFailures(failures: FailureNotes): void {
    this.#write(files.failures, failures);
  }

  /** Key of the copy whose load was under way when the agent ended, and whether it was told to end. Undefined: none was. */
  loading(): { readonly key: string; readonly cut: boolean } | undefined {
    const { key, cut } = this.#read<{ readonly key?: unknown; readonly cut?: unknown }>(files.loading) ?? {};
    return typeof key === 'string' ? { key, cut: cut === true } : undefined;
  }

  saveLoading(key: string): void {
    this.#write(files.loading, { key });
  }

  /** The agent is told to end: what comes of the load under way tells nothing of the model. */
  cutLoading(): void {
    const loading = this.loading();
    if (loading !== undefined) this.#write(files.loading, { ...loading, cut: true });
  }

  endLoading(): void {
    removeFile(join(this.#folder, files.loading));
  }

  /** MiB that the inference server does not give back and uses again. */
  freed(): number {
    const freed = this.#read<{ readonly freed?: unknown }>(files.memory)?.freed;
    return typeof freed === 'number' && freed > 0 ? freed : 0;
  }

  saveFreed(freed: number): void {
    this.#write(files.memory, { freed });
  }

  #write(file: string, value: object): void {
    writeAtomically(join(this.#folder, file), `${JSON.stringify(value)}\n`);
  }

  #read<Value extends object>(file: string): Value | undefined {
    let text: string;
    try {
      text = readFileSync(join(this.#folder, file), 'utf8');
    } catch {
      return undefined;
    }
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Value;
    } catch {
      // Said below.
    }
    this.#log('state file ignored', { file, reason: 'it is no JSON object' });
    return undefined;
  }
}

/** What a file has by name, as far as it is of this shape: another version of the agent may have written it. */
function entriesOf<Value>(found: object | undefined, is: (value: unknown) => value is Value): Record<string, Value> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(found ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => is(entry[1])));
}

function isNamedCopy(value: unknown): value is NamedCopy {
  return (
    isObject(value) && typeof value['model'] === 'string' && isVersion(value['version']) && isObject(value['limits'])
  );
}

function isModelFailures(value: unknown): value is ModelFailures {
  if (!isObject(value) || typeof value['asked'] !== 'string' || !isObject(value['failed'])) return false;
  return Object.values(value['failed']).every(
    (note) =>
      isObject(note) &&
      typeof note['reason'] === 'string' &&
      typeof note['refusals'] === 'number' &&
      typeof note['deaths'] === 'number',
  );
}
