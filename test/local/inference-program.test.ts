import { describe, expect, it } from 'vitest';
import { builtInRuntimes } from '../../src/dialects/runtimes/index.ts';
import { inferencePrograms } from '../../src/local/index.ts';
import { inferenceProgram } from '../../src/local/pods/inference-program.ts';
import { aRuntime, aServer } from '../support/nodes.ts';

const place = {
  ports: { http: 21_001, grpc: 21_002, metrics: 21_003 },
  repository: '/here/repository',
  modules: '/here/modules',
  scratch: '/here/scratch',
};

describe('the program of an inference server', () => {
  it('is MLServer with ports and folders of its own', () => {
    const program = inferenceProgram(aServer(), runtime('mlserver'), place);
    expect(program?.command).toEqual(['mlserver', 'start', '/here/repository']);
    expect(program?.env).toMatchObject({
      HOME: '/here/scratch',
      MLSERVER_HOST: '127.0.0.1',
      MLSERVER_HTTP_PORT: '21001',
      MLSERVER_GRPC_PORT: '21002',
      MLSERVER_METRICS_PORT: '21003',
      MLSERVER_METRICS_DIR: '/here/scratch',
      MLSERVER_MODEL_REPOSITORY_ROOT: '/here/repository',
      MLSERVER_PARALLEL_WORKERS: '0',
      PYTHONPATH: '/here/modules',
    });
  });

  it('is Triton with options of its own', () => {
    expect(inferenceProgram(aServer(), runtime('triton'), place)?.command).toEqual([
      'tritonserver',
      '--model-repository=/here/repository',
      '--model-control-mode=explicit',
      '--http-address=127.0.0.1',
      '--http-port=21001',
      '--grpc-address=127.0.0.1',
      '--grpc-port=21002',
      '--metrics-address=127.0.0.1',
      '--metrics-port=21003',
    ]);
  });

  it('has what the pod of the server says on top, but nothing from Secrets', () => {
    const own = [
      { name: 'PORT', value: '9000' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'secret', key: 'token' } } },
    ];
    const server = aServer({ pod: { containers: [{ name: 'server', args: ['--port', '9000', '/tmpfs'], env: own }] } });
    const program = inferenceProgram(server, aRuntime({ command: ['serve'], args: ['--other'] }), place);
    expect(program?.command).toEqual(['serve', '--port', '21001', '/tmpfs']);
    expect(program?.env).toEqual({ HOME: '/here/scratch', MLSERVER_HOST: '127.0.0.1', PORT: '21001' });
  });

  it('is not known where the image alone says it', () => {
    expect(inferenceProgram(aServer(), runtime('generic'), place)).toBeUndefined();
    expect(inferencePrograms([aServer()], [runtime('generic')])).toEqual([]);
    expect(inferencePrograms([aServer(), aServer({ name: 'b' })], [runtime('mlserver')])).toEqual(['mlserver']);
  });
});

function runtime(name: string) {
  const found = builtInRuntimes.find((of) => of.name === name);
  if (!found) throw new Error(`there is no runtime ${name}`);
  return found;
}
