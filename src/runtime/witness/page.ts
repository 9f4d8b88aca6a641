import type { FleetStatus, ModelStatus } from '../../ir/index.ts';
import { type Difference, since, stateText } from '../status/index.ts';

/** What the page shows. */
export interface Witnessing {
  readonly environment: string;
  /** Digest of the mounted plan. Absent: there is none. */
  readonly plan?: string | undefined;
  readonly differences: readonly Difference[];
  /** What one router knows, for the list of models. Absent: none answers. */
  readonly fleet?: FleetStatus | undefined;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ddd;vertical-align:top}
code{font-size:.9em}.models td{white-space:nowrap}.ready{color:#176f2c}.onDemand{color:#1f5c99}.partial,.removed{color:#8a5a00}.unavailable{color:#b00020}`;

/** The page of an environment: what is not as planned, and why; then its models. Plain HTML without scripts. */
export function witnessPage({ environment, plan, differences, fleet }: Witnessing): string {
  const heading = differences.length === 0 ? 'runs as planned' : 'does not run as planned';
  const waiting = (fleet?.models ?? [])
    .filter(({ state }) => state === 'onDemand')
    .map(({ name, reason }) => ({ subject: `model ${name}`, message: reason ?? 'not loaded' }));
  const models = fleet?.models.map((model) => modelRow(model, fleet.at)) ?? [];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="10"><title>${safe(environment)} ${heading}</title><style>${style}</style></head><body>
<h1>${safe(environment)} ${heading}</h1>
<p>${plan === undefined ? 'No plan is mounted.' : `Plan <code>${safe(plan.slice(0, 16))}</code>`}</p>
${reasons(differences)}${waiting.length === 0 ? '' : `<h2>On demand, and not loaded</h2>\n${reasons(waiting)}`}<h2>Models</h2>
${models.length === 0 ? '<p>No gateway answers, or there are none.</p>' : `<table class="models"><tr><th>model</th><th>state</th><th>version</th><th>at</th><th>for</th></tr>\n${models.join('\n')}\n</table>`}
</body></html>
`;
}

/** A table, or nothing where there is nothing to say. */
function reasons(list: readonly Difference[]): string {
  if (list.length === 0) return '';
  const rows = list.map(({ subject, message }) => `<tr><td>${safe(subject)}</td><td>${safe(message)}</td></tr>`);
  return `<table><tr><th>what</th><th>why</th></tr>\n${rows.join('\n')}\n</table>\n`;
}

function modelRow({ name, state, serving, at, since: from }: ModelStatus, now: string): string {
  const cells = [
    safe(name),
    `<span class="${safe(state)}">${safe(stateText(state))}</span>`,
    safe(serving ?? '–'),
    safe(at.join(', ') || '–'),
    safe(since(from, now)),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** Text that stands for itself in HTML, in attributes too. */
function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
