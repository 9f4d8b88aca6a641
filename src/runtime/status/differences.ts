import { byCodeUnit } from '../../diagnostics/index.ts';
import { type CopyStatus, type FleetStatus, type KnownPod, type ModelStatus, ordinalText } from '../../ir/index.ts';

/** Something that is not as the plan wants it. */
export interface Difference {
  /** `model churn`, `pod online-0`, `gateway stowage-gateway-1`. */
  readonly subject: string;
  /** What is not so, and why: one line. */
  readonly message: string;
}

/** What one router says is not as planned, sorted by what it is of; empty where all is. */
export function differences(status: FleetStatus): readonly Difference[] {
  return [
    ...ofGateway(status),
    ...status.models.flatMap((model) => ofModel(model, status.pods)),
    ...status.pods.flatMap(ofPod),
  ].toSorted((a, b) => byCodeUnit(a.subject, b.subject) || byCodeUnit(a.message, b.message));
}

function ofGateway({ router, plan, planFault, routesFault }: FleetStatus): readonly Difference[] {
  const subject = `gateway ${router}`;
  const messages = [
    ...(plan === undefined && planFault === undefined ? ['it acts on no plan yet'] : []),
    ...(planFault === undefined ? [] : [`it does not act on the plan that is there: ${planFault}`]),
    ...(routesFault === undefined ? [] : [`its Envoy does not have the newest routes: ${routesFault}`]),
  ];
  return messages.map((message) => ({ subject, message }));
}

function ofModel(model: ModelStatus, pods: readonly KnownPod[]): readonly Difference[] {
  if (model.state === 'ready' || model.state === 'onDemand') return [];
  if (model.state === 'removed') {
    const places = pods
      .filter(({ copies }) => copies.some(({ model: of }) => of === model.name))
      .map(({ server, ordinal }) => ordinalText(server, ordinal));
    const where = places.length === 0 ? '' : ` at ${places.join(', ')}`;
    return [{ subject: `model ${model.name}`, message: `it is no longer planned, and still loaded${where}` }];
  }
  // The router knows best what keeps it; where it says nothing, the pods may.
  const reasons = model.reason === undefined ? copyReasons(model, pods) : [model.reason];
  const message = [headline(model), ...reasons].join('; ');
  return [{ subject: `model ${model.name}`, message }];
}

function headline({ state, at, missing, wanted, serving }: ModelStatus): string {
  if (state === 'unavailable') return 'it does not answer';
  if (serving !== wanted) return `${serving} answers, ${wanted} is wanted`;
  return `it answers from ${at.length} of ${at.length + missing.length} copies`;
}

/** What the pods say of the copies that are not there yet. */
function copyReasons({ name, wanted, missing }: ModelStatus, pods: readonly KnownPod[]): readonly string[] {
  return missing.map((place) => {
    const pod = pods.find(({ server, ordinal }) => ordinalText(server, ordinal) === place);
    if (pod === undefined) return `${place} was not heard of yet`;
    const copy = pod.copies.find(({ model, physical }) => model === name && physical === wanted);
    return copy === undefined ? `${place} does not have it` : `${place} ${copyText(copy)}`;
  });
}

function copyText({ state, reason }: CopyStatus): string {
  const says: Readonly<Record<CopyStatus['state'], string>> = {
    waiting: 'waits',
    fetching: 'fetches it',
    loading: 'loads it',
    ready: 'has it ready',
    leaving: 'lets it go',
    dropping: 'drops it',
    failed: 'failed',
  };
  return reason === undefined ? says[state] : `${says[state]}: ${reason}`;
}

function ofPod(pod: KnownPod): readonly Difference[] {
  const subject = `pod ${pod.pod}`;
  const messages = [
    ...(pod.connected ? [] : ['it is not connected to the gateway']),
    ...(pod.connected && !pod.live ? ['its inference server does not answer'] : []),
    ...(pod.draining ? ['it is ending'] : []),
    ...(pod.planFault === undefined ? [] : [`it does not act on the plan that is there: ${pod.planFault}`]),
  ];
  return messages.map((message) => ({ subject, message }));
}
