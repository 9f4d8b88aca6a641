import type { Diagnostics } from '../../diagnostics/index.ts';
import type {
  EnvironmentPart,
  FaultyPart,
  FleetParts,
  Json,
  JsonObject,
  ModelPart,
  Runtime,
  ServerPart,
} from '../../ir/index.ts';
import type { Document } from '../../read/index.ts';
import { dialectCodes } from '../codes.ts';
import { checkDocument, type FieldAdvice } from '../faults.ts';
import type { EnvironmentDocument } from './environment.gen.ts';
import { environmentPart } from './environment.ts';
import { laterField, laterRuntimes } from './later.ts';
import type { ModelDocument } from './model.gen.ts';
import { modelPart } from './model.ts';
import type { RuntimeDocument } from './runtime.gen.ts';
import { runtimePart } from './runtime.ts';
import type { ServerDocument } from './server.gen.ts';
import { serverPart } from './server.ts';
import { type NativeKind, type Subject, subjectName, subjectOf } from './subject.ts';

export { laterKinds } from './later.ts';
export type { NativeKind } from './subject.ts';

export const nativeKinds: readonly NativeKind[] = ['Environment', 'Runtime', 'Server', 'Model'];

/** A document whose apiVersion and kind are known to be of this dialect. */
export interface NativeDocument {
  readonly kind: NativeKind;
  readonly document: Document;
}

/** Reads all documents of the native kinds. Those with faults are reported, and named among the faulty ones. */
export function readNative(documents: readonly NativeDocument[], diagnostics: Diagnostics): FleetParts {
  const environments: EnvironmentPart[] = [];
  const runtimes: Runtime[] = [];
  const servers: ServerPart[] = [];
  const models: ModelPart[] = [];
  const faulty: FaultyPart[] = [];
  const ownRuntimes = new Set(
    documents.filter(({ kind }) => kind === 'Runtime').map(({ document }) => nameOf(document.value)),
  );

  const kinds: Readonly<Record<NativeKind, (spec: JsonObject, subject: Subject) => boolean>> = {
    Environment: (spec, subject) =>
      keep(environments, environmentPart(spec as unknown as EnvironmentDocument['spec'], subject), subject),
    Runtime: (spec, subject) =>
      keep(runtimes, runtimePart(spec as unknown as RuntimeDocument['spec'], subject), subject),
    Server: (spec, subject) => {
      if (!ownRuntimes.has(spec['runtime']) && isLaterRuntime(spec, subject)) return false;
      return keep(servers, serverPart(spec as unknown as ServerDocument['spec'], subject), subject);
    },
    Model: (spec, subject) => keep(models, modelPart(spec as unknown as ModelDocument['spec'], subject), subject),
  };

  for (const { kind, document } of documents) {
    const name = nameOf(document.value);
    const advice = adviceOf(kind);
    const schema = kind.toLowerCase() as Lowercase<NativeKind>;
    const sound =
      checkDocument(document, schema, () => subjectName(kind, name), diagnostics, advice) &&
      kinds[kind](document.value['spec'] as JsonObject, subjectOf(document, kind, name as string, diagnostics));
    if (!sound) faulty.push({ kind, ...(typeof name === 'string' && { name }) });
  }
  return { environments, runtimes, servers, models, faulty };
}

/** Adds the part, unless one of its amounts was reported. */
function keep<T>(parts: T[], part: T | undefined, { amounts }: Subject): boolean {
  if (part === undefined || amounts.faulty) return false;
  parts.push(part);
  return true;
}

function nameOf(document: JsonObject): Json | undefined {
  const metadata = document['metadata'];
  if (metadata === null || typeof metadata !== 'object' || Array.isArray(metadata)) return undefined;
  return (metadata as JsonObject)['name'];
}

function adviceOf(kind: NativeKind): FieldAdvice {
  return (pointer) => {
    if (pointer === '/metadata/namespace') {
      const help =
        kind === 'Environment'
          ? 'Write it as `spec.namespace`: it is that of everything that is emitted.'
          : 'Remove it: the namespace is that of the Environment, `spec.namespace`.';
      return { code: 'namespace', help };
    }
    const help = laterField(kind, pointer);
    return help === undefined ? undefined : { code: 'laterField', help };
  };
}

function isLaterRuntime(spec: JsonObject, { document, name, diagnostics }: Subject): boolean {
  const runtime = String(spec['runtime']);
  if (!laterRuntimes.includes(runtime)) return false;
  diagnostics.report(dialectCodes.laterRuntime, {
    message: `The runtime \`${runtime}\` of ${subjectName('Server', name)} is not built in yet`,
    origin: { file: document.file, document: document.index, pointer: '/spec/runtime' },
    help: `Write a Runtime named \`${runtime}\` that says how to drive it, or use a built-in one.`,
  });
  return true;
}
