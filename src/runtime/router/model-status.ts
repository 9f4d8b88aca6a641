import { type ModelStatus, ordinalText, type RoutedModel } from '../../ir/index.ts';
import { type Copy, type Handover, isSameAddress, type ModelRoute, placeOf, type SeenPod } from './handover/index.ts';

type State = ModelStatus['state'];

/** How a model of the plan stands, by what Envoy has accepted. */
export function stateOf(
  entry: RoutedModel,
  decided: Handover,
  copies: readonly Copy[],
  route: ModelRoute | undefined,
): State {
  const leads = route?.leads ?? [];
  const waiting = entry.at.filter((ordinal) => waitsOnDemand(entry, ordinal, copies)).length;
  const required = entry.at.length - waiting;
  const isWaiting = waiting > 0 && required === 0;
  if (leads.length + (route?.reserve.length ?? 0) === 0) return isWaiting ? 'onDemand' : 'unavailable';
  const asPlanned = leads.filter((lead) => lead.physical === entry.physical).length;
  // What answers while all wait is on its way out.
  return !isWaiting && asPlanned >= required && decided.staying >= required ? 'ready' : 'partial';
}

/** Whether the pod says that its copy waits for room, as the plan allows. */
function waitsOnDemand({ server, physical }: RoutedModel, ordinal: number, copies: readonly Copy[]): boolean {
  const place = ordinalText(server, ordinal);
  return copies.some(
    ({ pod, status }) =>
      pod.connected && placeOf(pod) === place && status.physical === physical && status.onDemand === true,
  );
}

/** A model of the plan, as clients see it. */
export function plannedStatus(
  entry: RoutedModel,
  state: State,
  since: string,
  facts: {
    readonly decided: Handover;
    readonly copies: readonly Copy[];
    readonly route: ModelRoute | undefined;
    readonly pods: readonly SeenPod[];
  },
): ModelStatus {
  const { decided, copies, route, pods } = facts;
  const leads = [...(route?.leads ?? []), ...(route?.reserve ?? [])];
  const [first] = leads;
  const at = pods.filter(({ address }) => leads.some((lead) => isSameAddress(lead.address, address))).map(placeOf);
  const missing = entry.at
    .map((ordinal) => ordinalText(entry.server, ordinal))
    .filter((place) => !copies.some((copy) => placeOf(copy.pod) === place && isThere(copy, entry)));
  const reason = state === 'ready' ? undefined : reasonOf(entry, decided, missing, copies);
  return {
    name: entry.name,
    state,
    since,
    wanted: entry.physical,
    ...(first !== undefined && { serving: first.physical }),
    at,
    missing,
    ...(reason !== undefined && { reason }),
  };
}

/** A model that the plan no longer has, and that some pod still holds. */
export function removedStatus(name: string, since: string): ModelStatus {
  return { name, state: 'removed', since, at: [], missing: [], reason: 'the plan no longer has it' };
}

/** The first thing that stands in the way: a version given up, then each place where it is not. */
function reasonOf(
  { physical }: RoutedModel,
  { aborted }: Handover,
  missing: readonly string[],
  copies: readonly Copy[],
): string {
  if (aborted !== undefined) return `${physical} is given up: ${aborted.reason}`;
  for (const place of missing) {
    const there = copies.find(({ pod, status }) => placeOf(pod) === place && status.physical === physical);
    if (there === undefined)
      return `${place}: ${copies.some(({ pod }) => placeOf(pod) === place) ? 'not begun' : 'no word from it'}`;
    const { state, reason } = there.status;
    return `${place}: ${state}${reason === undefined ? '' : `, ${reason}`}`;
  }
  const lost = copies.find(({ pod, status }) => status.physical === physical && !pod.connected);
  if (lost !== undefined) return `${placeOf(lost.pod)}: its stream broke`;
  return 'the newest routes are on their way';
}

function isThere({ pod, status }: Copy, { physical, server }: RoutedModel): boolean {
  return (
    pod.server === server && status.physical === physical && (status.state === 'ready' || status.state === 'leaving')
  );
}
