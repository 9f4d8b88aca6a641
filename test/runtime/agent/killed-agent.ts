/**
 * Runs an agent through three plans, and dies before a step on disk:
 * `node killed-agent.ts <disk> <store> <port> <digests> <step>`. Prints how many steps there were, if it lives.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { fileSteps } from '../../../src/runtime/files.ts';
import { agentOnDisk, planOf } from './agent-on-disk.ts';
import { mounted } from './stand-ins.ts';

const [disk = '', store = '', port = '', digests = '{}', last = '0'] = process.argv.slice(2);
let steps = 0;
fileSteps.before = () => {
  if (steps++ === Number(last)) process.kill(process.pid, 'SIGKILL');
};

const { agent, states } = agentOnDisk(disk, store, Number(port));
let started: Promise<void> | undefined;
for (const physicals of [
  ['a-1', 'b-1', 'c-1'],
  ['a-1', 'b-1'],
  ['a-2', 'b-1'],
]) {
  agent.adopt(mounted(planOf(store, JSON.parse(digests), physicals)));
  started ??= agent.start();
  await started;
  const wanted = JSON.stringify(Object.fromEntries(physicals.map((physical) => [physical, 'ready'])));
  while (JSON.stringify(states()) !== wanted) await pause(5);
}
console.log(steps);
process.exit(0);
