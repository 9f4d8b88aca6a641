import { byCodeUnit } from '../diagnostics/index.ts';
import type { ModelFormat, ModelPart, Runtime, RuntimeFormat, ServerPart } from '../ir/index.ts';

/** What the words begin with that only the compiler gives to servers. */
export const reservedWords = ['runtime=', 'tenant='] as const;

/** `sklearn`, or `sklearn:1` with a version: what a model of the format requires. */
export function formatWord({ name, version }: ModelFormat): string {
  return version === undefined ? name : `${name}:${version}`;
}

/** The entry by which the runtime offers the format, of highest priority; one without a version stands for all. */
export function offer({ formats }: Runtime, { name, version }: ModelFormat): RuntimeFormat | undefined {
  let best: RuntimeFormat | undefined;
  for (const format of formats) {
    if (format.name !== name) continue;
    if (version !== undefined && format.version !== undefined && format.version !== version) continue;
    if (best === undefined || format.priority > best.priority) best = format;
  }
  return best;
}

/**
 * What a server offers: the name of each format and each of its versions, its runtime, the user's words, and its tenant
 * where tenants are used at all (empty where it has none, so that only models of no tenant go there). `asked` has the
 * versions that models ask for, by format: a runtime that says no version offers all of them.
 */
export function serverWords(
  part: ServerPart,
  runtime: Runtime,
  tenants: boolean,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const words = new Set<string>(part.capabilities);
  for (const { name, version } of runtime.formats) {
    words.add(name);
    for (const each of version === undefined ? (asked.get(name) ?? []) : [version]) words.add(`${name}:${each}`);
  }
  words.add(`runtime=${runtime.name}`);
  if (tenants) words.add(`tenant=${part.tenant ?? ''}`);
  return [...words].toSorted(byCodeUnit);
}

/** What a model requires; `runtime` where several offer its format and one is preferred. */
export function modelWords(part: ModelPart, tenants: boolean, runtime: string | undefined): readonly string[] {
  const words = new Set<string>([formatWord(part.format), ...part.requires]);
  if (runtime !== undefined) words.add(`runtime=${runtime}`);
  if (tenants) words.add(`tenant=${part.tenant ?? ''}`);
  return [...words].toSorted(byCodeUnit);
}

/** Versions that models ask for, by the name of the format. */
export function askedVersions(models: readonly ModelPart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { format } of models) {
    if (format.version === undefined) continue;
    const versions = asked.get(format.name) ?? new Set();
    asked.set(format.name, versions.add(format.version));
  }
  return asked;
}
