import type { CopyStatus, FleetStatus, KnownPod, ModelStatus } from '../../src/ir/index.ts';

/** Complete words of routers and agents, each with plain values where a test does not say otherwise. */

export function aFleetStatus(changes: Partial<FleetStatus> = {}): FleetStatus {
  return {
    version: 1,
    environment: 'test',
    router: 'stowage-gateway-0',
    at: '2026-01-02T12:00:00.000Z',
    plan: 'digest',
    models: [aModelStatus()],
    pods: [aKnownPod()],
    ...changes,
  };
}

export function aModelStatus(changes: Partial<ModelStatus> = {}): ModelStatus {
  return {
    name: 'iris',
    state: 'ready',
    since: '2026-01-02T11:00:00.000Z',
    wanted: 'iris-1',
    serving: 'iris-1',
    at: ['cpu/0'],
    missing: [],
    ...changes,
  };
}

export function aKnownPod(changes: Partial<KnownPod> = {}): KnownPod {
  return {
    version: 1,
    environment: 'test',
    server: 'cpu',
    ordinal: 0,
    pod: 'cpu-0',
    instance: 'run',
    sequence: 1,
    address: { host: '127.0.0.1', port: 18400 },
    plan: 'digest',
    live: true,
    draining: false,
    memory: { capacity: 3840, planned: 100, peak: 200, used: 150 },
    copies: [aCopy()],
    connected: true,
    ...changes,
  };
}

export function aCopy(changes: Partial<CopyStatus> = {}): CopyStatus {
  return { model: 'iris', physical: 'iris-1', state: 'ready', since: '2026-01-02T11:00:00.000Z', ...changes };
}
