import { BlockList, isIPv6 } from 'node:net';

export interface Packet {
  readonly saddr: string;
  readonly daddr: string;
  readonly protocol: string;
  readonly dport: number;
}

/** Reads the few words of nft that rules are written in, and says whether a node forwards the first packet of a connection. */
export function readFilter(text: string): (packet: Packet) => boolean {
  const chains = new Map<string, string[]>();
  const sets = new Map<string, Map<string, string>>();
  for (const [, kind = '', name = '', body = ''] of text.matchAll(/^(chain|set|map) (\S+) \{\n([\s\S]*?)\n\}$/gm)) {
    if (kind === 'chain') chains.set(name, body.split('\n'));
    else {
      const elements = /elements = \{ (.*) \}/.exec(body)?.[1]?.split(', ') ?? [];
      sets.set(name, new Map(elements.map((each) => each.split(' : ') as [string, string])));
    }
  }

  /** Absent: the chain came to its end. */
  function walk(chain: string, packet: Packet): 'accept' | 'drop' | 'return' | undefined {
    for (const line of chains.get(chain) ?? []) {
      const verdict = step(line, packet);
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  }

  function step(line: string, packet: Packet): 'accept' | 'drop' | 'return' | undefined {
    if (line.startsWith('type ') || line.startsWith('ct state ')) return undefined;
    let rest = line;
    while (!/^(accept|drop|return)$/.test(rest)) {
      const lookup = /^ip6? (saddr|daddr) vmap @(\S+)$/.exec(rest);
      if (lookup) {
        const jump = sets.get(lookup[2] ?? '')?.get(packet[lookup[1] as 'saddr' | 'daddr']);
        const verdict = jump === undefined ? undefined : walk(jump.replace('jump ', ''), packet);
        return verdict === 'return' ? undefined : verdict;
      }
      const [words, holds] = match(rest, packet);
      if (!holds) return undefined;
      rest = rest.slice(words.length).trimStart();
    }
    return rest as 'accept' | 'drop' | 'return';
  }

  function match(rest: string, { saddr, daddr, protocol, dport }: Packet): [words: string, holds: boolean] {
    const family = isIPv6(saddr) ? 'ip6' : 'ip';
    const both = /^(ip6?) saddr \. ip6? daddr @(\S+)/.exec(rest);
    if (both) return [both[0], both[1] === family && (sets.get(both[2] ?? '')?.has(`${saddr} . ${daddr}`) ?? false)];
    const address = /^(ip6?) (saddr|daddr) (!= )?(@\S+|\{ .*? \}|\S+)/.exec(rest);
    if (address) {
      const [words, of, side, not, among = ''] = address;
      const value = side === 'saddr' ? saddr : daddr;
      return [words, of === family && isAmong(value, among) === (not === undefined)];
    }
    const port = /^(tcp|udp|sctp) dport (\d+)(?:-(\d+))?/.exec(rest);
    if (port) {
      const [words, of, low, high = low] = port;
      return [words, of === protocol && Number(low) <= dport && dport <= Number(high)];
    }
    const meta = /^meta (nfproto|l4proto) (\S+)/.exec(rest);
    if (meta) {
      const is = meta[1] === 'l4proto' ? protocol : family === 'ip' ? 'ipv4' : 'ipv6';
      return [meta[0], meta[2] === is];
    }
    throw new Error(`cannot read: ${rest}`);
  }

  function isAmong(value: string, among: string): boolean {
    if (among.startsWith('@')) return sets.get(among.slice(1))?.has(value) ?? false;
    if (among.startsWith('{')) return among.slice(2, -2).split(', ').includes(value);
    const [network = '', bits = ''] = among.split('/');
    const family = isIPv6(network) ? 'ipv6' : 'ipv4';
    const block = new BlockList();
    block.addSubnet(network, Number(bits), family);
    return block.check(value, family);
  }

  return (packet) => walk('forward', packet) !== 'drop';
}
