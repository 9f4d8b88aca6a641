/**
 * What the way through gateway and sidecar costs, in ratios against peers of the same run: the shape of other gateways
 * (two clusters and two routes a model), and the inference server without anything before it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../test/support/root.ts';
import { findEnvoy, findServing } from '../test/support/tools.ts';
import { naiveTable, ourTable, type TableCost } from './gateway-tables.ts';
import { fleetCost, type WayCost } from './gateway-way.ts';
import { routerSize } from './router-size.ts';

const { path: programs, missing } = findServing();
const { path: envoy } = findEnvoy();
if (programs === undefined || envoy === undefined) throw new Error(missing);
if (spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
const stowage = [process.execPath, join(root, 'build/cli/main.js')] as const;

const { direct, through, agent, router, firstAnswer, load } = await fleetCost(stowage);
console.log('one model on a real MLServer, over REST\n');
way('straight to the server', direct);
way('through gateway and sidecar', through);
console.log(
  `  times: p50 ${(through.p50 / direct.p50).toFixed(2)} (goal ≤ 1.3), p99 ${(through.p99 / direct.p99).toFixed(2)}, throughput ${(through.throughput / direct.throughput).toFixed(2)}\n`,
);
console.log(
  `from a changed plan file to the first answer of the new version: ${firstAnswer.toFixed(0)} ms, of which ${load.toFixed(0)} ms are its load\n`,
);
const large = await routerSize(stowage, envoy, 10_000);
console.log(`memory: agent ${agent.toFixed(0)} MiB (goal ≤ 100), router ${router.toFixed(0)} MiB`);
console.log(`  a router with 10000 models on 250 pods ${large.toFixed(0)} MiB (goal ≤ 100)\n`);

console.log('one Envoy, 250 replicas, each model on two; a model moves\n');
const empty = await ourTable(envoy, 0);
console.log(`an Envoy without models holds ${empty.memory.toFixed(0)} MiB\n`);
for (const models of [1_000, 10_000]) {
  const ours = await ourTable(envoy, models);
  const naive = await naiveTable(envoy, models);
  row(`${models} models, two clusters and two routes each`, naive);
  row(`${models} models, one table`, ours);
  const memory = (naive.memory - empty.memory) / Math.max(1, ours.memory - empty.memory);
  console.log(
    `  times less: memory of the models ${memory.toFixed(1)} (goal ≥ 10), update ${(naive.update / ours.update).toFixed(1)} (goal ≥ 10), start ${(naive.start / ours.start).toFixed(1)}\n`,
  );
}

function row(name: string, { start, memory, update }: TableCost): void {
  const cells = [`${memory.toFixed(0)} MiB`, `start ${start.toFixed(2)} s`, `update ${update.toFixed(0)} ms`];
  console.log(`${name.padEnd(52)} ${cells.map((cell) => cell.padStart(14)).join(' ')}`);
}

function way(name: string, { p50, p99, throughput }: WayCost): void {
  console.log(
    `${name.padEnd(32)} p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  ${throughput.toFixed(0)} requests/s with 16 at once`,
  );
}
