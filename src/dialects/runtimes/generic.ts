import type { Runtime } from '../../ir/index.ts';

/**
 * Any container that speaks the Open Inference Protocol and serves what it is started with. Its image comes from the
 * server's pod or from the Environment; its models have the format `generic` and are loaded by no one.
 */
export const generic: Runtime = {
  name: 'generic',
  formats: [{ name: 'generic', priority: 0 }],
  image: '',
  env: {},
  ports: { http: 8080, grpc: 8081 },
  repositoryApi: 'none',
  layout: 'plain',
  workers: 1,
  baseMemory: 256,
  loadTimeout: 300,
  canRename: false,
  returnsMemory: false,
  livePath: '/v2/health/live',
};
