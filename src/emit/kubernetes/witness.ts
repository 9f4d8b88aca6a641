import type { Environment, Runtime } from '../../ir/index.ts';
import {
  annotationKeys,
  commonLabels,
  componentSelector,
  configFiles,
  containers,
  gatewayPlanConfigMap,
  mountPaths,
  ports,
  probePaths,
  volumes,
  witnessNames,
} from '../../names/index.ts';
import { witnessSettings } from '../settings/witness-settings.ts';
import { podDisruptionBudget, serviceAccount } from './common-objects.ts';
import { checksum, configMap, settingsText } from './config-maps.ts';
import { containerPorts, podVariables, probe, programProbes, resources } from './containers.ts';
import { finishPod } from './finish-pod.ts';
import { supportMetadata, workloadMetadata } from './metadata.ts';
import { patience } from './patience.ts';
import { witnessPolicy } from './policies.ts';
import type { ConfigMap, Deployment, KubernetesObject, PodSpec, Service } from './types.ts';
import { configVolume, internalTlsMounts, planVolume, scratch, scratchMount, secretVolume } from './volumes.ts';

const labels = componentSelector('witness');
const needs = { cpu: { request: 50, limit: 500 }, memory: 256, disk: 256 } as const;
const scratchSize = 64;

/** Everything that the witness of an environment needs in the cluster. */
export function witnessObjects(
  environment: Environment,
  runtimes: readonly Runtime[],
  plan: readonly ConfigMap[],
): readonly KubernetesObject[] {
  const config = configMap(supportMetadata(environment, witnessNames.config, labels), {
    [configFiles.witness]: settingsText(witnessSettings(environment)),
  });
  return [
    serviceAccount(environment, witnessNames.serviceAccount, labels),
    witnessPolicy(environment),
    pageService(environment),
    config,
    deployment(environment, runtimes, plan, config),
    podDisruptionBudget(environment, witnessNames.podDisruptionBudget, labels),
  ];
}

function pageService(environment: Environment): Service {
  const { name, port } = ports.witness;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: supportMetadata(environment, witnessNames.service, labels),
    spec: {
      type: 'ClusterIP',
      // Its page is wanted most when it is not ready.
      publishNotReadyAddresses: true,
      selector: labels,
      ports: [{ name, port, targetPort: port, protocol: 'TCP' }],
    },
  };
}

function deployment(
  environment: Environment,
  runtimes: readonly Runtime[],
  plan: readonly ConfigMap[],
  config: ConfigMap,
): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: workloadMetadata(environment, witnessNames.deployment, labels),
    spec: {
      replicas: 1,
      // A Deployment is called failed only where a roll-out of it takes too long.
      progressDeadlineSeconds: patience(environment, runtimes),
      strategy: { type: 'Recreate' },
      selector: { matchLabels: labels },
      template: {
        metadata: {
          labels: { ...commonLabels(environment.name), ...labels },
          annotations: {
            [annotationKeys.configChecksum]: checksum(config),
            // Begins a roll-out with each plan, so that one that is not reached in time shows as failed.
            [annotationKeys.planChecksum]: checksum(...plan),
          },
        },
        spec: finishPod(witnessPod(environment)),
      },
    },
  };
}

function witnessPod({ images, gateway, tls }: Environment): PodSpec {
  return {
    serviceAccountName: witnessNames.serviceAccount,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 10,
    containers: [
      {
        name: containers.witness,
        image: images.stowage,
        imagePullPolicy: 'IfNotPresent',
        command: ['stowage', 'witness'],
        args: [`--settings=${mountPaths.config}/${configFiles.witness}`, `--plan=${mountPaths.plan}`],
        env: podVariables(['podName']),
        ports: containerPorts([ports.witness]),
        resources: resources(needs),
        ...programProbes(ports.witness.port),
        readinessProbe: probe(ports.witness.port, probePaths.ready, 5, 1),
        volumeMounts: [
          { name: volumes.config, mountPath: mountPaths.config, readOnly: true },
          { name: volumes.plan, mountPath: mountPaths.plan, readOnly: true },
          scratchMount(containers.witness),
          ...internalTlsMounts(tls.internalSecret),
        ],
      },
    ],
    volumes: [
      configVolume([witnessNames.config]),
      planVolume(Array.from({ length: gateway.planShards }, (_, shard) => gatewayPlanConfigMap(shard))),
      scratch(containers.witness, scratchSize),
      ...(tls.internalSecret === undefined ? [] : [secretVolume(volumes.internalTls, tls.internalSecret)]),
    ],
  };
}
