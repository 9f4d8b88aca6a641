import type { Runtime, RuntimeFormat } from '../../ir/index.ts';
import { modulesRoot, repositoryRoot } from './repository.ts';

/** Versions as KServe's runtime of the same server has them; the rest are the server's own runtimes, of any version. */
const formats: readonly RuntimeFormat[] = [
  { name: 'alibi-detect', priority: 1 },
  { name: 'alibi-explain', priority: 1 },
  { name: 'huggingface', priority: 1 },
  { name: 'lightgbm', version: '3', priority: 2 },
  { name: 'lightgbm', version: '4', priority: 2 },
  { name: 'mlflow', version: '1', priority: 1 },
  { name: 'mlflow', version: '2', priority: 1 },
  { name: 'python', priority: 1 },
  { name: 'sklearn', version: '0', priority: 2 },
  { name: 'sklearn', version: '1', priority: 2 },
  { name: 'spark-mlib', priority: 1 },
  { name: 'xgboost', version: '1', priority: 2 },
  { name: 'xgboost', version: '2', priority: 2 },
];

/** MLServer 1.7. */
export const mlserver: Runtime = {
  name: 'mlserver',
  formats,
  image: 'docker.io/seldonio/mlserver:1.7.1',
  command: ['mlserver', 'start', repositoryRoot],
  env: {
    MLSERVER_DEBUG: 'false',
    MLSERVER_GRPC_PORT: '8081',
    MLSERVER_HOST: '127.0.0.1',
    MLSERVER_HTTP_PORT: '8080',
    // The agent loads what this ordinal holds; a start that loads all that lies there would bypass its memory check.
    MLSERVER_LOAD_MODELS_AT_STARTUP: 'false',
    MLSERVER_METRICS_DIR: '/tmp',
    MLSERVER_METRICS_PORT: '8082',
    // Its own repository reads the settings of every model at each load, which takes half a second at 400 models.
    MLSERVER_MODEL_REPOSITORY_IMPLEMENTATION: 'stowage_mlserver.Repository',
    MLSERVER_MODEL_REPOSITORY_ROOT: repositoryRoot,
    // With 0 the server itself runs the models. Workers each load every model, and stall for a load all the same.
    MLSERVER_PARALLEL_WORKERS: '0',
    OMP_NUM_THREADS: '1',
    // Also where the settings that the agent writes find the runtimes that load in a thread of their own.
    PYTHONPATH: modulesRoot,
  },
  ports: { http: 8080, grpc: 8081, metrics: 8082 },
  repositoryApi: 'v2',
  layout: 'mlserver',
  workers: 1,
  // Measured: 136 MB after the start, and once for all models 80 MB for scikit-learn and 24 MB for XGBoost.
  baseMemory: 256,
  loadTimeout: 300,
  canRename: true,
  // By our modules: of four forests of 110 MB each, 1 MB stayed; without them, 200 MB.
  returnsMemory: true,
  // Its readiness is false while any model loads.
  livePath: '/v2/health/live',
};
