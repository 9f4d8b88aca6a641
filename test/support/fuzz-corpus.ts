import type { SourceFile } from '../../src/compiler/index.ts';

const api = 'stowage.dev/v1alpha1';

/** A small fleet that uses every kind and most fields, as data. */
export const corpusDocuments: readonly object[] = [
  {
    apiVersion: api,
    kind: 'Environment',
    metadata: { name: 'test', labels: { team: 'a' } },
    spec: {
      namespace: 'models',
      stores: [
        { name: 'artifacts', uri: 's3://example-models', secret: 'store' },
        { name: 'public', uri: 'https://models.example.com' },
      ],
      images: { stowage: 'registry.example.com/stowage:1', envoy: 'registry.example.com/envoy:1' },
      gateway: { replicas: 2, service: 'LoadBalancer', planShards: 2 },
      tls: { internalSecret: 'internal' },
      defaults: { model: { replicas: { min: 1, max: 2 } } },
      policy: { moves: 1 },
    },
  },
  {
    apiVersion: api,
    kind: 'Server',
    metadata: { name: 'cpu' },
    spec: {
      runtime: 'mlserver',
      replicas: 2,
      memory: '3Gi',
      capabilities: ['fast'],
      cache: { size: '5Gi', storageClass: 'standard' },
      planShards: 2,
      pod: { nodeSelector: { disk: 'ssd' }, containers: [{ name: 'server', env: [{ name: 'A', value: 'b' }] }] },
    },
  },
  {
    apiVersion: api,
    kind: 'Server',
    metadata: { name: 'gpu' },
    spec: {
      runtime: 'triton',
      autoscale: { min: 1, max: 3, cpu: 70 },
      memory: '8Gi',
      gpu: { memory: '16Gi' },
      overcommit: 50,
      slots: 10,
      planShards: 1,
    },
  },
  {
    apiVersion: api,
    kind: 'Model',
    metadata: { name: 'fraud' },
    spec: {
      format: { name: 'sklearn', version: '1' },
      storage: { uri: 's3://example-models/fraud', version: '3', digest: `sha256:${'ab'.repeat(32)}`, secret: 'store' },
      memory: '700Mi',
      peak: '900Mi',
      replicas: { min: 2, max: 2 },
      requires: ['fast'],
      server: 'cpu',
      limits: { concurrency: 4, timeout: '5s' },
      parameters: { threshold: 0.5 },
    },
  },
  {
    apiVersion: api,
    kind: 'Model',
    metadata: { name: 'vision' },
    spec: {
      format: 'onnx',
      storage: { uri: 'https://models.example.com/vision' },
      memory: '2Gi',
      gpuMemory: '6Gi',
      residency: 'onDemand',
      update: 'recreate',
    },
  },
  {
    apiVersion: api,
    kind: 'Model',
    metadata: { name: 'churn' },
    spec: { format: 'xgboost', storage: { uri: 's3://example-models/churn' } },
  },
];

export const corpusSizes = { models: { churn: { memory: '300Mi', peak: '400Mi' } } };

/** Documents as one source, in the block style that people write. */
export function sourceOf(path: string, documents: readonly unknown[]): SourceFile {
  return { path, text: documents.map((document) => JSON.stringify(document, null, 1)).join('\n---\n') };
}
