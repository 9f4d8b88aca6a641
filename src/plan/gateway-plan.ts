import type { GatewayPlan, RoutedModel } from '../ir/index.ts';
import type { DecidedModel } from './decide.ts';
import type { Hints } from './hints.ts';

/** What the gateway needs to know of every model, sorted by name. */
export function gatewayPlan(decided: readonly DecidedModel[], hintsOf: (model: string) => Hints): GatewayPlan {
  return { models: decided.map((one) => routed(one, hintsOf(one.model.name))) };
}

function routed(
  { model, server, at, spare, refuge, versions, update }: DecidedModel,
  { mayInterrupt }: Hints,
): RoutedModel {
  const { physical, loadedAs } = versions.current;
  // In the order of a shard's entry, which makes encoding cheap.
  return {
    name: model.name,
    at: at.numbers,
    former: versions.former.map((version) => version.physical),
    idempotent: model.idempotent,
    kind: 'model',
    ...(loadedAs !== undefined && { loadedAs }),
    ...(mayInterrupt && { mayInterrupt }),
    physical,
    ...(refuge !== undefined && { refuge }),
    residency: model.residency,
    server: server.name,
    spare: spare.numbers,
    ...(model.limits.timeout !== undefined && { timeout: model.limits.timeout }),
    update,
  };
}
