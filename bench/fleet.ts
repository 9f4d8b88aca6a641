import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../test/support/random.ts';

/** How many models a file of the generated specs holds. */
export const modelsPerFile = 100;

const formats = ['sklearn', 'xgboost', 'lightgbm'] as const;

/** Writes a project of `models` models into a folder; seeded. Where it is not said, there is a replica for 40 models. */
export function writeFleet(
  folder: string,
  models: number,
  servers = Math.max(1, Math.round(models / 400)),
  replicas = 10,
): void {
  const random = new Random(models);
  mkdirSync(join(folder, 'specs/models'), { recursive: true });
  writeFileSync(join(folder, 'stowage.yaml'), 'environments:\n  - name: bench\n    inputs: [specs]\n');
  writeFileSync(join(folder, 'specs/environment.yaml'), environment(models));
  const pools = Array.from({ length: servers }, (_, i) => server(i, replicas));
  writeFileSync(join(folder, 'specs/servers.yaml'), pools.join('---\n'));
  for (let file = 0; file * modelsPerFile < models; file++) {
    const count = Math.min(modelsPerFile, models - file * modelsPerFile);
    const documents = Array.from({ length: count }, (_, i) => model(file * modelsPerFile + i, servers, random));
    writeFileSync(modelFile(folder, file), documents.join('---\n'));
  }
}

/** Path of one of the files that hold models. */
export function modelFile(folder: string, file: number): string {
  return join(folder, `specs/models/team-${String(file).padStart(4, '0')}.yaml`);
}

function environment(models: number): string {
  // A shard holds some thousands.
  const shards = Math.max(8, 2 ** Math.ceil(Math.log2(models / 2000)));
  return `apiVersion: stowage.dev/v1alpha1
kind: Environment
metadata:
  name: bench
spec:
  namespace: models
  stores:
    - name: artifacts
      uri: s3://bench-models
      secret: artifacts
  images:
    stowage: registry.example.com/stowage:1.0.0
    envoy: registry.example.com/envoy:1.40.0
  gateway:
    planShards: ${shards}
`;
}

function server(i: number, replicas: number): string {
  return `apiVersion: stowage.dev/v1alpha1
kind: Server
metadata:
  name: pool-${i}
spec:
  runtime: mlserver
  replicas: ${replicas}
  memory: 6Gi
  capabilities: [zone-${i % 8}]
`;
}

function model(i: number, servers: number, random: Random): string {
  const zone = random.chance(30) ? `  requires: [zone-${random.int(Math.min(8, servers))}]\n` : '';
  const copies = random.chance(10) ? '  replicas: 2\n' : '';
  return `apiVersion: stowage.dev/v1alpha1
kind: Model
metadata:
  name: model-${i}
spec:
  format: ${random.pick(formats)}
  storage:
    uri: s3://bench-models/team-${Math.floor(i / modelsPerFile)}/model-${i}
    version: "${1 + random.int(20)}"
  memory: ${40 + random.int(120)}Mi
${zone}${copies}`;
}
