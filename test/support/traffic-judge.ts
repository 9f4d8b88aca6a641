import { BlockList, isIPv6 } from 'node:net';

/**
 * Says what NetworkPolicies allow, connection by connection, read off the reference of `networking.k8s.io/v1`. Written
 * to be compared with: slow, and it shares nothing with what makes rules.
 */

export interface JudgedPod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly address: string;
  readonly ports?: readonly { readonly name: string; readonly protocol: string; readonly port: number }[];
}

/** One end of a connection; without a pod it is an address of elsewhere. */
export type End = JudgedPod | { readonly address: string };

export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly protocol: string;
  readonly port: number;
}

export interface World {
  /** NetworkPolicies as read from YAML. */
  readonly policies: readonly Any[];
  /** Labels of the namespaces. */
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A manifest, whatever is in it. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes of the emitter would hide what they lack
type Any = any;

/** Whether both ends let the connection be: the one where it starts, and the one where it is to end. */
export function allowed(world: World, { from, to, protocol, port }: Connection): boolean {
  if (from.address === to.address) return true;
  const target = isPod(to) ? to.ports?.find((each) => each.protocol === protocol && each.port === port) : undefined;
  const meant = { protocol, port, names: target ? [target.name] : [] };
  return passes(world, 'Egress', from, to, meant) && passes(world, 'Ingress', to, from, meant);
}

interface Meant {
  readonly protocol: string;
  readonly port: number;
  /** What the port is called by the pod that is talked to. */
  readonly names: readonly string[];
}

function passes(world: World, direction: 'Ingress' | 'Egress', subject: End, other: End, meant: Meant): boolean {
  if (!isPod(subject)) return true;
  let isolated = false;
  for (const policy of world.policies) {
    if (policy.metadata.namespace !== subject.namespace) continue;
    if (!labelsMatch(policy.spec.podSelector, subject.labels)) continue;
    const types: string[] = policy.spec.policyTypes ?? ['Ingress', ...(policy.spec.egress?.length ? ['Egress'] : [])];
    if (!types.includes(direction)) continue;
    isolated = true;
    for (const rule of policy.spec[direction.toLowerCase()] ?? []) {
      const peers = (direction === 'Ingress' ? rule.from : rule.to) ?? [];
      const peerFits = peers.length === 0 || peers.some((peer: Any) => isPeer(world, policy, peer, other));
      const portFits = !rule.ports?.length || rule.ports.some((each: Any) => isPort(each, meant));
      if (peerFits && portFits) return true;
    }
  }
  return !isolated;
}

function isPeer(world: World, policy: Any, peer: Any, other: End): boolean {
  if (peer.ipBlock) {
    return (
      holds(peer.ipBlock.cidr, other.address) &&
      !(peer.ipBlock.except ?? []).some((cidr: string) => holds(cidr, other.address))
    );
  }
  if (!isPod(other)) return false;
  const namespaceFits = peer.namespaceSelector
    ? other.namespace in world.namespaces &&
      labelsMatch(peer.namespaceSelector, world.namespaces[other.namespace] ?? {})
    : other.namespace === policy.metadata.namespace;
  return namespaceFits && (!peer.podSelector || labelsMatch(peer.podSelector, other.labels));
}

function isPort(rule: Any, { protocol, port, names }: Meant): boolean {
  if ((rule.protocol ?? 'TCP') !== protocol) return false;
  if (rule.port === undefined) return true;
  if (typeof rule.port === 'string') return names.includes(rule.port);
  return rule.port <= port && port <= (rule.endPort ?? rule.port);
}

function labelsMatch(selector: Any, labels: Readonly<Record<string, string>>): boolean {
  const has = (key: string): boolean => Object.hasOwn(labels, key);
  for (const key of Object.keys(selector?.matchLabels ?? {})) {
    if (!has(key) || labels[key] !== selector.matchLabels[key]) return false;
  }
  for (const { key, operator, values } of selector?.matchExpressions ?? []) {
    if (operator === 'Exists' && !has(key)) return false;
    if (operator === 'DoesNotExist' && has(key)) return false;
    if (operator === 'In' && !(has(key) && values.includes(labels[key]))) return false;
    if (operator === 'NotIn' && has(key) && values.includes(labels[key])) return false;
  }
  return true;
}

function holds(cidr: string, address: string): boolean {
  const [network = '', bits] = cidr.split('/');
  if (isIPv6(network) !== isIPv6(address)) return false;
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  block.addSubnet(network, Number(bits), family);
  return block.check(address, family);
}

function isPod(end: End): end is JudgedPod {
  return 'labels' in end;
}
