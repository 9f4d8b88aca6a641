import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fleet, HostPort } from '../../src/ir/index.ts';
import { LocalEnvironment, type ProcessEnd, type Target } from '../../src/local/index.ts';
import { getPlain } from '../../src/local/processes/get.ts';
import { aFleet, aModel, anEnvironment, aPlan, aRuntime, aServer } from '../support/nodes.ts';
import { isRunning } from '../support/processes.ts';
import { type StandIns, standIns } from '../support/stand-ins.ts';
import { until } from '../support/until.ts';

describe('a local environment', () => {
  it('starts each pod in its order, and ends all of it', async () => {
    const { local, programs, state } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    expect(eventsOf(programs, 'cpu-0')).toEqual(['agent start', 'envoy start', 'server start']);
    expect(eventsOf(programs, 'stowage-gateway-0')).toEqual(['router start', 'envoy start']);
    expect([...local.pods.keys()].toSorted()).toEqual(['cpu-0', 'cpu-1', 'stowage-gateway-0']);
    expect(routersIn(state)).toEqual([...local.gateways.values()].map(({ stream }) => stream));

    const pids = [...local.pods.values()].flatMap((pod) => [...pod.pids.values()]);
    expect(pids).toHaveLength(8);
    const run = placeOf(local, 'cpu-0').run;
    await local.close();
    expect(pids.filter(isRunning)).toEqual([]);
    expect(existsSync(run)).toBe(false);
  });

  it('starts a process that is killed again, and the others of its pod go on', async () => {
    const { local, programs, ends } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    const before = local.pods.get('cpu-0')?.pids;
    local.pods.get('cpu-0')?.signal('server', 'SIGKILL');
    await until(() => programs.events().length === 9);
    const after = local.pods.get('cpu-0')?.pids;
    expect(ends).toMatchObject([{ pod: 'cpu-0', role: 'server', why: 'signal SIGKILL' }]);
    expect(after?.get('server')).not.toBe(before?.get('server'));
    expect(after?.get('agent')).toBe(before?.get('agent'));
  });

  it('shows each pod its new plan without a restart', async () => {
    const { local, programs } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    const [before, gatewayBefore] = await Promise.all([planOf(local, 'cpu-0'), planOf(local, 'stowage-gateway-0')]);
    await local.apply(aTarget({ models: [aModel(), aModel({ name: 'second' })] }));
    expect(await planOf(local, 'cpu-0')).not.toBe(before);
    expect(await planOf(local, 'stowage-gateway-0')).not.toBe(gatewayBefore);
    expect(programs.events()).toHaveLength(8);
  });

  it('shows the newest plan to pods that are being made when it comes', async () => {
    const { local } = anEnvironmentHere();
    const newest = aTarget({ models: [aModel(), aModel({ name: 'second' })] });
    const first = local.apply(aTarget());
    // It looks for free ports now.
    for (let turn = 0; turn < 10; turn++) await undefined;
    expect(local.pods.size).toBe(0);
    await Promise.all([first, local.apply(newest)]);
    const other = anEnvironmentHere().local;
    await other.apply(newest);
    const shards = (folder = '') =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isSymbolicLink() && !entry.name.startsWith('..'))
        .map(({ name }) => readFileSync(join(folder, name), 'utf8'));
    for (const pod of ['cpu-0', 'cpu-1', 'stowage-gateway-0']) {
      expect(shards(local.planFolder(pod))).toEqual(shards(other.planFolder(pod)));
    }
  });

  it('hands over a replica that is taken away, then ends it: server, sidecar, agent', async () => {
    const { local, programs, state } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    await local.apply(aTarget({ servers: [aServer({ replicas: { min: 1, max: 1 } })] }));
    const ending = ['agent drain', 'server end', 'envoy end', 'agent end'];
    expect(eventsOf(programs, 'cpu-1').slice(3)).toEqual(ending);
    expect([...local.pods.keys()].toSorted()).toEqual(['cpu-0', 'stowage-gateway-0']);

    await local.scaleGateway(2);
    await until(() => eventsOf(programs, 'stowage-gateway-1').length === 2);
    expect(routersIn(state)).toHaveLength(2);
    await local.scaleGateway(1);
    expect(eventsOf(programs, 'stowage-gateway-1').slice(2)).toEqual(['router drain', 'envoy end', 'router end']);
    expect(routersIn(state)).toHaveLength(1);
  });

  it('restarts pods one at a time where their settings change', async () => {
    const { local, programs, restarted } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    await local.apply(aTarget({ servers: [aServer({ cache: { size: 99 } })] }));
    expect(restarted).toEqual(['cpu-1', 'cpu-0']);
    await until(() => programs.events().length === 8 + 2 * 7);
    const later = programs.events().slice(8);
    expect(later.map((event) => event.split(' ')[0])).toEqual([...Array(7).fill('cpu-1'), ...Array(7).fill('cpu-0')]);
  });

  it('starts a crashed pod anew with nothing but its artifacts', async () => {
    const { local, programs } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    const { artifacts, state: kept } = placeOf(local, 'cpu-0');
    for (const folder of [artifacts, kept]) rmSync(folder, { recursive: true });
    await local.crash('cpu-0');
    await until(() => programs.events().length === 11);
    expect(eventsOf(programs, 'cpu-0').slice(3)).toEqual(['agent start', 'envoy start', 'server start']);
    expect([artifacts, kept].map((folder) => readdirSync(folder))).toEqual([[], []]);
  });

  it('takes a plan while a pod is still being handed over', async () => {
    const { local, programs } = anEnvironmentHere();
    await local.apply(aTarget());
    await until(() => programs.events().length === 8);
    const shrinking = local.apply(aTarget({ servers: [aServer({ replicas: { min: 1, max: 1 } })] }));
    await until(() => eventsOf(programs, 'cpu-1').includes('agent drain'));
    // Wanted again while it goes: it comes back once it is gone.
    await local.apply(aTarget());
    await shrinking;
    await until(() => eventsOf(programs, 'cpu-1').length === 10);
    expect(eventsOf(programs, 'cpu-1').slice(7)).toEqual(['agent start', 'envoy start', 'server start']);
  });
});

function anEnvironmentHere() {
  const state = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  const programs = standIns(join(state, 'programs'));
  const ends: ProcessEnd[] = [];
  const restarted: string[] = [];
  const { parts, stowage } = programs;
  const local = new LocalEnvironment({
    state,
    parts,
    stowage,
    ended: (end) => ends.push(end),
    restarting: (pod) => restarted.push(pod),
  });
  onTestFinished(() => local.close());
  return { local, programs, ends, restarted, state };
}

function aTarget(changes: Partial<Fleet> = {}): Target {
  const { gateway } = anEnvironment();
  const fleet = aFleet({
    environment: anEnvironment({ gateway: { ...gateway, replicas: 1, planShards: 1 } }),
    runtimes: [aRuntime({ command: ['mlserver'], env: { MLSERVER_MODEL_REPOSITORY_ROOT: '/var/stowage/repository' } })],
    servers: [aServer({ planShards: 1 })],
    ...changes,
  });
  const servers = fleet.servers.map((server) => ({ ...server, planShards: 1 }));
  return { fleet: { ...fleet, servers }, plan: aPlan({ ...fleet, servers }) };
}

function eventsOf(programs: StandIns, pod: string): readonly string[] {
  return programs.events().flatMap((event) => (event.startsWith(`${pod} `) ? [event.slice(pod.length + 1)] : []));
}

async function planOf(local: LocalEnvironment, pod: string): Promise<string | undefined> {
  const probes = local.pods.get(pod)?.shape.probes as HostPort;
  return (await getPlain(probes, '/plan', 5_000))?.text;
}

function placeOf(local: LocalEnvironment, pod: string): Readonly<Record<'run' | 'artifacts' | 'state', string>> {
  const [program] = local.pods.get(pod)?.shape.parts ?? [];
  return JSON.parse(readFileSync(program?.program.command.at(-1) ?? '', 'utf8'));
}

function routersIn(state: string): readonly HostPort[] {
  return JSON.parse(readFileSync(join(state, 'routers.json'), 'utf8'));
}
