import { type Environment, isAutoscaled, type Runtime, type Server, type ServerPlan } from '../../ir/index.ts';
import {
  annotationKeys,
  autoscaled,
  commonLabels,
  configFiles,
  containers,
  ports,
  serverNames,
  serverSelector,
  volumes,
} from '../../names/index.ts';
import { agentSettings } from '../settings/agent-settings.ts';
import { autoscalers } from './autoscaler.ts';
import { podDisruptionBudget, serviceAccount } from './common-objects.ts';
import { checksum, configMap, serverPlanConfigMaps, settingsText } from './config-maps.ts';
import { finishServerPod } from './finish-pod.ts';
import { supportMetadata, workloadMetadata } from './metadata.ts';
import { mebibytes } from './quantity.ts';
import { serverPod } from './server-pod.ts';
import type {
  ClaimRetention,
  ConfigMap,
  KubernetesObject,
  Labels,
  Service,
  StatefulSet,
  VolumeClaimTemplate,
} from './types.ts';

/**
 * Everything that one server of a fleet needs in the cluster.
 *
 * @param sidecar what its sidecars start with: other servers' do, too
 */
export function serverObjects(
  environment: Environment,
  server: Server,
  runtime: Runtime,
  plan: ServerPlan,
  sidecar: ConfigMap,
): readonly KubernetesObject[] {
  const names = serverNames(server.name);
  const labels = serverSelector(server.name);
  const config = configMap(supportMetadata(environment, names.config, labels), {
    [configFiles.agent]: settingsText(agentSettings(environment, server, runtime)),
  });
  return [
    serviceAccount(environment, names.serviceAccount, labels),
    headlessService(environment, server, labels),
    config,
    ...serverPlanConfigMaps(environment, plan, server.planShards, labels),
    statefulSet(environment, server, runtime, plan, checksum(sidecar, config)),
    podDisruptionBudget(environment, names.podDisruptionBudget, labels),
    ...autoscalers(environment, server, plan),
  ];
}

/** Gives each pod its name in DNS, ready or not: which pods get requests is the router's to say. */
function headlessService(environment: Environment, server: Server, labels: Labels): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: supportMetadata(environment, serverNames(server.name).service, labels),
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: labels,
      ports: [ports.inbound].map(({ name, port }) => ({
        name,
        port,
        targetPort: port,
        protocol: 'TCP',
      })),
    },
  };
}

function statefulSet(
  environment: Environment,
  server: Server,
  runtime: Runtime,
  plan: ServerPlan,
  configChecksum: string,
): StatefulSet {
  const names = serverNames(server.name);
  const labels = serverSelector(server.name);
  const claim = cacheClaim(server);
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: workloadMetadata(environment, names.statefulSet, labels, {
      [annotationKeys.replicas]: isAutoscaled(server) ? autoscaled : String(plan.base),
    }),
    spec: {
      // Stated even where an autoscaler owns it: a field that is taken away falls back to 1.
      replicas: plan.base,
      serviceName: names.service,
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate' },
      selector: { matchLabels: labels },
      template: {
        metadata: {
          labels: { ...commonLabels(environment.name), ...labels },
          annotations: {
            [annotationKeys.configChecksum]: configChecksum,
            'kubectl.kubernetes.io/default-container': containers.server,
          },
        },
        spec: finishServerPod(serverPod(environment, server, runtime), server),
      },
      ...(claim && { volumeClaimTemplates: [claim], persistentVolumeClaimRetentionPolicy: claimRetention(server) }),
    },
  };
}

function cacheClaim({ cache: { size, storageClass } }: Server): VolumeClaimTemplate | undefined {
  if (storageClass === undefined) return undefined;
  return {
    // Both are added by the API server where they lack, and then look like a change for ever.
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: volumes.cache },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: storageClass,
      volumeMode: 'Filesystem',
      resources: { requests: { storage: mebibytes(size) } },
    },
  };
}

/**
 * A cache can always be filled again, so no claim outlives its server. A replica that an autoscaler takes away comes
 * back and finds its cache. Where the number of replicas is fixed, one is taken away by a commit, and for good: its
 * claim goes with its pod. One whose pod went before that stays with the server, since Kubernetes looks at pods.
 */
function claimRetention(server: Server): ClaimRetention {
  return { whenDeleted: 'Delete', whenScaled: isAutoscaled(server) ? 'Retain' : 'Delete' };
}
