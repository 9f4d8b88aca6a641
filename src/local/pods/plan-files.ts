import { encodeShards, gatewayHeader, serverHeader } from '../../ir/index.ts';
import { gatewayPlanOwner, planShardFile, serverPlanOwner } from '../../names/index.ts';
import type { Target } from '../localise.ts';

/** The shards of a server's plan, by file. Undefined: the plan does not have that server. */
export function serverPlanFiles({ fleet, plan }: Target, name: string): ReadonlyMap<string, string> | undefined {
  const server = fleet.servers.find((of) => of.name === name);
  const serverPlan = plan.servers.find((of) => of.server === name);
  if (!server || !serverPlan) return undefined;
  const header = serverHeader(fleet.environment.name, serverPlan);
  return byFile(encodeShards(serverPlanOwner(name), header, serverPlan.models, server.planShards));
}

/** The shards of the gateway's plan, by file. */
export function gatewayPlanFiles({ fleet: { environment }, plan }: Target): ReadonlyMap<string, string> {
  const header = gatewayHeader(environment.name);
  return byFile(encodeShards(gatewayPlanOwner, header, plan.gateway.models, environment.gateway.planShards));
}

function byFile(shards: readonly string[]): ReadonlyMap<string, string> {
  return new Map(shards.map((text, shard) => [planShardFile(shard), text]));
}
