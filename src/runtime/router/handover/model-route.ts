import { type HostPort, loadName, type RoutedModel } from '../../../ir/index.ts';
import type { Copy } from './copies.ts';

/** What one model's name leads to: all that is kept of a routing table once Envoy has it. */
export interface ModelRoute {
  readonly name: string;
  readonly idempotent: boolean;
  /** Seconds per request. Absent: the gateway's. */
  readonly timeout?: number;
  /** The load is spread over these, in this order. */
  readonly leads: readonly Lead[];
  /** Tried only after those. */
  readonly reserve: readonly Lead[];
  /** Why there is none of either, for clients to read. Absent: there is one. */
  readonly reason?: string;
}

/** One copy that requests can go to. */
export interface Lead {
  /** Which version it is. */
  readonly physical: string;
  /** What its server knows it by. */
  readonly loadName: string;
  readonly address: HostPort;
}

export function modelRoute(
  { name, idempotent, timeout }: RoutedModel,
  leads: readonly Copy[],
  reserve: readonly Copy[],
  reason: string,
): ModelRoute {
  return {
    name,
    idempotent,
    ...(timeout !== undefined && { timeout }),
    leads: leads.map(leadOf),
    reserve: reserve.map(leadOf),
    ...(leads.length + reserve.length === 0 && { reason }),
  };
}

/** Whether a route sends requests to a copy. */
export function leadsTo(route: ModelRoute | undefined, copy: Copy): boolean {
  if (route === undefined) return false;
  return route.leads.some((lead) => isLeadTo(lead, copy)) || route.reserve.some((lead) => isLeadTo(lead, copy));
}

export function isSameRoute(a: ModelRoute, b: ModelRoute): boolean {
  return (
    a.name === b.name &&
    a.idempotent === b.idempotent &&
    a.timeout === b.timeout &&
    a.reason === b.reason &&
    isSameList(a.leads, b.leads) &&
    isSameList(a.reserve, b.reserve)
  );
}

export function isSameAddress(a: HostPort, b: HostPort): boolean {
  return a === b || (a.host === b.host && a.port === b.port);
}

function leadOf({ pod, status }: Copy): Lead {
  return { physical: status.physical, loadName: loadName(status), address: pod.address };
}

function isLeadTo(lead: Lead, { pod, status }: Copy): boolean {
  return (
    lead.physical === status.physical && lead.loadName === loadName(status) && isSameAddress(lead.address, pod.address)
  );
}

function isSameList(a: readonly Lead[], b: readonly Lead[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        one.physical === other.physical &&
        one.loadName === other.loadName &&
        isSameAddress(one.address, other.address)
      );
    })
  );
}
