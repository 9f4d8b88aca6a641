import type { FleetStatus, ModelStatus } from '../../ir/index.ts';

/** What changed from one status of a fleet to the next, but for copies that failed: a short line each; `before` undefined: all is new. */
export function describeChanges(before: FleetStatus | undefined, now: FleetStatus): readonly string[] {
  const models = new Map(before?.models.map((model) => [model.name, model]));
  const gone = [...models.keys()].filter((name) => !now.models.some((model) => model.name === name));
  return [
    ...now.models.flatMap((model) => modelChange(models.get(model.name), model)),
    ...gone.map((name) => `${name} is gone`),
    ...fault('the gateway keeps its last plan', before?.planFault, now.planFault),
    ...fault('the gateway keeps its last routes', before?.routesFault, now.routesFault),
  ];
}

function modelChange(before: ModelStatus | undefined, now: ModelStatus): readonly string[] {
  const { name, state, serving, wanted, at, missing, reason } = now;
  const moved = before?.at.join() !== at.join();
  if (before?.state === state && before.serving === serving && !moved) return [];
  const places = at.join(', ');
  if (state === 'ready') {
    // That it stands elsewhere too, or less, is all that is new.
    if (before?.state === 'ready' && before.serving === serving) return [`${name} moved to ${places}`];
    return [
      `${name} is ready at ${places}${before?.serving && before.serving !== serving ? ` in version ${serving}` : ''}`,
    ];
  }
  if (state === 'onDemand') return [`${name} is on demand, and not loaded${reason === undefined ? '' : `: ${reason}`}`];
  if (state === 'removed') return before?.state === state ? [] : [`${name} is no longer planned, and ends`];
  const because = reason === undefined ? '' : `: ${reason}`;
  // One that has never answered has not changed for anyone.
  if (state === 'unavailable') return before?.serving === undefined ? [] : [`${name} does not answer${because}`];
  if (serving !== wanted) return before?.serving === serving ? [] : [`${name} answers in version ${serving}${because}`];
  const version = before?.serving !== undefined && before.serving !== serving ? ` in version ${serving}` : '';
  if (missing.length === 0) return version === '' ? [] : [`${name} answers${version}`];
  return [`${name} answers${version} from ${at.length} of ${at.length + missing.length} copies${because}`];
}

function fault(what: string, before: string | undefined, now: string | undefined): readonly string[] {
  return now === undefined || now === before ? [] : [`${what}: ${now}`];
}
