import { type Paint, painter, visible } from '../../diagnostics/index.ts';
import { type FleetStatus, type KnownPod, type ModelStatus, ordinalText } from '../../ir/index.ts';
import { differences } from './differences.ts';
import { since } from './since.ts';
import { stateText } from './state-text.ts';

/** One cell of a table, and what its text is painted as. */
interface Cell {
  readonly text: string;
  readonly as?: Parameters<Paint>[0];
  /** Numbers stand to the right. */
  readonly right?: true;
}

/** What a router knows, for people: models, servers, and what is not as planned. Ends with a line break. */
export function renderStatus(status: FleetStatus, options: { readonly color: boolean }): string {
  const paint = painter(options.color);
  const open = differences(status);
  const waiting = status.models.filter(({ state }) => state === 'onDemand');
  const sections = [
    table(
      ['model', 'state', 'version', 'at', 'for'],
      status.models.map((model) => modelRow(model, status.at)),
      paint,
    ),
    table(['server', 'state', 'models', 'planned', 'used', 'of'], status.pods.map(podRow), paint),
    ...(waiting.length === 0 ? [] : [onDemandLines(waiting, paint)]),
    open.length === 0
      ? [paint('help', 'All is as planned.')]
      : [
          paint('strong', 'Not as planned:'),
          ...open.map(({ subject, message }) => visible(`  ${subject}: ${message}`)),
        ],
  ];
  const heading = `${paint('strong', visible(status.environment))}, as ${visible(status.router)} knows it`;
  return `${[[heading], ...sections].map((lines) => `${lines.join('\n')}\n`).join('\n')}`;
}

/** What does not answer although all is as planned. */
function onDemandLines(waiting: readonly ModelStatus[], paint: Paint): readonly string[] {
  return [
    paint('strong', 'On demand, and not loaded:'),
    ...waiting.map(({ name, reason }) => visible(`  model ${name}${reason === undefined ? '' : `: ${reason}`}`)),
  ];
}

const paints: Readonly<Record<ModelStatus['state'], Parameters<Paint>[0]>> = {
  ready: 'help',
  partial: 'warning',
  onDemand: 'info',
  unavailable: 'error',
  removed: 'warning',
};

function modelRow(
  { name, state, serving, wanted, at, missing, since: from }: ModelStatus,
  now: string,
): readonly Cell[] {
  const copies = at.length + missing.length;
  const partial = state === 'partial' && serving === wanted ? ` (${at.length} of ${copies})` : '';
  return [
    { text: name },
    { text: `${stateText(state)}${partial}`, as: paints[state] },
    { text: versionText(name, serving, wanted) },
    { text: at.join(', ') || '–' },
    { text: since(from, now), right: true },
  ];
}

/** Versions without the model's name, which each begins with. */
function versionText(name: string, serving: string | undefined, wanted: string | undefined): string {
  const short = (physical: string): string =>
    physical.startsWith(`${name}-`) ? physical.slice(name.length + 1) : physical;
  if (serving === undefined) return wanted === undefined ? '–' : `(${short(wanted)})`;
  return wanted === undefined || wanted === serving ? short(serving) : `${short(serving)} → ${short(wanted)}`;
}

function podRow({ server, ordinal, connected, live, draining, copies, memory }: KnownPod): readonly Cell[] {
  const loaded = copies.filter(({ state }) => state === 'ready' || state === 'leaving').length;
  const state: Cell = !connected
    ? { text: 'away', as: 'warning' }
    : !live
      ? { text: 'down', as: 'error' }
      : draining
        ? { text: 'ending', as: 'warning' }
        : { text: 'up', as: 'help' };
  return [
    { text: ordinalText(server, ordinal) },
    state,
    { text: String(loaded), right: true },
    { text: mebibytes(memory.planned), right: true },
    { text: memory.used === undefined ? '–' : mebibytes(memory.used), right: true },
    { text: mebibytes(memory.capacity), right: true },
  ];
}

function mebibytes(amount: number): string {
  return `${Math.round(amount)} MiB`;
}

/** Columns as wide as their widest cell; empty where there are no rows. */
function table(headings: readonly string[], rows: readonly (readonly Cell[])[], paint: Paint): readonly string[] {
  if (rows.length === 0) return [`no ${headings[0]}s`];
  const right = headings.map((_, column) => rows.some((row) => row[column]?.right));
  const all = [headings.map((text): Cell => ({ text, as: 'strong' })), ...rows].map((row) =>
    row.map((cell) => ({ ...cell, text: visible(cell.text) })),
  );
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.text.length ?? 0)));
  return all.map((row) =>
    row
      .map(({ text, as }, column) => {
        const blanks = ' '.repeat((widths[column] ?? 0) - text.length);
        const painted = as === undefined ? text : paint(as, text);
        if (right[column]) return `${blanks}${painted}`;
        return column === row.length - 1 ? painted : `${painted}${blanks}`;
      })
      .join('  '),
  );
}
