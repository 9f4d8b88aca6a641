import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowed, type Connection, type JudgedPod } from '../../support/traffic-judge.ts';
import { readFilter } from './read-filter.ts';
import { rulesFor } from './rules.ts';
import type { NetworkPolicy, Peer, PolicyPort, Selector } from './shapes.ts';

const keys = ['app', 'tier'];
const values = ['a', 'b', 'c'];
const protocols = ['TCP', 'UDP', 'SCTP'] as const;
const numbers = [53, 80, 443, 8080];
const names = ['web', 'dns'];

const labels = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...values), { maxKeys: 2 });
const selector: fc.Arbitrary<Selector> = fc.record(
  {
    matchLabels: labels,
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({
          key: fc.constantFrom(...keys),
          operator: fc.constantFrom('In' as const, 'NotIn' as const),
          values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }),
        }),
        fc.record({
          key: fc.constantFrom(...keys),
          operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const),
        }),
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

const ipBlock = fc.constantFrom<NonNullable<Peer['ipBlock']>>(
  { cidr: '0.0.0.0/0' },
  { cidr: '0.0.0.0/0', except: ['10.1.0.0/30', '192.0.2.0/24'] },
  { cidr: '10.1.0.0/29', except: ['10.1.0.0/30', '10.1.0.2/32'] },
  { cidr: '192.0.2.7/32' },
  { cidr: '::/0', except: ['fd00::/64'] },
  { cidr: 'fd00::/64', except: ['fd00::1/128'] },
);
const peer: fc.Arbitrary<Peer> = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: selector }),
  fc.record({ podSelector: selector, namespaceSelector: selector }),
  fc.record({ ipBlock }),
);
const port: fc.Arbitrary<PolicyPort> = fc.oneof(
  fc.record(
    { protocol: fc.constantFrom(...protocols), port: fc.oneof(fc.constantFrom(...numbers), fc.constantFrom(...names)) },
    { requiredKeys: [] },
  ),
  fc.record({ port: fc.constant(80), endPort: fc.constantFrom(80, 443) }),
);
const policy: fc.Arbitrary<NetworkPolicy> = fc.record({
  metadata: fc.record({ name: fc.constant('p'), namespace: fc.constantFrom('one', 'two') }),
  spec: fc.record(
    {
      podSelector: selector,
      policyTypes: fc.uniqueArray(fc.constantFrom('Ingress' as const, 'Egress' as const), { minLength: 1 }),
      ingress: fc.array(
        fc.record(
          { from: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) },
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      ),
      egress: fc.array(
        fc.record(
          { to: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) },
          { requiredKeys: [] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['podSelector'] },
  ),
});
/** A pod has one address a family, and each name of a port stands for one number of a protocol. */
const pods = fc
  .array(
    fc.record({
      namespace: fc.constantFrom('one', 'two', 'unlisted'),
      labels,
      ports: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...names),
          protocol: fc.constantFrom(...protocols),
          port: fc.constantFrom(...numbers),
        }),
        { maxLength: 3, selector: ({ protocol, port }) => `${protocol} ${port}` },
      ),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((all) =>
    all.map((pod, index) => ({
      ...pod,
      name: `pod-${index}`,
      ports: [...new Map(pod.ports.map((each) => [`${each.protocol} ${each.name}`, each])).values()],
      addresses: [`10.1.0.${index + 1}`, `fd00::${index + 1}`],
    })),
  );
const elsewhere = ['192.0.2.7', '198.51.100.1', '2001:db8::1'];

test('rules say what policies do, of every two ends that can talk', () => {
  fc.assert(
    fc.property(
      fc.record({
        policies: fc.array(policy, { maxLength: 4 }),
        pods,
        namespaces: fc.record({ one: labels, two: labels }),
      }),
      (world) => {
        const rules = rulesFor(
          {
            policies: world.policies,
            namespaces: Object.entries(world.namespaces).map(([name, own]) => ({ metadata: { name, labels: own } })),
            pods: world.pods.map((pod) => ({
              ...pod,
              ports: new Map(pod.ports.map(({ protocol, name, port }) => [`${protocol} ${name}`, port])),
            })),
          },
          ['10.1.0.0/24', 'fd00::/64'],
        );
        const passes = readFilter(rules);
        const ends = [
          ...world.pods.flatMap((pod) => pod.addresses.map((address): JudgedPod => ({ ...pod, address }))),
          ...elsewhere.map((address) => ({ address })),
        ];
        for (const from of ends) {
          for (const to of ends) {
            if (from.address.includes(':') !== to.address.includes(':')) continue;
            for (const protocol of protocols) {
              for (const port of [...numbers, 200]) {
                const connection: Connection = { from, to, protocol, port };
                const packet = {
                  saddr: from.address,
                  daddr: to.address,
                  protocol: protocol.toLowerCase(),
                  dport: port,
                };
                if (passes(packet) !== allowed(world, connection)) {
                  expect.fail(
                    `${JSON.stringify(connection)} should be ${passes(packet) ? 'denied' : 'allowed'}\n${rules}`,
                  );
                }
              }
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a pod that nobody knows is closed, both ways; of other nodes’ pods their own node sees to that', () => {
  const known = { namespace: 'one', name: 'a', labels: {}, addresses: ['10.1.0.1'], ports: new Map<string, number>() };
  const passes = readFilter(rulesFor({ policies: [], namespaces: [], pods: [known] }, ['10.1.0.0/24']));
  const packet = { protocol: 'tcp', dport: 80 };
  expect(passes({ ...packet, saddr: '10.1.0.1', daddr: '192.0.2.7' })).toBe(true);
  expect(passes({ ...packet, saddr: '10.1.0.2', daddr: '192.0.2.7' })).toBe(false);
  expect(passes({ ...packet, saddr: '192.0.2.7', daddr: '10.1.0.2' })).toBe(false);
  expect(passes({ ...packet, saddr: '10.2.0.2', daddr: '10.1.0.1' })).toBe(true);
});

test('pods with the same rules share them, so that many pods make few rules', () => {
  const pods = Array.from({ length: 500 }, (_, index) => ({
    namespace: 'one',
    name: `pod-${index}`,
    labels: { app: index % 2 === 0 ? 'a' : 'b' },
    addresses: [`10.1.${index >> 8}.${index & 255}`],
    ports: new Map<string, number>(),
  }));
  const policies: NetworkPolicy[] = ['a', 'b'].map((app) => ({
    metadata: { name: app, namespace: 'one' },
    spec: {
      podSelector: { matchLabels: { app } },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'a' } } }], ports: [{ port: app === 'a' ? 80 : 443 }] }],
    },
  }));
  const rules = rulesFor({ policies, namespaces: [{ metadata: { name: 'one' } }], pods }, ['10.1.0.0/16']);
  expect(rules.match(/^chain /gm)).toHaveLength(3);
});
