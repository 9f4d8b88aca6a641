import { certificateSecret, gatewayBootstrap, sdsNames } from '../../envoy/index.ts';
import {
  type Environment,
  type GatewayPlan,
  graceMargin,
  isScaledByKeda,
  type Runtime,
  type Server,
} from '../../ir/index.ts';
import {
  annotationKeys,
  commonLabels,
  componentSelector,
  configFiles,
  containers,
  gatewayListenPort,
  gatewayNames,
  gatewayPlanConfigMap,
  gatewayPortNames,
  mountPaths,
  ports,
  probePaths,
  volumes,
} from '../../names/index.ts';
import { routerSettings } from '../settings/router-settings.ts';
import { podDisruptionBudget, serviceAccount } from './common-objects.ts';
import {
  checksum,
  configMap,
  envoyFiles,
  gatewayPlanConfigMaps,
  internalSecrets,
  settingsText,
} from './config-maps.ts';
import {
  containerPorts,
  envoyPorts,
  podVariables,
  probe,
  programProbes,
  resources,
  waitForDrain,
} from './containers.ts';
import { envoyContainer } from './envoy-container.ts';
import { finishPod } from './finish-pod.ts';
import { supportMetadata, workloadMetadata } from './metadata.ts';
import { gatewayPolicy } from './policies.ts';
import { spread } from './spread.ts';
import type { ConfigMap, Container, Deployment, KubernetesObject, PodSpec, Service, Volume } from './types.ts';
import {
  configVolume,
  emptyVolume,
  internalTlsMounts,
  planVolume,
  scratch,
  scratchMount,
  secretVolume,
} from './volumes.ts';

const labels = componentSelector('gateway');
const routerNeeds = { cpu: { request: 250, limit: 1000 }, memory: 768, disk: 1024 } as const;

/** MiB for sockets and Envoy's files: with 100,000 models the routes take some 120, and are there twice while written. */
const runSize = 512;
const routerScratch = 64;
const envoyLogs = 256;

/** The plan of the gateway, which the witness reads as well. */
export function gatewayPlan(environment: Environment, plan: GatewayPlan): readonly ConfigMap[] {
  return gatewayPlanConfigMaps(environment, plan, labels);
}

/** Everything that the gateway of an environment needs in the cluster. */
export function gatewayObjects(
  environment: Environment,
  runtimes: readonly Runtime[],
  servers: readonly Server[],
  plan: readonly ConfigMap[],
): readonly KubernetesObject[] {
  const { tls } = environment;
  const config = configMap(supportMetadata(environment, gatewayNames.config, labels), {
    ...envoyFiles(gatewayBootstrap(environment), [
      ...internalSecrets(environment),
      ...(tls.gatewaySecret === undefined
        ? []
        : [certificateSecret(sdsNames.gatewayCertificate, mountPaths.gatewayTls)]),
    ]),
    [configFiles.router]: settingsText(routerSettings(environment, runtimes)),
  });
  return [
    serviceAccount(environment, gatewayNames.serviceAccount, labels),
    gatewayPolicy(environment, servers),
    clientService(environment),
    podsService(environment),
    ...(servers.some(isScaledByKeda) ? [metricsService(environment)] : []),
    config,
    ...plan,
    deployment(environment, config),
    podDisruptionBudget(environment, gatewayNames.podDisruptionBudget, labels),
  ];
}

/** What clients use. A load balancer may take long or never come, so it is not in a wave that others wait for. */
function clientService(environment: Environment): Service {
  const { tls } = environment;
  const { service, annotations, ports: clientPorts } = environment.gateway;
  const metadata = service === 'LoadBalancer' ? workloadMetadata : supportMetadata;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(environment, gatewayNames.service, labels, annotations),
    spec: {
      type: service,
      selector: labels,
      ports: [
        {
          name: gatewayPortNames.http,
          port: clientPorts.http,
          targetPort: gatewayListenPort(clientPorts.http),
          protocol: 'TCP',
        },
        {
          name: gatewayPortNames.grpc,
          port: clientPorts.grpc,
          targetPort: gatewayListenPort(clientPorts.grpc),
          protocol: 'TCP',
          // What is said here is spoken by meshes and ingresses that heed it: HTTP/2 in clear text, so not over TLS.
          ...(tls.gatewaySecret === undefined && { appProtocol: 'kubernetes.io/h2c' }),
        },
      ],
    },
  };
}

/** By which agents find every gateway pod, ready or not. */
function podsService(environment: Environment): Service {
  const { name, port } = ports.routerStream;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: supportMetadata(environment, gatewayNames.pods, labels),
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: labels,
      ports: [{ name, port, targetPort: port, protocol: 'TCP' }],
    },
  };
}

/** By which KEDA asks a router that is ready what servers have to do. */
function metricsService(environment: Environment): Service {
  const { name, port } = ports.routerMetrics;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: supportMetadata(environment, gatewayNames.metrics, labels),
    spec: { type: 'ClusterIP', selector: labels, ports: [{ name, port, targetPort: port, protocol: 'TCP' }] },
  };
}

function deployment(environment: Environment, config: ConfigMap): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: workloadMetadata(environment, gatewayNames.deployment, labels),
    spec: {
      replicas: environment.gateway.replicas,
      progressDeadlineSeconds: 600,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      selector: { matchLabels: labels },
      template: {
        metadata: {
          labels: { ...commonLabels(environment.name), ...labels },
          annotations: {
            [annotationKeys.configChecksum]: checksum(config),
            'kubectl.kubernetes.io/default-container': containers.envoy,
          },
        },
        spec: finishPod(gatewayPod(environment)),
      },
    },
  };
}

function gatewayPod(environment: Environment): PodSpec {
  const { gateway, images, tls } = environment;
  const cpu = gateway.resources.cpu;
  const envoy = envoyContainer(
    images.envoy,
    { cpu: { request: cpu, limit: cpu }, memory: gateway.resources.memory, disk: envoyLogs },
    [
      ...internalTlsMounts(tls.internalSecret),
      ...(tls.gatewaySecret === undefined
        ? []
        : [{ name: volumes.gatewayTls, mountPath: mountPaths.gatewayTls, readOnly: true as const }]),
    ],
  );
  return {
    serviceAccountName: gatewayNames.serviceAccount,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    // The preStop hook waits for requests in flight; those that came last may take as long again.
    terminationGracePeriodSeconds: 2 * gateway.requestTimeout + graceMargin,
    ...spread(labels),
    initContainers: [routerContainer(environment)],
    containers: [
      {
        ...envoy,
        ports: containerPorts([
          { name: gatewayPortNames.http, port: gatewayListenPort(gateway.ports.http) },
          { name: gatewayPortNames.grpc, port: gatewayListenPort(gateway.ports.grpc) },
          ...envoyPorts,
        ]),
        // The router's word: ready when Envoy has accepted its routes.
        readinessProbe: probe(ports.router.port, probePaths.ready, 2, 3),
        lifecycle: waitForDrain(ports.router.port),
      },
    ],
    volumes: gatewayVolumes(environment),
  };
}

/** Starts before Envoy, which needs its files, and ends after it. */
function routerContainer(environment: Environment): Container {
  return {
    name: containers.router,
    image: environment.images.stowage,
    imagePullPolicy: 'IfNotPresent',
    restartPolicy: 'Always',
    command: ['stowage', 'router'],
    args: [
      `--settings=${mountPaths.config}/${configFiles.router}`,
      `--plan=${mountPaths.plan}`,
      `--run=${mountPaths.run}`,
    ],
    env: podVariables(['podName', 'podIp']),
    ports: containerPorts([ports.routerStream, ports.router, ports.routerMetrics]),
    resources: resources(routerNeeds),
    ...programProbes(ports.router.port),
    volumeMounts: [
      { name: volumes.config, mountPath: mountPaths.config, readOnly: true },
      { name: volumes.plan, mountPath: mountPaths.plan, readOnly: true },
      { name: volumes.run, mountPath: mountPaths.run },
      scratchMount(containers.router),
      ...internalTlsMounts(environment.tls.internalSecret),
    ],
  };
}

function gatewayVolumes({ gateway, tls }: Environment): readonly Volume[] {
  return [
    configVolume([gatewayNames.config]),
    planVolume(Array.from({ length: gateway.planShards }, (_, shard) => gatewayPlanConfigMap(shard))),
    emptyVolume(volumes.run, runSize),
    scratch(containers.router, routerScratch),
    ...(tls.internalSecret === undefined ? [] : [secretVolume(volumes.internalTls, tls.internalSecret)]),
    ...(tls.gatewaySecret === undefined ? [] : [secretVolume(volumes.gatewayTls, tls.gatewaySecret)]),
  ];
}
