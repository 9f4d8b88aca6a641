import { type Autoscale, type Environment, isScaledByKeda, type Server, type ServerPlan } from '../../ir/index.ts';
import {
  containers,
  gatewayMetricsHost,
  loadPath,
  ports,
  serverNames,
  serverSelector,
  targetLoad,
} from '../../names/index.ts';
import { workloadMetadata } from './metadata.ts';
import type { HorizontalPodAutoscaler, ScaledObject, Trigger } from './types.ts';

/**
 * What scales one server between its base, which the required copies rest on, and the most that the plan knows. By CPU
 * alone Kubernetes does it; with numbers of the gateway's it takes KEDA, which then has all targets.
 */
export function autoscalers(
  environment: Environment,
  server: Server,
  plan: ServerPlan,
): readonly (HorizontalPodAutoscaler | ScaledObject)[] {
  const { autoscale } = server;
  if (autoscale === undefined || plan.base < 1) return [];
  if (isScaledByKeda(server)) return [scaledObject(environment, server, autoscale, plan)];
  return autoscale.cpu === undefined ? [] : [horizontalPodAutoscaler(environment, server, autoscale.cpu, plan)];
}

/** `behavior` is left out: the API server fills in its rules only where it is given. */
function horizontalPodAutoscaler(
  environment: Environment,
  server: Server,
  cpu: number,
  plan: ServerPlan,
): HorizontalPodAutoscaler {
  const names = serverNames(server.name);
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: workloadMetadata(environment, names.horizontalPodAutoscaler, serverSelector(server.name)),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: names.statefulSet },
      minReplicas: plan.base,
      maxReplicas: mostReplicas(plan),
      metrics: [
        {
          type: 'ContainerResource',
          // Of the server alone: the sidecars would dilute it.
          containerResource: {
            name: 'cpu',
            container: containers.server,
            target: { type: 'Utilization', averageUtilization: cpu },
          },
        },
      ],
    },
  };
}

/** Seconds between two questions of KEDA's own; the HorizontalPodAutoscaler that it makes asks as often by itself. */
const pollingInterval = 15;

/** So many questions without an answer, and the number of replicas stays what it is. */
const failureThreshold = 3;

/**
 * What KEDA's operator writes back is without fields that are false or empty, so none is emitted: it would look changed
 * for ever. That nothing is restored when it is deleted is the default.
 */
function scaledObject(environment: Environment, server: Server, autoscale: Autoscale, plan: ServerPlan): ScaledObject {
  const names = serverNames(server.name);
  const labels = {
    ...serverSelector(server.name),
    // KEDA adds it where it lacks.
    'scaledobject.keda.sh/name': names.scaledObject,
  };
  // A server that was scaled by CPU alone has an autoscaler of this name, which KEDA takes over: it refuses to be the
  // second one.
  const annotations = { 'scaledobject.keda.sh/transfer-hpa-ownership': 'true' };
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: workloadMetadata(environment, names.scaledObject, labels, annotations),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: names.statefulSet },
      minReplicaCount: plan.base,
      maxReplicaCount: mostReplicas(plan),
      pollingInterval,
      advanced: { horizontalPodAutoscalerConfig: { name: names.horizontalPodAutoscaler } },
      fallback: { behavior: 'currentReplicas', failureThreshold, replicas: plan.base },
      triggers: triggers(environment, server, autoscale),
    },
  };
}

function triggers({ namespace }: Environment, { name }: Server, autoscale: Autoscale): readonly Trigger[] {
  const url = `http://${gatewayMetricsHost(namespace)}:${ports.routerMetrics.port}${loadPath}${name}`;
  const asked = (
    [
      ['in-flight', targetLoad.inFlight, autoscale.inFlight],
      ['requests-per-second', targetLoad.requestsPerSecond, autoscale.requestsPerSecond],
    ] as const
  ).flatMap(([trigger, valueLocation, target]): Trigger[] =>
    target === undefined
      ? []
      : [
          {
            type: 'metrics-api',
            name: trigger,
            metricType: 'AverageValue',
            metadata: { url, valueLocation, targetValue: String(target) },
          },
        ],
  );
  const { cpu } = autoscale;
  const byCpu: readonly Trigger[] =
    cpu === undefined
      ? []
      : [
          {
            type: 'cpu',
            name: 'cpu',
            metricType: 'Utilization',
            metadata: { containerName: containers.server, value: String(cpu) },
          },
        ];
  return [...asked, ...byCpu];
}

function mostReplicas({ base, max }: ServerPlan): number {
  return Math.max(base, max);
}
