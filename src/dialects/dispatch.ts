import { type Diagnostics, type Origin, suggest } from '../diagnostics/index.ts';
import type { Document } from '../read/index.ts';
import { dialectCodes } from './codes.ts';
import { describe, listed, quoted } from './describe.ts';
import { laterKinds, type NativeDocument, nativeKinds } from './native/index.ts';

const nativeVersion = 'stowage.dev/v1alpha1';

/** Groups of systems whose documents come later, or never; each with what to do meanwhile. */
const otherSystems: readonly { readonly group: string; readonly system: string; readonly help: string }[] = [
  {
    group: 'mlops.seldon.io',
    system: 'Seldon Core 2',
    help: 'Until they can be read, write a Stowage Model or Server for each and keep these outside the inputs.',
  },
  {
    group: 'machinelearning.seldon.io',
    system: 'Seldon Core 1',
    help: 'Write a Stowage Model and Server for each and keep these outside the inputs.',
  },
  {
    group: 'serving.kserve.io',
    system: 'KServe',
    help: 'Until they can be read, write a Stowage Model or Runtime for each and keep these outside the inputs.',
  },
  {
    group: 'serving.kubeflow.org',
    system: 'KFServing, now KServe',
    help: 'The group is `serving.kserve.io` since KServe 0.7. Neither can be read yet: write a Stowage Model for each and keep these outside the inputs.',
  },
];

const kustomizationHelp =
  'Kustomize reads this file, the compiler does not: keep it outside the inputs, or pipe `kustomize build` into `stowage compile -`.';

/** Kustomize's own names for its file, which may go without apiVersion and kind. */
function isKustomization(file: string): boolean {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file);
}

/**
 * Finds out what a document is by its apiVersion and kind alone, before anything else of it is looked at. What
 * cannot be read is reported: `later` where it is a planned kind, undefined where it may have been meant as any kind.
 */
export function dispatch(document: Document, diagnostics: Diagnostics): NativeDocument | 'later' | undefined {
  const { apiVersion, kind } = document.value;
  const at = (pointer: string): Origin => ({ file: document.file, document: document.index, pointer });

  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    const field = typeof apiVersion !== 'string' ? 'apiVersion' : 'kind';
    const value = document.value[field];
    const known = nativeKinds.map(String);
    const kustomization = isKustomization(document.file) && value === undefined;
    diagnostics.report(dialectCodes.noKind, {
      message:
        value === undefined
          ? `The document has no \`${field}\``
          : `\`${field}\` of the document is ${describe(value)}, but must be a text`,
      origin: at(value === undefined ? '' : `/${field}`),
      help: kustomization
        ? kustomizationHelp
        : `Every document begins with \`apiVersion: ${nativeVersion}\` and its \`kind\`: ${listed(known, 'or')}.`,
    });
    return undefined;
  }

  if (apiVersion === nativeVersion) return nativeKind(document, kind, diagnostics);

  const [group = ''] = apiVersion.split('/');
  if (group === 'kustomize.config.k8s.io') {
    diagnostics.report(dialectCodes.unknownApiVersion, {
      message: `${quoted(apiVersion)} is not an apiVersion that the compiler reads`,
      origin: at('/apiVersion'),
      help: kustomizationHelp,
    });
    return undefined;
  }
  const other = otherSystems.find((system) => system.group === group);
  if (other) {
    diagnostics.report(dialectCodes.laterDialect, {
      message: `Documents of ${other.system} cannot be read yet: ${quoted(kind)} of ${quoted(apiVersion)}`,
      origin: at('/apiVersion'),
      help: other.help,
    });
    return undefined;
  }

  const groups = ['stowage.dev', ...otherSystems.map((system) => system.group)];
  const near = group === 'stowage.dev' ? nativeVersion : suggest(apiVersion, [nativeVersion]);
  const nearGroup = suggest(group, groups);
  diagnostics.report(dialectCodes.unknownApiVersion, {
    message: `${quoted(apiVersion)} is not an apiVersion that the compiler reads`,
    origin: at('/apiVersion'),
    help:
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : nearGroup !== undefined
          ? `Did you mean the group \`${nearGroup}\`?`
          : `Its own documents have \`${nativeVersion}\`. Keep other Kubernetes objects outside the inputs: the compiler emits objects, it does not pass them on.`,
    fix: near === undefined ? undefined : { title: `Write \`${near}\``, origin: at('/apiVersion'), text: near },
  });
  return undefined;
}

function nativeKind(document: Document, kind: string, diagnostics: Diagnostics): NativeDocument | 'later' | undefined {
  const known = nativeKinds.find((native) => native === kind);
  if (known !== undefined) return { kind: known, document };
  const origin: Origin = { file: document.file, document: document.index, pointer: '/kind' };
  const later = laterKinds.get(kind);
  if (later !== undefined) {
    diagnostics.report(dialectCodes.laterKind, { message: `\`${kind}\` is not supported yet`, origin, help: later });
    return 'later';
  }
  const meant = suggest(kind, [...nativeKinds, ...laterKinds.keys()]);
  diagnostics.report(dialectCodes.unknownKind, {
    message: `${quoted(kind)} is not a kind of \`${nativeVersion}\``,
    origin,
    help: meant === undefined ? `Its kinds are ${listed(nativeKinds)}.` : `Did you mean \`${meant}\`?`,
    fix: meant === undefined ? undefined : { title: `Write \`${meant}\``, origin, text: meant },
  });
  return undefined;
}
