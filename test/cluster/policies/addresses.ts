import type { NetworkPod, Pod } from './shapes.ts';

/** An address that a node gave to a pod: known before any container of the pod is started. */
export interface GivenAddress {
  readonly namespace: string;
  readonly name: string;
  /** Absent: the node was not told it. */
  readonly uid?: string;
  readonly addresses: readonly string[];
}

/**
 * The pods that have addresses of their own. Those come from the nodes at once and from the pods' status about a second
 * later; where both speak of one address, the node is right. Pods that have ended have none, whatever their status says.
 */
export function networkPods(pods: readonly Pod[], given: readonly GivenAddress[]): readonly NetworkPod[] {
  const byName = new Map(given.map((each) => [key(each.namespace, each.name), each]));
  const owners = new Map(given.flatMap((each) => each.addresses.map((address) => [address, each] as const)));
  const taken = new Set<string>();
  return pods.flatMap((pod) => {
    const { metadata, spec, status } = pod;
    const { name, namespace = '', uid, labels = {} } = metadata;
    if (spec.hostNetwork || status?.phase === 'Succeeded' || status?.phase === 'Failed') return [];
    const is = (each: GivenAddress | undefined): boolean =>
      each?.namespace === namespace && each.name === name && (each.uid === undefined || each.uid === uid);
    const own = byName.get(key(namespace, name));
    const told = (status?.podIPs ?? []).map(({ ip }) => ip).filter((ip) => !owners.has(ip) || is(owners.get(ip)));
    const addresses = [...new Set([...(own && is(own) ? own.addresses : []), ...told])].filter((ip) => !taken.has(ip));
    for (const address of addresses) taken.add(address);
    return addresses.length === 0 ? [] : [{ namespace, name, labels, addresses, ports: portsOf(pod) }];
  });
}

function portsOf({ spec: { initContainers = [], containers } }: Pod): ReadonlyMap<string, number> {
  return new Map(
    [...initContainers, ...containers].flatMap(({ ports = [] }) =>
      ports.flatMap(({ name, protocol = 'TCP', containerPort }) =>
        name === undefined ? [] : [[`${protocol} ${name}`, containerPort] as const],
      ),
    ),
  );
}

/** What the library of CNI keeps of one pod's network, read. Absent: it is of no pod, of its loopback, or still being
 * written. */
export function readCniResult(text: string): GivenAddress | undefined {
  let cached: CniCache;
  try {
    cached = JSON.parse(text) as CniCache;
  } catch {
    return undefined;
  }
  if (cached.ifName === 'lo') return undefined;
  const args = new Map(cached.cniArgs ?? []);
  const [namespace, name, uid] = ['K8S_POD_NAMESPACE', 'K8S_POD_NAME', 'K8S_POD_UID'].map((each) => args.get(each));
  const addresses = (cached.result?.ips ?? []).map(({ address }) => address.replace(/\/.*/, ''));
  if (!namespace || !name || addresses.length === 0) return undefined;
  return { namespace, name, ...(uid && { uid }), addresses };
}

interface CniCache {
  readonly ifName?: string;
  readonly cniArgs?: readonly (readonly [name: string, value: string])[];
  readonly result?: { readonly ips?: readonly { readonly address: string }[] };
}

function key(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
