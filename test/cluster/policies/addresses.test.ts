import { expect, test } from 'vitest';
import { networkPods, readCniResult } from './addresses.ts';
import type { Pod } from './shapes.ts';

const pod = (name: string, ip?: string, change: Partial<Pod> = {}): Pod => ({
  metadata: { name, namespace: 'one', uid: `uid-${name}`, labels: { app: name } },
  spec: {
    initContainers: [{ ports: [{ name: 'agent', containerPort: 18410 }] }],
    containers: [{ ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }, { containerPort: 80 }] }],
  },
  status: { phase: 'Running', ...(ip !== undefined && { podIPs: [{ ip }] }) },
  ...change,
});
const given = (name: string, address: string) => ({
  namespace: 'one',
  name,
  uid: `uid-${name}`,
  addresses: [address],
});
const addresses = (...args: Parameters<typeof networkPods>) =>
  Object.fromEntries(networkPods(...args).map((each) => [each.name, each.addresses]));

test('a pod has the address that its node gave it before its status says so', () => {
  expect(addresses([pod('a'), pod('b', '10.1.0.2'), pod('c')], [given('a', '10.1.0.1')])).toEqual({
    a: ['10.1.0.1'],
    b: ['10.1.0.2'],
  });
});

test('ports have names, of sidecars too', () => {
  expect(networkPods([pod('a', '10.1.0.1')], [])[0]?.ports).toEqual(
    new Map([
      ['TCP agent', 18410],
      ['UDP dns', 53],
    ]),
  );
});

test('an address is of the pod that has it now', () => {
  const [ended, host] = [
    { status: { phase: 'Succeeded', podIPs: [{ ip: '10.1.0.1' }] } },
    { spec: { hostNetwork: true, containers: [] } },
  ];
  expect(addresses([pod('a', undefined, ended), pod('b', '10.1.0.1')], [])).toEqual({ b: ['10.1.0.1'] });
  expect(addresses([pod('a', '10.1.0.1'), pod('b')], [given('b', '10.1.0.1')])).toEqual({ b: ['10.1.0.1'] });
  expect(addresses([pod('a', '10.1.0.1'), pod('b', '10.1.0.1')], [])).toEqual({ a: ['10.1.0.1'] });
  expect(addresses([pod('a', '10.200.1.2', host)], [])).toEqual({});
  // The pod of that name is another one by now.
  expect(addresses([pod('a')], [{ ...given('a', '10.1.0.1'), uid: 'former' }])).toEqual({});
});

test('what the library of CNI keeps is read, and nothing half written', () => {
  const cached = {
    kind: 'cniCacheV1',
    ifName: 'eth0',
    cniArgs: [
      ['IgnoreUnknown', '1'],
      ['K8S_POD_NAMESPACE', 'one'],
      ['K8S_POD_NAME', 'a'],
      ['K8S_POD_UID', 'uid-a'],
    ],
    result: { cniVersion: '0.4.0', ips: [{ version: '4', address: '10.1.0.1/24', gateway: '10.1.0.254' }] },
  };
  expect(readCniResult(JSON.stringify(cached))).toEqual(given('a', '10.1.0.1'));
  expect(readCniResult(JSON.stringify({ ...cached, ifName: 'lo' }))).toBeUndefined();
  expect(readCniResult(JSON.stringify(cached).slice(0, 99))).toBeUndefined();
  expect(readCniResult('')).toBeUndefined();
  expect(readCniResult('{}')).toBeUndefined();
});
