import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { controlAddress, controlEnd, nodeAddress, podRange, serviceRange } from './addresses.ts';
import { makeCgroup, removeCgroup } from './cgroups.ts';
import type { MachineConfig } from './machine/program.ts';
import { packagesEnvironment } from './packages.ts';
import { run } from './run.ts';

const enter = fileURLToPath(new URL('machine/enter.sh', import.meta.url));
const main = fileURLToPath(new URL('machine/main.ts', import.meta.url));

/**
 * Starts a machine: a process of its own network, mounts, processes and name, and all that runs in it. It works when its
 * folder has a file `ready`.
 *
 * @param control The folder of the control machine, which a node is wired to.
 */
export async function startMachine(config: MachineConfig, control?: string): Promise<void> {
  const { folder, cgroup, name } = config;
  mkdirSync(folder, { recursive: true });
  for (const old of ['ready', 'network']) rmSync(join(folder, old), { force: true });
  writeFileSync(join(folder, 'machine.json'), JSON.stringify(config, undefined, 2));
  makeCgroup(cgroup);
  const log = openSync(join(folder, 'machine.log'), 'a');
  const child = spawn(
    'unshare',
    [
      ...['--net', '--mount', '--pid', '--uts', '--ipc', '--fork', '--kill-child', '--mount-proc'],
      ...['bash', enter, name, folder, cgroup, controlAddress, process.execPath, main, folder],
    ],
    {
      detached: true,
      stdio: [config.owned ? 'pipe' : 'ignore', log, log],
      env: { ...process.env, ...packagesEnvironment(config.packages) },
    },
  );
  closeSync(log);
  const pid = child.pid;
  if (pid === undefined) throw new Error('unshare cannot be started: it comes with util-linux');
  // The pipe, where there is one, keeps the machine alive, not this process.
  (child.stdin as { unref?: () => void } | null)?.unref?.();
  child.unref();
  writeFileSync(join(folder, 'machine.pid'), String(pid));
  await ownNetwork(pid);
  if (control === undefined) await networkOfControl(pid);
  else await wire(Number(readFileSync(join(control, 'machine.pid'), 'utf8')), pid, config.node);
  writeFileSync(join(folder, 'network'), '');
}

/** Waits until all that a machine runs does its work. */
export async function machineReady(folder: string, patience = 180_000): Promise<void> {
  const end = performance.now() + patience;
  while (!existsSync(join(folder, 'ready'))) {
    if (!isRunning(folder) || performance.now() > end) {
      throw new Error(`${folder} did not start: ${readFileSync(join(folder, 'machine.log'), 'utf8').slice(-2000)}`);
    }
    await pause(50);
  }
}

/** Ends a machine at once, as when its power is cut. Its folder stays. */
export async function killMachine(folder: string): Promise<void> {
  const { cgroup } = JSON.parse(readFileSync(join(folder, 'machine.json'), 'utf8')) as MachineConfig;
  const pid = machinePid(folder);
  if (pid !== undefined) {
    // The first process inside is its only child, and all others end with that one.
    process.kill(pid, 'SIGKILL');
    while (isRunning(folder)) await pause(20);
  }
  await removeCgroup(cgroup);
}

export function isRunning(folder: string): boolean {
  return machinePid(folder) !== undefined;
}

/** The outermost process of a machine, in whose network it is. Undefined where it does not run. */
export function machinePid(folder: string): number | undefined {
  const path = join(folder, 'machine.pid');
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, 'utf8'));
  try {
    // Another process may have got the number since.
    const running = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    return running && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ') ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Until then, what is done in the network of the process would be done in ours. */
async function ownNetwork(pid: number): Promise<void> {
  const ours = readlinkSync('/proc/self/ns/net');
  while (readlinkSync(`/proc/${pid}/ns/net`) === ours) await pause(5);
}

async function networkOfControl(pid: number): Promise<void> {
  await inNetwork(pid, ['ip', 'link', 'set', 'lo', 'up']);
  await inNetwork(pid, ['ip', 'address', 'add', `${controlAddress}/32`, 'dev', 'lo']);
  // Programs want to know by which address others reach them; a Service's is rewritten before it is sent.
  await inNetwork(pid, ['ip', 'link', 'add', 'services', 'type', 'veth', 'peer', 'name', 'nowhere']);
  await inNetwork(pid, ['ip', 'link', 'set', 'services', 'up']);
  await inNetwork(pid, ['ip', 'route', 'add', serviceRange, 'dev', 'services', 'src', controlAddress]);
  await inNetwork(pid, ['ip', 'route', 'add', 'default', 'dev', 'services', 'src', controlAddress]);
  await forward(pid);
}

async function wire(control: number, pid: number, node: number): Promise<void> {
  const cable = `node-${node}`;
  await inNetwork(control, ['ip', 'link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(pid)]);
  await inNetwork(control, ['ip', 'address', 'add', `${controlEnd(node)}/30`, 'dev', cable]);
  await inNetwork(control, ['ip', 'link', 'set', cable, 'up']);
  await inNetwork(control, ['ip', 'route', 'add', podRange(node), 'via', nodeAddress(node)]);
  await inNetwork(pid, ['ip', 'link', 'set', 'lo', 'up']);
  await inNetwork(pid, ['ip', 'address', 'add', `${nodeAddress(node)}/30`, 'dev', 'eth0']);
  await inNetwork(pid, ['ip', 'link', 'set', 'eth0', 'up']);
  await inNetwork(pid, ['ip', 'route', 'add', 'default', 'via', controlEnd(node)]);
  await forward(pid);
}

async function forward(pid: number): Promise<void> {
  await inNetwork(pid, ['sysctl', '--quiet', '--write', 'net.ipv4.ip_forward=1']);
}

function inNetwork(pid: number, command: readonly string[]): Promise<string> {
  return run(['nsenter', `--net=/proc/${pid}/ns/net`, ...command]);
}
