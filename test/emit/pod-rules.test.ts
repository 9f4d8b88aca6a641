import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import { securityFloor } from '../../src/emit/kubernetes/security-floor.ts';
import {
  containerFields,
  containerRules,
  isReservedVolume,
  type JsonObject,
  podRules,
  podSpecFields,
  reservedInPod,
  type Server,
  serverRules,
} from '../../src/ir/index.ts';
import { containers, mountPaths, scratchVolume, storeVolume, volumes } from '../../src/names/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { aFleet, anEnvironment, aPlan, aServer } from '../support/nodes.ts';

type Fleet = ReturnType<typeof aFleet>;

function manifest(fleet: Fleet, name: string): Manifest {
  const files = emitters['kubernetes']?.(fleet, aPlan(fleet)) ?? [];
  return parse(files.find(({ path }) => path === `manifests/${name}.yaml`)?.text ?? '');
}

interface Manifest {
  readonly spec: JsonObject;
}

test('the names that users cannot take are those that are emitted', () => {
  for (const name of Object.values(volumes)) expect(isReservedVolume(name), name).toBe(true);
  for (const name of Object.values(containers)) expect(isReservedVolume(scratchVolume(name)), name).toBe(true);
  expect(isReservedVolume(storeVolume('a'))).toBe(true);
  expect(isReservedVolume('mine')).toBe(false);
  expect(reservedInPod.containers).toEqual([containers.agent, containers.envoy]);
  expect(reservedInPod.mountPath).toBe(mountPaths.cache);
});

test('each rule is of a field that Kubernetes knows', () => {
  for (const { path } of podRules) expect(podSpecFields).toHaveProperty(path[0] ?? '');
  for (const { path } of [...containerRules, ...serverRules]) expect(containerFields).toHaveProperty(path[0] ?? '');
});

test('the floor changes nothing of what it made', () => {
  for (const fleet of Object.values(fleets)) {
    for (const { pod } of fleet.servers) {
      const once = securityFloor(pod);
      expect(securityFloor(once)).toEqual(once);
    }
  }
});

test('what is no number is no time to end', () => {
  for (const terminationGracePeriodSeconds of ['soon', 1, 1.5, null]) {
    const fleet = aFleet({ servers: [aServer({ pod: { terminationGracePeriodSeconds } })] });
    const own = aFleet({ servers: [aServer({ pod: {} })] });
    expect(manifest(fleet, 'statefulset-cpu')).toEqual(manifest(own, 'statefulset-cpu'));
  }
});

test('claims go with their server; those of an autoscaled one stay while it is there', () => {
  const policy = (given: Partial<Server>): unknown => {
    const fleet = aFleet({ servers: [aServer({ ...given, cache: { size: 10, storageClass: 'ssd' } })] });
    return manifest(fleet, 'statefulset-cpu').spec['persistentVolumeClaimRetentionPolicy'];
  };
  const one = { replicas: { min: 2, max: 2 } };
  const some = { replicas: { min: 2, max: 4 } };
  expect(policy(one)).toEqual({ whenDeleted: 'Delete', whenScaled: 'Delete' });
  expect(policy(some)).toEqual({ whenDeleted: 'Delete', whenScaled: 'Delete' });
  expect(policy({ ...some, autoscale: {} })).toEqual({ whenDeleted: 'Delete', whenScaled: 'Retain' });
});

test('gRPC is announced as clear text only where it is', () => {
  const ports = (tls: object): unknown => {
    const fleet = aFleet({ environment: anEnvironment({ tls }) });
    return manifest(fleet, 'service-stowage-gateway').spec['ports'];
  };
  expect(ports({})).toMatchObject([{ name: 'http' }, { name: 'grpc', appProtocol: 'kubernetes.io/h2c' }]);
  expect(JSON.stringify(ports({ gatewaySecret: 'web' }))).not.toContain('appProtocol');
});

test('names resolve wherever their server is', () => {
  const fleet = aFleet();
  for (const name of ['networkpolicy-stowage-servers', 'networkpolicy-stowage-witness']) {
    expect(manifest(fleet, name).spec['egress']).toContainEqual({
      ports: [
        { protocol: 'TCP', port: 53 },
        { protocol: 'UDP', port: 53 },
      ],
    });
  }
});
