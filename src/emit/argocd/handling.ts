import { annotationKeys, autoscaled } from '../../names/index.ts';
import type { Handling } from './types.ts';

/** With it, Argo CD takes away all that an Application made before the Application itself is gone. */
export const finalizers: readonly string[] = ['resources-finalizer.argocd.argoproj.io'];

/** How Argo CD applies an environment: the same for every one. */
export const handling: Handling = {
  ignoreDifferences: [
    {
      group: 'apps',
      kind: 'StatefulSet',
      // The object says it itself, so that a server may get an autoscaler with no change of an Application.
      jqPathExpressions: [
        `select(.metadata.annotations[${JSON.stringify(annotationKeys.replicas)}] == ${JSON.stringify(autoscaled)}) | .spec.replicas`,
      ],
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
