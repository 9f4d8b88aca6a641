import type { CopyStatus, RoutedModel } from '../../../../src/ir/index.ts';
import {
  decideAll,
  type RouteTable,
  type SeenPod,
  type Times,
  wordsOf,
} from '../../../../src/runtime/router/handover/index.ts';
import { aCopy, aStatus } from '../../../support/fake-agent.ts';

/** A pod of server `cpu`, connected, as a router sees it. */
export function aPod(ordinal: number, copies: readonly CopyStatus[], changes: Partial<SeenPod> = {}): SeenPod {
  return { ...aStatus({ ordinal, copies }), connected: true, released: new Set<string>(), ...changes };
}

/** Pods from one line: `0: m-1 ready, m-2 loading; 1: m-1 leaving`; with `!` behind the number its stream broke, with `~` it is draining. */
export function pods(text: string): readonly SeenPod[] {
  return text.split(';').map((one) => {
    const [head = '', list = ''] = one.split(':');
    const ordinal = Number.parseInt(head, 10);
    const copies = list
      .split(',')
      .map((copy) => copy.trim().split(' '))
      .filter(([physical]) => physical !== '')
      .map(([physical = '', state = '', ...more]) => {
        const [model = '', version = ''] = physical.split('-');
        return {
          ...aCopy(model, version, state as CopyStatus['state']),
          ...(more.includes('terminal') && { terminal: true as const, reason: 'bad' }),
          ...(more.includes('room') && { forRoom: true as const }),
          ...(more.includes('named') && { loadedAs: model }),
        };
      });
    return aPod(ordinal, copies, { connected: !head.includes('!'), draining: head.includes('~') });
  });
}

export const noTimes: Times = { overdue: new Set(), stalled: new Set(), stranded: new Set() };

/** Where a model's requests go: `m-1@0 m-1@1 | m-1@2`, the reserve behind the bar; or why nowhere. */
export function led(table: RouteTable, name = 'm'): string {
  const route = table.get(name);
  if (route === undefined) return '404';
  if (route.reason !== undefined) return route.reason;
  const text = (leads: typeof route.leads) =>
    leads.map(({ physical, address }) => `${physical}@${Number(address.host.split('.')[3]) - 1}`).join(' ');
  return route.reserve.length === 0 ? text(route.leads) : `${text(route.leads)} | ${text(route.reserve)}`.trim();
}

/** What a router decides, and what it tells once Envoy has accepted that, by ordinal. */
export function decided(plan: readonly RoutedModel[], seen: readonly SeenPod[], times: Times = noTimes) {
  const decisions = decideAll(plan, seen, times);
  const { words, renew } = wordsOf(plan, seen, decisions, [decisions.routes]);
  const released = [...words].flatMap(([{ ordinal }, word]) =>
    word.released.map((physical) => `${physical}@${ordinal}`),
  );
  return { decisions, words, renew, led: led(decisions.routes), released: released.join(' ') };
}
