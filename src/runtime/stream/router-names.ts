import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { HostPort } from '../../ir/index.ts';

/** Finds the addresses of every router. Undefined: that could not be found out now. An empty list is an answer. */
export type RouterNames = () => Promise<readonly HostPort[] | undefined>;

/** What DNS is asked by; a `Resolver` of Node's. */
export interface AddressResolver {
  resolve4(name: string): Promise<readonly string[]>;
  resolve6(name: string): Promise<readonly string[]>;
}

/**
 * Names by DNS. Unlike the machine's own resolver, this one tells "there is no such name" from "nobody can say". A
 * Service's name is short of the cluster's domain, which nobody tells a pod but its search domains; other short names
 * are tried in these in turn. Where there are such domains, no name is asked for by itself: a cluster's name server has
 * to ask others, and nobody may answer.
 */
export function namesByDns(
  host: string,
  port: number,
  resolver: AddressResolver = new Resolver({ timeout: 2_000, tries: 2 }),
  searched: () => readonly string[] = searchDomains,
): RouterNames {
  return async () => {
    if (isIP(host) !== 0) return [{ host, port }];
    for (const name of namesIn(searched(), host)) {
      const found = await addresses(resolver, name);
      if (found === undefined) return undefined;
      if (found.length > 0) return found.toSorted().map((address) => ({ host: address, port }));
    }
    return [];
  };
}

/** Names by a file of a JSON list of addresses, as on a developer's machine. A file that is torn changes nothing. */
export function namesByFile(path: string): RouterNames {
  return async () => {
    try {
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return Array.isArray(value) && value.every(isHostPort) ? value : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Names as they are asked for, each whole: Node's resolver adds nothing. */
function namesIn(domains: readonly string[], host: string): readonly string[] {
  // After the cluster's domains pods have those of their node, of which others are to be asked: they may not answer, or
  // have an address for every name.
  const [cluster] = domains.flatMap((domain) => /(?:^|\.)svc\.(.+)$/.exec(domain)?.[1] ?? []);
  if (cluster !== undefined && host.endsWith('.svc')) return [`${host}.${cluster}`];
  // Nodes without a domain of their own may have the root for one, and hand it on to pods.
  const within = domains.filter((domain) => domain !== '.');
  return within.length > 0 ? within.map((domain) => `${host}.${domain}`) : [host];
}

async function addresses(resolver: AddressResolver, name: string): Promise<readonly string[] | undefined> {
  const [four, six] = await Promise.all([answer(resolver.resolve4(name)), answer(resolver.resolve6(name))]);
  return four === undefined || six === undefined ? undefined : [...four, ...six];
}

/** That there is none is an answer; that nobody answers is not. */
async function answer(asked: Promise<readonly string[]>): Promise<readonly string[] | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : undefined;
  }
}

/** The domains that names are looked for in, as the machine is set. None where that cannot be read. */
function searchDomains(): readonly string[] {
  try {
    const lines = readFileSync('/etc/resolv.conf', 'utf8').split('\n');
    const search = lines.findLast((line) => /^search\s/.test(line));
    return search?.trim().split(/\s+/).slice(1) ?? [];
  } catch {
    return [];
  }
}

function isHostPort(value: unknown): value is HostPort {
  return (
    typeof value === 'object' &&
    value !== null &&
    'host' in value &&
    typeof value.host === 'string' &&
    'port' in value &&
    Number.isInteger(value.port)
  );
}
