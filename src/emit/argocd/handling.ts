import { annotationKeys, autoscaled } from '../../names/index.ts';
import type { Labels } from '../kubernetes/types.ts';
import type { Handling } from './types.ts';

/** With it, Argo CD takes away all that an Application made before the Application itself is gone. */
export const finalizers: readonly string[] = ['resources-finalizer.argocd.argoproj.io'];

/**
 * Differences are what a dry run says would change, so that what the API server writes in is none, and so that both
 * sides that are compared are objects of the API server: `ignoredReplicas` rests on it.
 */
export const annotations: Labels = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' };

/**
 * Which replicas Argo CD leaves as it finds them, in jq: it is asked of the object of the API server (which has a
 * `uid`) and of the manifest, each by itself. Where the object's are left, its number goes into what is applied, unless
 * the manifest's are not left.
 *
 * - `autoscaled`: whatever the number is, on both sides.
 * - A number that is as annotated, on the object: no difference from a manifest that says the same; drift is one. When
 *   an autoscaler takes over, the number that runs is applied. Were it not, the field would be nobody's for a moment,
 *   and fall back to 1 (kubernetes#67135). The same of an object without the annotation, which itself is a difference.
 */
const ignoredReplicas = (() => {
  const annotation = `.metadata.annotations[${JSON.stringify(annotationKeys.replicas)}]`;
  const number = '(.spec.replicas | tostring)';
  const asAnnotated = `(.metadata.uid != null and (${annotation} // ${number}) == ${number})`;
  return `select(${annotation} == ${JSON.stringify(autoscaled)} or ${asAnnotated}) | .spec.replicas`;
})();

/** How Argo CD applies an environment: the same for every one. */
export const handling: Handling = {
  ignoreDifferences: [
    {
      group: 'apps',
      kind: 'StatefulSet',
      // The object says it itself, so that a server may get an autoscaler with no change of an Application.
      jqPathExpressions: [ignoredReplicas],
    },
  ],
  syncPolicy: {
    automated: { prune: true, selfHeal: true, allowEmpty: false },
    syncOptions: [
      // The plan of a large fleet does not fit into the annotation that the other kind of apply keeps.
      'ServerSideApply=true',
      // A commit for one model would otherwise apply every object of the fleet anew.
      'ApplyOutOfSyncOnly=true',
      // Else a sync for another reason would set the replicas of an autoscaled server back.
      'RespectIgnoreDifferences=true',
      'FailOnSharedResource=true',
      // In the foreground, nothing is made before the pods of a server that goes have ended, and they end only when
      // their models are ready elsewhere: perhaps on a server that is yet to be made.
      'PrunePropagationPolicy=background',
    ],
    // A sync that failed is otherwise not tried again until the next commit, and nothing heals until then. With
    // `refresh` a retry takes the newest commit, so that a revert ends what it reverts.
    retry: { limit: -1, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '1m0s' } },
  },
};
