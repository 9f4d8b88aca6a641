/**
 * What the way through gateway and sidecar costs, in ratios against peers of the same run: the shape of other gateways
 * (two clusters and two routes a model), and the inference server without anything before it.
 */
import { findEnvoy } from '../test/support/tools.ts';
import { naiveTable, ourTable, type TableCost } from './gateway-tables.ts';

const { path: envoy, missing } = findEnvoy();
if (envoy === undefined) throw new Error(missing);

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
