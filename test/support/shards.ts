import { encodeShards, gatewayHeader, type Plan, serverHeader } from '../../src/ir/index.ts';
import { gatewayPlanOwner, serverPlanOwner } from '../../src/names/index.ts';

/** The texts of all shards of a plan: each server's, then the gateway's; `count` of each. */
export function shardsOf({ environment, servers, gateway }: Plan, count: number): readonly string[] {
  return [
    ...servers.flatMap((one) =>
      encodeShards(serverPlanOwner(one.server), serverHeader(environment, one), one.models, count),
    ),
    ...encodeShards(gatewayPlanOwner, gatewayHeader(environment), gateway.models, count),
  ];
}
