import { BlockList, isIPv6 } from 'node:net';
import { selects } from './selectors.ts';
import type { Direction, Network, NetworkPod, NetworkPolicy, Peer, PolicyPort, Protocol } from './shapes.ts';

/** The table that a node's rules are in. */
export const table = 'stowage-policies';

interface Family {
  readonly name: 'ip' | 'ip6';
  readonly type: string;
  readonly of: (address: string) => boolean;
}

const families: readonly Family[] = [
  { name: 'ip', type: 'ipv4_addr', of: (address) => !isIPv6(address.replace(/\/.*/, '')) },
  { name: 'ip6', type: 'ipv6_addr', of: (address) => isIPv6(address.replace(/\/.*/, '')) },
];

interface Side {
  readonly direction: Direction;
  /** The address of the pod that the chain is for. */
  readonly own: 'saddr' | 'daddr';
  readonly other: 'saddr' | 'daddr';
}

const sides: readonly Side[] = [
  { direction: 'Egress', own: 'saddr', other: 'daddr' },
  { direction: 'Ingress', own: 'daddr', other: 'saddr' },
];

/**
 * What NetworkPolicies say, as the one nft table of a node. It filters what the node forwards: all that its pods send
 * and get, but for what the node itself says to them, which is always allowed. Answers to what was allowed pass. A rule
 * of a chain returns for what it allows; what no rule allows is dropped.
 *
 * @param ranges Where this node's pods have their addresses. What is sent from or to an address of them that no pod is
 * known to have is dropped: a pod that is new is closed until its rules are there.
 */
export function rulesFor(network: Network, ranges: readonly string[]): string {
  const chains = new Map<string, string>();
  const present = families.filter((family) => ranges.some(family.of));
  const jumps = sides.map((side) => chainsOf(side, network, present, chains));
  const addresses = network.pods.flatMap((pod) => pod.addresses);
  return lines([
    `table inet ${table}`,
    `delete table inet ${table}`,
    `table inet ${table} {`,
    ...present.flatMap(({ name, type, of }) => {
      const own = addresses.filter(of);
      return [
        ...container('set', `${name}-pods`, type, own),
        ...container(
          'set',
          `${name}-self`,
          `${type} . ${type}`,
          own.map((address) => `${address} . ${address}`),
        ),
        ...sides.flatMap(({ direction }, index) =>
          container(
            'map',
            `${name}-${direction}`,
            `${type} : verdict`,
            (jumps[index] ?? []).flatMap(([address, chain]) => (of(address) ? [`${address} : jump ${chain}`] : [])),
          ),
        ),
      ];
    }),
    ...[...chains].flatMap(([body, name]) => [`chain ${name} {`, body, '}']),
    'chain forward {',
    'type filter hook forward priority filter; policy accept;',
    'ct state established,related accept',
    ...present.flatMap(({ name, of }) => [
      `${name} saddr . ${name} daddr @${name}-self accept`,
      ...ranges
        .filter(of)
        .flatMap((range) => sides.map(({ own }) => `${name} ${own} ${range} ${name} ${own} != @${name}-pods drop`)),
      ...sides.map(({ direction, own }) => `${name} ${own} vmap @${name}-${direction}`),
    ]),
    '}',
    '}',
  ]);
}

/** Which address jumps to which chain; pods whose rules read the same share one. */
function chainsOf(
  side: Side,
  network: Network,
  present: readonly Family[],
  chains: Map<string, string>,
): readonly (readonly [address: string, chain: string])[] {
  const { direction } = side;
  const policies = network.policies.filter((policy) => typesOf(policy).includes(direction));
  // What a policy allows is the same for all pods whose ports have the same names.
  const known = new Map<string, readonly string[]>();
  const allowedTo = (pod: NetworkPod, policy: NetworkPolicy): readonly string[] => {
    const key = `${policies.indexOf(policy)} ${direction === 'Ingress' ? [...pod.ports] : ''}`;
    const allowed = known.get(key) ?? allowedBy(policy, side, pod, network, present);
    known.set(key, allowed);
    return allowed;
  };
  return network.pods.flatMap((pod) => {
    const mine = policies.filter(
      ({ metadata, spec }) => metadata.namespace === pod.namespace && selects(spec.podSelector ?? {}, pod.labels),
    );
    if (mine.length === 0) return [];
    const allowed = mine.flatMap((policy) => allowedTo(pod, policy));
    const body = lines([...[...new Set(allowed)].toSorted(), 'drop']);
    const chain = chains.get(body) ?? `${direction}-${chains.size}`;
    chains.set(body, chain);
    return pod.addresses.map((address) => [address, chain] as const);
  });
}

/** A policy that names no types is for what comes in, and for what goes out where it has rules of that. */
function typesOf({ spec: { policyTypes, egress = [] } }: NetworkPolicy): readonly Direction[] {
  return policyTypes ?? (egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']);
}

function allowedBy(
  { metadata: { namespace = '' }, spec }: NetworkPolicy,
  { direction, other }: Side,
  pod: NetworkPod,
  network: Network,
  present: readonly Family[],
): readonly string[] {
  const rules =
    direction === 'Ingress'
      ? (spec.ingress ?? []).map(({ from = [], ports = [] }) => ({ peers: from, ports }))
      : (spec.egress ?? []).map(({ to = [], ports = [] }) => ({ peers: to, ports }));
  return rules.flatMap(({ peers, ports }) => {
    const numbered = ports.flatMap((port) => numberedPort(port, direction === 'Ingress' ? pod : undefined));
    const anyPort = ports.length === 0;
    const whom =
      peers.length === 0 ? [''] : peers.flatMap((peer) => peerMatches(peer, namespace, other, network, present));
    const open = whom.flatMap((peer) => (anyPort ? [''] : numbered).map((port) => rule(peer, port)));
    if (direction === 'Ingress') return open;
    // What a port's name stands for is said by the pod that is talked to.
    const named = ports.flatMap((port) =>
      typeof port.port === 'string' ? [`${port.protocol ?? 'TCP'} ${port.port}`] : [],
    );
    const targets = peers.length === 0 ? network.pods : peers.flatMap((peer) => targetsOf(peer, namespace, network));
    return [...open, ...named.flatMap((name) => namedMatches(name, targets, other, present))];
  });
}

function rule(...matches: readonly string[]): string {
  return [...matches, 'return'].filter((match) => match !== '').join(' ');
}

/** @param pod Whose ports have the names. Absent: names are left out. */
function numberedPort({ protocol = 'TCP', port, endPort }: PolicyPort, pod?: NetworkPod): readonly string[] {
  const number = typeof port === 'string' ? pod?.ports.get(`${protocol} ${port}`) : port;
  if (number !== undefined) return [portMatch(protocol, endPort === undefined ? number : `${number}-${endPort}`)];
  return port === undefined ? [`meta l4proto ${protocol.toLowerCase()}`] : [];
}

function portMatch(protocol: Protocol, port: number | string): string {
  return `${protocol.toLowerCase()} dport ${port}`;
}

function peerMatches(
  peer: Peer,
  namespace: string,
  other: Side['other'],
  network: Network,
  present: readonly Family[],
): readonly string[] {
  const { ipBlock } = peer;
  if (!ipBlock) return addressMatches(podsOf(peer, namespace, network), other, present);
  const family = present.find(({ of }) => of(ipBlock.cidr));
  if (!family) return [];
  const outside = (ipBlock.except ?? []).map((cidr) => `${family.name} ${other} != ${cidr}`);
  // A prefix of no bits would be left out, and with it the family.
  const inside = ipBlock.cidr.endsWith('/0')
    ? `meta nfproto ${family.name === 'ip' ? 'ipv4' : 'ipv6'}`
    : `${family.name} ${other} ${ipBlock.cidr}`;
  return [[inside, ...outside].join(' ')];
}

function addressMatches(
  pods: readonly NetworkPod[],
  other: Side['other'],
  present: readonly Family[],
): readonly string[] {
  return present.flatMap(({ name, of }) => {
    const addresses = [...new Set(pods.flatMap((pod) => pod.addresses).filter(of))].toSorted();
    return addresses.length === 0 ? [] : [`${name} ${other} { ${addresses.join(', ')} }`];
  });
}

function namedMatches(
  name: string,
  targets: readonly NetworkPod[],
  other: Side['other'],
  present: readonly Family[],
): readonly string[] {
  const protocol = name.replace(/ .*/, '') as Protocol;
  const byNumber = Map.groupBy(targets, ({ ports }) => ports.get(name));
  return [...byNumber].flatMap(([number, pods]) =>
    number === undefined
      ? []
      : addressMatches(pods, other, present).map((peer) => rule(peer, portMatch(protocol, number))),
  );
}

/** The pods that a peer names, or those of their addresses that are in its block. */
function targetsOf(peer: Peer, namespace: string, network: Network): readonly NetworkPod[] {
  const { ipBlock } = peer;
  if (!ipBlock) return podsOf(peer, namespace, network);
  const [inside, outside] = [blockOf([ipBlock.cidr]), blockOf(ipBlock.except ?? [])];
  const holds = (block: BlockList, address: string): boolean => block.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return network.pods.map((pod) => ({
    ...pod,
    addresses: pod.addresses.filter((address) => holds(inside, address) && !holds(outside, address)),
  }));
}

function blockOf(cidrs: readonly string[]): BlockList {
  const block = new BlockList();
  for (const [network = '', bits] of cidrs.map((cidr) => cidr.split('/'))) {
    block.addSubnet(network, Number(bits), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return block;
}

/** The pods that selectors name: of the policy's own namespace where they name none. */
function podsOf(
  { podSelector = {}, namespaceSelector }: Peer,
  namespace: string,
  { pods, namespaces }: Network,
): readonly NetworkPod[] {
  const inside = new Set(
    namespaces.flatMap(({ metadata: { name, labels = {} } }) =>
      namespaceSelector && selects(namespaceSelector, labels) ? [name] : [],
    ),
  );
  if (!namespaceSelector) inside.add(namespace);
  return pods.filter((pod) => inside.has(pod.namespace) && selects(podSelector, pod.labels));
}

function container(kind: 'set' | 'map', name: string, type: string, elements: readonly string[]): readonly string[] {
  const given = [...new Set(elements)].toSorted();
  return [
    `${kind} ${name} {`,
    `type ${type}`,
    ...(given.length > 0 ? [`elements = { ${given.join(', ')} }`] : []),
    '}',
  ];
}

function lines(all: readonly string[]): string {
  return all.join('\n');
}
