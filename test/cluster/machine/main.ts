/** Runs the programs of one machine of a cluster, in namespaces that it was started in: `main.ts FOLDER`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { argocd } from './argocd.ts';
import { controlPlane } from './control-plane.ts';
import { kwok } from './kwok.ts';
import { metricsServer } from './metrics-server.ts';
import type { MachineConfig, Program } from './program.ts';
import { supervise } from './supervise.ts';
import { worker } from './worker.ts';

const folder = process.argv[2] ?? '';
const config = JSON.parse(readFileSync(join(folder, 'machine.json'), 'utf8')) as MachineConfig;
if (config.owned) process.stdin.resume().once('end', () => process.exit(0));

// Made from outside, when the machine is on the network.
while (!existsSync(join(folder, 'network'))) await pause(10);
try {
  await supervise(folder, await programsOf(config));
  writeFileSync(join(folder, 'ready'), '');
} catch (error) {
  console.error(error);
  process.exit(1);
}

async function programsOf({ control, cluster }: MachineConfig): Promise<readonly Program[]> {
  if (!control) {
    while (!existsSync(join(cluster, 'kubeconfig'))) await pause(50);
    return worker(config);
  }
  return [
    ...(await controlPlane(config)),
    ...(control.metrics ? metricsServer(config) : []),
    ...(control.kwok ? kwok(config, control.kwok.module) : []),
    ...(control.argocd ? argocd(config, control.argocd) : []),
  ];
}
