import type { Exposed, Fleet } from '../../src/ir/index.ts';
import { aFleet, aModel, anEnvironment, aRuntime, aServer } from './nodes.ts';

function hosts(name: string): Exposed {
  return {
    name,
    hosts: ['models.example.com', 'models.example.org'],
    grpcHosts: ['grpc.example.com'],
    annotations: {},
  };
}

/** Fleets that between them have everything that can be emitted. */
export const fleets: Readonly<Record<string, Fleet>> = {
  plain: aFleet(),

  gpu: aFleet({
    environment: anEnvironment({
      name: 'production',
      namespace: 'serving',
      stores: [
        { name: 'artifacts', uri: 's3://example-models', secret: 'artifacts-rclone' },
        { name: 'intern', uri: 'http://models.example:9000/bucket', secret: 'intern-rclone' },
        { name: 'public', uri: 'https://models.example.org' },
      ],
      images: {
        stowage: `registry.example/stowage@sha256:${'a'.repeat(64)}`,
        envoy: `registry.example/envoy@sha256:${'b'.repeat(64)}`,
      },
      gateway: {
        ...anEnvironment().gateway,
        replicas: 3,
        ports: { http: 80, grpc: 443 },
        service: 'LoadBalancer',
        annotations: { 'service.example/internal': 'true', 'service.example/idle': '1_000' },
        planShards: 1,
      },
      tls: { gatewaySecret: 'gateway-tls', internalSecret: 'internal-tls' },
    }),
    runtimes: [
      aRuntime(),
      aRuntime({
        name: 'triton',
        image: 'registry.example/triton:24.08-py3',
        command: ['tritonserver'],
        args: ['--model-control-mode=explicit', '--http-address=127.0.0.1'],
        env: {},
        ports: { http: 8000, grpc: 8001 },
        layout: 'triton',
        loadTimeout: 600,
      }),
    ],
    servers: [
      aServer({
        name: 'gpu',
        runtime: 'triton',
        replicas: { min: 1, max: 4 },
        autoscale: { cpu: 70 },
        memory: 16 * 1024 + 512,
        cpu: 3500,
        capacity: { memory: 16_000, gpuMemory: 24_000 },
        gpu: { resource: 'nvidia.com/gpu' },
        tenant: 'fraud',
        cache: { size: 200 * 1024, storageClass: 'fast-ssd' },
        planShards: 1,
        pod: {
          nodeSelector: { 'node.example/gpu': 'a100' },
          tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
          containers: [
            {
              name: 'server',
              env: [{ name: 'OMP_NUM_THREADS', value: '4' }],
              resources: { limits: { cpu: '8000m' } },
            },
          ],
        },
      }),
    ],
    models: [aModel({ name: 'fraud' })],
  }),

  exposed: aFleet({
    environment: anEnvironment({
      gateway: { ...anEnvironment().gateway, requestTimeout: 600 },
      exposure: {
        gatewayApi: [
          {
            ...hosts('public'),
            gateway: { name: 'edge', namespace: 'gateways' },
            listener: 'https',
            annotations: { 'external-dns.example/target': 'edge.example.com' },
          },
        ],
        ingress: [
          {
            ...hosts('new'),
            class: 'nginx',
            tls: { secret: 'edge-tls', issuer: { name: 'public', kind: 'ClusterIssuer', group: 'cert-manager.io' } },
            annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '64m' },
            grpcAnnotations: {
              'nginx.ingress.kubernetes.io/proxy-body-size': '64m',
              'nginx.ingress.kubernetes.io/backend-protocol': 'GRPC',
            },
          },
          { ...hosts('old'), grpcHosts: [], class: 'haproxy', grpcAnnotations: {} },
        ],
        istio: [{ ...hosts('mesh'), gateway: { name: 'edge', namespace: 'istio-ingress' } }],
        traefik: [
          { ...hosts('public'), class: 'edge', entryPoints: ['websecure'], tls: { secret: 'edge-tls' } },
          { ...hosts('plain'), grpcHosts: [], entryPoints: [] },
        ],
        ambassador: [{ ...hosts('public'), ambassadorId: 'edge' }],
      },
    }),
    servers: [aServer({ planShards: 1 })],
  }),

  // The gateway speaks TLS, by certificates that cert-manager makes, and so do those before it.
  'exposed-tls': aFleet({
    environment: anEnvironment({
      tls: {
        gatewaySecret: 'gateway-tls',
        gatewayAuthority: 'gateway-authority',
        internalSecret: 'internal-tls',
        issuer: { name: 'cluster', kind: 'ClusterIssuer', group: 'cert-manager.io' },
        internalIssuer: { name: 'internal', kind: 'Issuer', group: 'cert-manager.io' },
      },
      exposure: {
        gatewayApi: [{ ...hosts('public'), gateway: { name: 'edge', namespace: 'models' } }],
        ingress: [],
        istio: [{ ...hosts('mesh'), gateway: { name: 'edge', namespace: 'istio-ingress' } }],
        traefik: [
          {
            ...hosts('public'),
            entryPoints: [],
            tls: { secret: 'traefik-tls', issuer: { name: 'public', kind: 'AWSPCAIssuer', group: 'awspca.example' } },
          },
        ],
        ambassador: [hosts('public')],
      },
    }),
    servers: [aServer({ planShards: 1 })],
  }),

  // Names that are legal and that a careless writer would get wrong.
  hostile: aFleet({
    environment: anEnvironment({
      name: 'no',
      namespace: 'on',
      stores: [{ name: 'y', uri: 's3://off', secret: 'null' }],
    }),
    runtimes: [
      aRuntime({ name: 'true', env: { Y: 'yes', EMPTY: '', SPACES: ' a: #b ', LINES: 'a\n\tb\n', NUMBER: '0o17' } }),
    ],
    servers: [
      aServer({ name: 'yes', runtime: 'true', planShards: 1 }),
      aServer({ name: 'n', runtime: 'true', replicas: { min: 0, max: 3 }, autoscale: { cpu: 50 }, planShards: 1 }),
      aServer({ name: `a${'b'.repeat(51)}`, runtime: 'true', planShards: 1 }),
    ],
    models: [aModel({ name: 'null' }), aModel({ name: '1e3' }), aModel({ name: '0x1f' })],
  }),

  // Servers that autoscalers own, and all who look on.
  scaled: aFleet({
    environment: anEnvironment({
      keda: { namespace: 'scalers' },
      gateway: { ...anEnvironment().gateway, planShards: 1 },
      observability: {
        prometheus: {
          namespace: 'monitoring',
          pods: { 'app.kubernetes.io/name': 'prometheus' },
          labels: { release: 'monitoring' },
          interval: 30,
          modelMetrics: true,
        },
        dashboard: { labels: { grafana_dashboard: '1' } },
        degradedAfter: 300,
      },
    }),
    servers: [
      aServer({ name: 'cpu', replicas: { min: 1, max: 4 }, autoscale: { cpu: 70 }, planShards: 1 }),
      aServer({
        name: 'asked',
        replicas: { min: 1, max: 4 },
        autoscale: { cpu: 80, inFlight: 4, requestsPerSecond: 50 },
        planShards: 1,
      }),
      aServer({ name: 'free', replicas: { min: 1, max: 4 }, autoscale: {}, planShards: 1 }),
      aServer({ name: 'sized', replicas: { min: 1, max: 4 }, planShards: 1 }),
    ],
    models: [aModel({ replicas: { min: 1, max: 4 } })],
  }),

  // A user's part of the pod that wants everything that the floor takes away.
  overreaching: aFleet({
    servers: [
      aServer({
        planShards: 1,
        pod: {
          hostNetwork: true,
          hostPID: true,
          serviceAccountName: 'admin',
          automountServiceAccountToken: true,
          terminationGracePeriodSeconds: 1,
          securityContext: {
            runAsUser: 0,
            runAsNonRoot: false,
            fsGroup: 0,
            sysctls: [{ name: 'kernel.msgmax', value: '1' }],
          },
          containers: [
            {
              name: 'server',
              securityContext: {
                privileged: true,
                allowPrivilegeEscalation: true,
                runAsUser: 1000,
                capabilities: { add: ['SYS_ADMIN'] },
                seccompProfile: { type: 'Unconfined' },
              },
              ports: [{ containerPort: 1234, hostPort: 1234 }],
              livenessProbe: { httpGet: { host: '10.0.0.1' } },
              resources: { limits: { memory: '64Gi' } },
            },
            { name: 'agent', securityContext: { readOnlyRootFilesystem: false } },
            { name: 'logs', image: 'registry.example/logs:1', securityContext: { privileged: true } },
          ],
        },
      }),
    ],
  }),
};
