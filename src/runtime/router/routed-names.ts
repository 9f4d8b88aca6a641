import type { RouteArm, RoutedName } from '../../envoy/index.ts';
import type { HostPort } from '../../ir/index.ts';
import type { Lead, ModelRoute, RouteTable } from './handover/index.ts';

/** A routing table as Envoy's builders want it. */
export function routedNames(table: RouteTable): readonly RoutedName[] {
  return [...table.values()].map(routedName);
}

function routedName({ name, idempotent, timeout, leads, reserve, reason }: ModelRoute): RoutedName {
  return {
    name,
    idempotent,
    ...(timeout !== undefined && { timeout }),
    ...(reason !== undefined && { reason }),
    arms: leads.length > 0 ? armsOf(leads, reserve) : armsOf(reserve, []),
  };
}

/** One arm for each name that servers know the version by: as a rule there is one. */
function armsOf(leads: readonly Lead[], reserve: readonly Lead[]): readonly RouteArm[] {
  return [...addressesByName(leads)].map(([physical, pods]) => {
    const more = addressesByName(reserve).get(physical);
    return { physical, weight: pods.length, pods, ...(more !== undefined && { reserve: more }) };
  });
}

function addressesByName(leads: readonly Lead[]): ReadonlyMap<string, readonly HostPort[]> {
  const byName = new Map<string, HostPort[]>();
  for (const { loadName, address } of leads) {
    const list = byName.get(loadName);
    if (list === undefined) byName.set(loadName, [address]);
    else list.push(address);
  }
  return byName;
}
