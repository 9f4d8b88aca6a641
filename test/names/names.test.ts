import { describe, expect, it } from 'vitest';
import { type Artifact, physicalName } from '../../src/ir/index.ts';
import {
  allServersSelector,
  clusters,
  commonLabels,
  componentSelector,
  containers,
  dnsLabelLimit,
  gatewayNames,
  gatewayPlanConfigMap,
  gatewayPodPorts,
  gatewayPodsHost,
  immutableFields,
  isReservedServerName,
  listeners,
  modelNameLimit,
  planShardFile,
  portNameLimit,
  ports,
  scratchVolume,
  serverNameLimit,
  serverNamePattern,
  serverNames,
  serverPlanConfigMap,
  serverPodHost,
  serverPodName,
  serverPodPorts,
  serverSelector,
  storeNameLimit,
  storeVolume,
  volumes,
  witnessNames,
} from '../../src/names/index.ts';
import { server } from '../support/small-fleet.ts';

const longest = 'a'.repeat(serverNameLimit);
const label = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

describe('names of a server', () => {
  it('are the published ones', () => {
    expect(serverNames('cpu')).toEqual({
      statefulSet: 'cpu',
      service: 'cpu',
      config: 'cpu-config',
      podDisruptionBudget: 'cpu',
      serviceAccount: 'cpu-server',
      horizontalPodAutoscaler: 'cpu',
      scaledObject: 'cpu',
    });
    expect(serverPlanConfigMap('cpu', 3)).toBe('cpu-plan-3');
    expect(serverPodHost('cpu', 0, 'models')).toBe('cpu-0.cpu.models.svc');
  });

  it('leave room for the revision and the ordinal', () => {
    // A revision is the name, a dash and the digits of a 32-bit hash.
    expect(`${longest}-${2 ** 32 - 1}`).toHaveLength(dnsLabelLimit);
    expect(serverPodName(longest, 99_999).length).toBeLessThanOrEqual(dnsLabelLimit);
    expect(Object.values(serverNames(longest)).filter((name) => name.length > dnsLabelLimit)).toEqual([]);
  });

  it.each(['cpu', 'a', 'a-1'])('may be %s', (name) => {
    expect(serverNamePattern.test(name)).toBe(true);
    expect(isReservedServerName(name)).toBe(false);
  });

  it.each(['1a', '-a', 'a-', 'A', 'a.b', 'a_b', ''])('may not be "%s"', (name) => {
    expect(serverNamePattern.test(name)).toBe(false);
  });

  it("clash with no other server's and none of the environment's, whatever the servers are called", () => {
    const servers = ['a', 'a-plan', 'a-plan-0', 'a-config', 'a-server', 'a-0', 'default'];
    const configMaps = servers.flatMap((name) => [
      serverNames(name).config,
      serverPlanConfigMap(name, 0),
      serverPlanConfigMap(name, 1),
    ]);
    configMaps.push(gatewayNames.config, gatewayPlanConfigMap(0), gatewayPlanConfigMap(1));
    expect(new Set(configMaps).size).toBe(configMaps.length);
    const accounts = servers.map((name) => serverNames(name).serviceAccount);
    expect(new Set([...accounts, 'default']).size).toBe(accounts.length + 1);
    for (const name of [gatewayNames.service, gatewayNames.pods, witnessNames.service, 'kubernetes']) {
      expect(isReservedServerName(name)).toBe(true);
    }
  });

  it('come with the fields that cannot change', () => {
    expect(immutableFields(server('cpu', 1, 1))).toEqual({ serviceName: 'cpu', podManagementPolicy: 'Parallel' });
    expect(immutableFields(server('cpu', 1, 1, { cache: { size: 5, storageClass: 'fast' } })).cache).toEqual({
      size: 5,
      storageClass: 'fast',
    });
  });
});

describe('physical names', () => {
  const artifact: Artifact = { uri: 's3://example-models/fraud', store: 'artifacts', format: 'sklearn' };

  it('are the published ones: a change would reload every model of every fleet', () => {
    expect(physicalName('fraud', artifact)).toMatchInlineSnapshot(`"fraud-073cb46e"`);
  });

  it('depend on every field, and not on the order of keys', () => {
    const changes: readonly Partial<Artifact>[] = [
      {},
      { uri: 's3://example-models/other' },
      { store: 'other' },
      { version: '1' },
      { digest: 'sha256:00' },
      { format: 'xgboost' },
      { formatVersion: '1' },
      { parameters: { a: 1, b: 2 } },
      { parameters: { a: 2, b: 1 } },
    ];
    const names = changes.map((change) => physicalName('fraud', { ...artifact, ...change }));
    expect(new Set(names).size).toBe(changes.length);
    expect(physicalName('fraud', { parameters: { b: 2, a: 1 }, ...artifact })).toBe(names[7]);
  });

  it('of the longest model fit into a file name', () => {
    expect(physicalName('a'.repeat(modelNameLimit), artifact).length).toBeLessThanOrEqual(255);
  });
});

describe('pods', () => {
  it('have ports of different names and numbers, each name short enough', () => {
    for (const all of [serverPodPorts, gatewayPodPorts, Object.values(ports)]) {
      expect(new Set(all.map(({ port }) => port)).size).toBe(all.length);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    }
    expect(
      Object.values(ports).filter(
        ({ name, port }) => name.length > portNameLimit || !label.test(name) || port < 18_400 || port > 18_439,
      ),
    ).toEqual([]);
  });

  it('have volumes of different names, each a DNS label', () => {
    const all = [
      ...Object.values(volumes),
      ...Object.values(containers).map(scratchVolume),
      storeVolume('a'.repeat(storeNameLimit)),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => !label.test(name) || name.length > dnsLabelLimit)).toEqual([]);
  });

  it('see every shard of a plan under a name of its own', () => {
    expect([0, 1, 10].map(planShardFile)).toEqual(['plan-0.json', 'plan-1.json', 'plan-10.json']);
  });

  it('find all gateway pods by one name', () => {
    expect(gatewayPodsHost('models')).toBe('stowage-gateway-pods.models.svc');
  });
});

describe('labels', () => {
  const all = [commonLabels('test'), serverSelector('cpu'), componentSelector('gateway'), componentSelector('witness')];

  it('leave Argo CD its own, and hold', () => {
    expect(all.flatMap(Object.keys)).not.toContain('app.kubernetes.io/instance');
    expect(serverSelector(longest)['stowage.dev/server']?.length).toBeLessThanOrEqual(dnsLabelLimit);
  });

  it('select each workload alone', () => {
    const [, cpu, gateway, witness] = all;
    expect(cpu).toEqual({ ...allServersSelector, 'stowage.dev/server': 'cpu' });
    expect(new Set([cpu, gateway, witness].map((labels) => labels?.['app.kubernetes.io/name'])).size).toBe(3);
  });
});

describe('Envoy', () => {
  it.each([
    ['listeners', listeners],
    ['clusters', clusters],
  ])('has %s of different names', (_, names) => {
    expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
  });
});
