import type { Gateway, Keda, Policy, Prometheus } from '../../ir/index.ts';

/** What an Environment has where it says nothing. The schema's `default`s document the same values. */
export const environmentDefaults = {
  images: {
    stowage: 'ghcr.io/stowage-dev/stowage:0.1.0',
    envoy: 'docker.io/envoyproxy/envoy:distroless-v1.40.0',
  },
  gateway: {
    replicas: 2,
    ports: { http: 8080, grpc: 8081 },
    service: 'ClusterIP',
    annotations: {},
    retryBufferBytes: 4 * 2 ** 20,
    maxRequestBytes: 64 * 2 ** 20,
    maxConnections: 10_000,
    requestTimeout: 60,
    resources: { cpu: 500, memory: 512 },
    planShards: 8,
  } satisfies Gateway,
  issuer: { kind: 'Issuer', group: 'cert-manager.io' },
  keda: { namespace: 'keda' } satisfies Keda,
  prometheus: { pods: {}, labels: {}, interval: 30, modelMetrics: false } satisfies Omit<Prometheus, 'namespace'>,
  dashboardLabels: { grafana_dashboard: '1' },
  policy: { moves: 1, survive: 'none' } satisfies Policy,
};

export const runtimeDefaults = {
  ports: { http: 8080, grpc: 8081 },
  repositoryApi: 'v2',
  layout: 'plain',
  workers: 1,
  baseMemory: 256,
  loadTimeout: 300,
  canRename: true,
  returnsMemory: false,
  livePath: '/v2/health/live',
} as const;

export const serverDefaults = { gpuResource: 'nvidia.com/gpu', cost: 1, planShards: 1 } as const;
