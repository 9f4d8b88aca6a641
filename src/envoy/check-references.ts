import { isObject } from '../ir/index.ts';
import { headers } from '../names/index.ts';
import type { Bootstrap, Cluster, ClusterLoadAssignment, RouteConfiguration } from './types.ts';

/** What Envoy reads from files while it runs. */
export interface DynamicResources {
  readonly routes?: readonly RouteConfiguration[];
  readonly clusters?: readonly Cluster[];
  readonly endpoints?: readonly ClusterLoadAssignment[];
}

/**
 * Finds what a configuration refers to and does not have. Envoy checks none of this: a route to a cluster that is not
 * there is accepted and answers 503, a file that is never written stops it from starting.
 *
 * @param files paths that will be there when Envoy starts; absent: paths are not checked
 * @returns one sentence a fault, in the order of the configuration; none is good
 */
export function checkReferences(
  bootstrap: Bootstrap,
  dynamic: DynamicResources = {},
  files?: ReadonlySet<string>,
): readonly string[] {
  const faults: string[] = [];
  const { listeners, clusters } = bootstrap.static_resources;
  const clusterNames = uniqueNames('cluster', [...clusters, ...(dynamic.clusters ?? [])], faults);
  uniqueNames('listener', listeners, faults);
  const configurations = uniqueNames('route configuration', dynamic.routes ?? [], faults);

  checkPorts(bootstrap, faults);
  for (const [at, value] of walk(bootstrap, '')) {
    if (isObject(value) && typeof value['path'] === 'string' && at.endsWith('/path_config_source') && files) {
      if (!files.has(value['path'])) faults.push(`${at}: no file ${value['path']} is written`);
    }
    if (isObject(value) && typeof value['route_config_name'] === 'string' && dynamic.routes) {
      if (!configurations.has(value['route_config_name'])) {
        faults.push(`${at}: no route configuration ${value['route_config_name']}`);
      }
    }
    if (isObject(value) && typeof value['service_name'] === 'string' && dynamic.endpoints) {
      const name = value['service_name'];
      if (!dynamic.endpoints.some((assignment) => assignment.cluster_name === name)) {
        faults.push(`${at}: no endpoints ${name}`);
      }
    }
    checkClusterReference(at, value, clusterNames, faults);
  }
  for (const [at, value] of walk(dynamic.routes ?? [], '/routes')) {
    checkClusterReference(at, value, clusterNames, faults);
  }
  checkOverrides(dynamic, faults);
  return faults;
}

/** A route action and a mirror policy name a cluster, and so does the header that other routes take it from. */
function checkClusterReference(at: string, value: unknown, known: ReadonlySet<string>, faults: string[]): void {
  if (!isObject(value)) return;
  const named = value['key'] === headers.cluster ? value['value'] : value['cluster'];
  // `node.cluster` is what this Envoy is called.
  if (typeof named !== 'string' || at === '/node') return;
  if (!known.has(named)) faults.push(`${at}: no cluster ${named}`);
}

/** Each pod that a header lists must be an endpoint. */
function checkOverrides({ routes = [], endpoints }: DynamicResources, faults: string[]): void {
  if (!endpoints) return;
  const known = new Set<string>();
  for (const [, value] of walk(endpoints, '')) {
    if (!isObject(value) || typeof value['port_value'] !== 'number') continue;
    const host = String(value['address']);
    known.add(host.includes(':') ? `[${host}]:${value['port_value']}` : `${host}:${value['port_value']}`);
  }
  for (const [at, value] of walk(routes, '/routes')) {
    if (!isObject(value) || value['key'] !== headers.to) continue;
    for (const pod of String(value['value']).split(',')) {
      if (!known.has(pod)) faults.push(`${at}: no endpoint ${pod}`);
    }
  }
}

function checkPorts(bootstrap: Bootstrap, faults: string[]): void {
  const taken = new Map<number, string>();
  for (const { name, address } of bootstrap.static_resources.listeners) {
    if (!('socket_address' in address)) continue;
    const port = address.socket_address.port_value;
    const other = taken.get(port);
    if (other !== undefined) faults.push(`listeners ${other} and ${name} both want port ${port}`);
    taken.set(port, name);
  }
  for (const { name, type, load_assignment } of bootstrap.static_resources.clusters) {
    if (type !== 'STATIC') continue;
    for (const [, value] of walk(load_assignment, '')) {
      if (!isObject(value) || typeof value['port_value'] !== 'number') continue;
      const port = value['port_value'];
      const other = taken.get(port);
      if (other === undefined) continue;
      faults.push(`listener ${other} and what is behind cluster ${name} both want port ${port}`);
    }
  }
}

function uniqueNames(kind: string, items: readonly { readonly name: string }[], faults: string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of items) {
    if (names.has(name)) faults.push(`two ${kind}s are called ${name}`);
    names.add(name);
  }
  return names;
}

function* walk(value: unknown, at: string): Generator<readonly [string, unknown]> {
  yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${at}/${key}`);
}
