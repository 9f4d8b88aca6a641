import type { Runtime, RuntimeFormat } from '../../ir/index.ts';
import { repositoryRoot } from './repository.ts';

/** Formats with a backend of their own come first; those that go through another one (FIL, TensorFlow) have priority 0. */
const formats: readonly RuntimeFormat[] = [
  { name: 'dali', priority: 1 },
  { name: 'fil', priority: 1 },
  { name: 'keras', version: '2', priority: 0 },
  { name: 'lightgbm', version: '3', priority: 0 },
  { name: 'onnx', version: '1', priority: 1 },
  { name: 'openvino', priority: 1 },
  { name: 'python', priority: 1 },
  { name: 'pytorch', version: '1', priority: 1 },
  { name: 'sklearn', version: '0', priority: 0 },
  { name: 'tensorflow', version: '1', priority: 1 },
  { name: 'tensorflow', version: '2', priority: 1 },
  { name: 'tensorrt', version: '8', priority: 1 },
  { name: 'triton', version: '2', priority: 1 },
  { name: 'xgboost', version: '1', priority: 0 },
];

/** Triton Inference Server 2, with a repository that it loads from only when told. */
export const triton: Runtime = {
  name: 'triton',
  formats,
  image: 'nvcr.io/nvidia/tritonserver:23.05-py3',
  command: [
    'tritonserver',
    `--model-repository=${repositoryRoot}`,
    '--model-control-mode=explicit',
    '--http-address=127.0.0.1',
    '--http-port=8000',
    '--grpc-address=127.0.0.1',
    '--grpc-port=8001',
    '--metrics-address=127.0.0.1',
    '--metrics-port=8002',
  ],
  env: {},
  ports: { http: 8000, grpc: 8001, metrics: 8002 },
  repositoryApi: 'v2',
  layout: 'triton',
  workers: 1,
  // An allowance: it depends on the backends that are used.
  baseMemory: 512,
  loadTimeout: 300,
  canRename: true,
  returnsMemory: false,
  livePath: '/v2/health/live',
};
