/** The parts of Argo CD's API that we emit, so that a misspelt field does not compile. */

import type { KubernetesObject, Labels, Metadata } from '../kubernetes/types.ts';

export interface Application extends KubernetesObject<'Application'> {
  readonly metadata: Metadata & { readonly finalizers: readonly string[] };
  readonly spec: Place & Handling;
}

/** The one object of ours that is in no namespace. */
export interface Namespace {
  readonly apiVersion: 'v1';
  readonly kind: 'Namespace';
  readonly metadata: { readonly name: string; readonly labels: Labels };
}

export interface ApplicationSet extends KubernetesObject<'ApplicationSet'> {
  readonly spec: {
    readonly goTemplate: true;
    readonly goTemplateOptions: readonly ['missingkey=error'];
    readonly generators: readonly { readonly git: GitGenerator }[];
    readonly template: {
      readonly metadata: {
        readonly labels: Labels;
        readonly annotations: Labels;
        readonly finalizers: readonly string[];
      };
      readonly spec: { readonly project: string; readonly destination: Readonly<Record<string, never>> } & Handling;
    };
  };
}

export interface GitGenerator {
  readonly repoURL: string;
  readonly revision: string;
  readonly directories: readonly { readonly path: string }[];
  /** Goes over the template of the set. */
  readonly template: {
    readonly metadata: { readonly name: string; readonly labels: Labels };
    readonly spec: Place;
  };
}

/** What is applied where. */
export interface Place {
  readonly project: string;
  readonly source: {
    readonly repoURL: string;
    readonly targetRevision: string;
    readonly path: string;
    readonly plugin?: {
      readonly name: string;
      readonly parameters: readonly { readonly name: string; readonly string: string }[];
    };
  };
  readonly destination: { readonly namespace: string } & ({ readonly server: string } | { readonly name: string });
}

/** How it is applied. */
export interface Handling {
  readonly ignoreDifferences: readonly {
    readonly group: string;
    readonly kind: string;
    readonly jqPathExpressions: readonly string[];
  }[];
  readonly syncPolicy: {
    readonly automated: { readonly prune: true; readonly selfHeal: true; readonly allowEmpty: false };
    readonly syncOptions: readonly string[];
    readonly retry: {
      /** -1: for ever. */
      readonly limit: number;
      readonly refresh: true;
      readonly backoff: { readonly duration: string; readonly factor: number; readonly maxDuration: string };
    };
  };
}
