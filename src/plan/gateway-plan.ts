import type { GatewayPlan, RoutedModel } from '../ir/index.ts';
import type { DecidedModel } from './decide.ts';

/** What the gateway needs to know of every model, sorted by name. */
export function gatewayPlan(decided: readonly DecidedModel[]): GatewayPlan {
  return { models: decided.map(routed) };
}

function routed({ model, server, at, spare, refuge, versions }: DecidedModel): RoutedModel {
  const { physical, loadedAs } = versions.current;
  // In the order of a shard's entry, which makes encoding cheap.
  return {
    name: model.name,
    at: at.numbers,
    former: versions.former.map((version) => version.physical),
    idempotent: model.idempotent,
    kind: 'model',
    ...(loadedAs !== undefined && { loadedAs }),
    physical,
    ...(refuge !== undefined && { refuge }),
    residency: model.residency,
    server: server.name,
    spare: spare.numbers,
    ...(model.limits.timeout !== undefined && { timeout: model.limits.timeout }),
  };
}
