import { emitArgocd } from './argocd/application.ts';
import type { Emitter } from './emitter.ts';
import { emitKubernetes } from './kubernetes/emit.ts';

/** What a fleet can be rendered for, by name. */
export const emitters: Readonly<Record<string, Emitter>> = {
  kubernetes: emitKubernetes,
  argocd: emitArgocd,
};
