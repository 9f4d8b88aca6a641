import { byCodeUnit } from '../../diagnostics/index.ts';
import type { DecodedShards, FleetStatus, RoutedModel } from '../../ir/index.ts';
import { type Difference, differences } from '../status/index.ts';

/** The plan that is mounted, as far as the comparison needs it. */
export type WitnessedPlan = Pick<DecodedShards<RoutedModel>, 'digest'> & {
  readonly entries: readonly Pick<RoutedModel, 'kind' | 'name'>[];
};

/** What is known of the routers when plan and run time are compared. */
export interface Witnessed {
  /** Undefined: there was none yet. */
  readonly plan: WitnessedPlan | undefined;
  /** Why what is mounted now is no plan. Absent: it is the one above. */
  readonly planFault?: string | undefined;
  /** By address; what each said last on the stream that is open. Undefined: none is open. The map itself undefined: no name was resolved yet. */
  readonly routers: ReadonlyMap<string, FleetStatus | undefined> | undefined;
}

/**
 * What is not as the mounted plan wants it: empty where every router acts on this plan, its Envoy has its routes, and
 * every model is ready. Pods by themselves do not count: one may be drained or added at any time.
 */
export function compareFleet({ plan, planFault, routers }: Witnessed): readonly Difference[] {
  const found = [
    ...(plan === undefined ? [{ subject: 'plan', message: planFault ?? 'none is mounted yet' }] : []),
    ...(plan !== undefined && planFault !== undefined ? [{ subject: 'plan', message: planFault }] : []),
    ...(routers === undefined ? [{ subject: 'gateway', message: 'its pods cannot be found yet' }] : []),
    ...(routers?.size === 0 ? [{ subject: 'gateway', message: 'it has no pods' }] : []),
    ...[...(routers ?? [])].flatMap(([address, status]) => ofRouter(address, status, plan)),
  ];
  return unique(found);
}

function ofRouter(
  address: string,
  status: FleetStatus | undefined,
  plan: WitnessedPlan | undefined,
): readonly Difference[] {
  if (status === undefined) return [{ subject: `gateway ${address}`, message: 'its router does not answer' }];
  const own = differences(status).filter(({ subject }) => !subject.startsWith('pod '));
  if (plan === undefined) return own;
  const known = new Set(status.models.map(({ name }) => name));
  const missing = plan.entries
    .filter(({ kind, name }) => kind === 'model' && !known.has(name))
    .map(({ name }) => ({ subject: `model ${name}`, message: `gateway ${status.router} does not know it` }));
  if (status.plan === plan.digest) return [...own, ...missing];
  // What it says of models is said of another plan, and what it does not know it is about to learn.
  const other =
    status.plan === undefined ? [] : [`it acts on plan ${short(status.plan)}, not on ${short(plan.digest)}`];
  return [...own, ...other.map((message) => ({ subject: `gateway ${status.router}`, message }))];
}

function short(digest: string): string {
  return digest.slice(0, 8);
}

/** Sorted; what several routers say alike is said once. */
function unique(found: readonly Difference[]): readonly Difference[] {
  const byText = new Map(found.map((difference) => [`${difference.subject}\0${difference.message}`, difference]));
  return [...byText].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, difference]) => difference);
}
