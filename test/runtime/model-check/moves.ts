import { copyKey, type LocalCopy } from '../../../src/runtime/agent/decide/index.ts';
import { placeOf } from '../../../src/runtime/router/handover/index.ts';
import { holdsAny, type Rules } from './rules.ts';
import {
  type AgentState,
  type Budget,
  type Case,
  type Link,
  noLink,
  type RouterState,
  type SeenState,
  type Sent,
  type Word,
  type World,
} from './world.ts';

/** One thing that can happen. */
export interface Move {
  readonly label: string;
  readonly world: World;
  /** Whether it comes from outside, so that nothing may wait for it. */
  readonly isExternal: boolean;
}

/** A world while something happens in it. */
interface Draft {
  readonly agents: AgentState[];
  readonly routers: RouterState[];
  readonly links: Link[][];
  budget: Budget;
}

/** Everything that can happen next. */
export function movesOf(world: World, one: Case, rules: Rules): readonly Move[] {
  const moves: Move[] = [];
  const add = (label: string, isExternal: boolean, change: (draft: Draft) => void): void => {
    const draft: Draft = {
      agents: [...world.agents],
      routers: [...world.routers],
      links: world.links.map((row) => [...row]),
      budget: world.budget,
    };
    change(draft);
    moves.push({ label, isExternal, world: normal(draft) });
  };
  const spend = (draft: Draft, kind: keyof Budget): void => {
    draft.budget = { ...draft.budget, [kind]: draft.budget[kind] - 1 };
  };
  const { budget } = world;
  const lastPlan = one.plans.length - 1;
  const deadlinesPass =
    !one.plansAreQuick ||
    [...world.agents, ...world.routers.filter(({ on }) => on)].every(({ plan }) => plan === lastPlan);

  for (const [i, agent] of world.agents.entries()) {
    for (let plan = agent.plan + 1; plan <= lastPlan; plan++) {
      add(`agent ${i} gets plan ${plan}`, false, (draft) => changeAgent(draft, rules, i, { plan }));
    }
    for (const copy of agent.copies) {
      const key = copyKey(copy.version);
      const others = agent.copies.filter((other) => other !== copy);
      if (copy.state === 'loading') {
        add(`agent ${i} has loaded ${key}`, false, (draft) =>
          changeAgent(draft, rules, i, { copies: [...others, { ...copy, state: 'ready' }] }),
        );
        if (budget.failures > 0 && one.bad?.includes(copy.version.physical)) {
          add(`agent ${i} cannot load ${key}`, true, (draft) => {
            spend(draft, 'failures');
            const failures = { ...agent.failures, [key]: { reason: 'bad', terminal: true as const } };
            changeAgent(draft, rules, i, { copies: others, failures });
          });
        }
      }
      if (copy.state === 'dropping') {
        add(`agent ${i} has unloaded ${key}`, false, (draft) => changeAgent(draft, rules, i, { copies: others }));
      }
    }
    if (budget.agentRestarts > 0 && !agent.draining) {
      add(`agent ${i} restarts`, true, (draft) => {
        spend(draft, 'agentRestarts');
        loseStreams(draft, i);
        const copies = agent.copies.flatMap(afterRestart);
        changeAgent(draft, rules, i, { copies, said: rules.say(copies) });
      });
    }
    if (budget.drains > 0 && !agent.draining) {
      add(`pod ${i} begins to end`, true, (draft) => {
        spend(draft, 'drains');
        changeAgent(draft, rules, i, { draining: true });
      });
    }
    if (agent.draining && !holdsAny(agent)) {
      add(`pod ${i} is there anew`, false, (draft) => {
        loseStreams(draft, i);
        changeAgent(draft, rules, i, { draining: false, copies: [], failures: {}, said: rules.say([]) });
      });
    }
    for (const [j, router] of world.routers.entries()) {
      const link = world.links[i]?.[j] ?? noLink;
      if (router.on && !agent.named[j]) {
        add(`agent ${i} learns of router ${j}`, false, (draft) =>
          changeAgent(draft, rules, i, { named: agent.named.map((named, at) => named || at === j) }),
        );
      }
      moveStream(i, j, link);
    }
  }

  function moveStream(i: number, j: number, link: Link): void {
    const router = world.routers[j];
    const agent = world.agents[i];
    if (router === undefined || agent === undefined) return;
    if (!link.open && router.on && agent.named[j]) {
      add(`agent ${i} dials router ${j}`, false, (draft) => {
        const { sequence, said, draining } = agent;
        setLink(draft, i, j, { ...noLink, open: true, up: [{ sequence, said, draining }] });
        changeAgent(draft, rules, i, {});
      });
    }
    if (link.open && link.ended) {
      add(`agent ${i} sees the end of its stream to router ${j}`, false, (draft) => {
        setLink(draft, i, j, noLink);
        changeAgent(draft, rules, i, {});
      });
    }
    if (router.pods[i]?.connected && !link.bound) {
      add(`router ${j} sees the end of the stream of agent ${i}`, false, (draft) => {
        changePod(draft, i, j, { connected: false, released: [], word: '' });
        changeRouter(draft, rules, j, {});
      });
    }
    const [sent, ...later] = link.up;
    if (sent !== undefined && !link.ended) {
      add(`router ${j} hears agent ${i}`, false, (draft) => {
        const before = link.bound ? router.pods[i] : undefined;
        setLink(draft, i, j, { ...link, bound: true, up: later });
        const leaving = rules.leaving(sent.said);
        changePod(draft, i, j, {
          ...sent,
          connected: true,
          released: (before?.released ?? []).filter((physical) => leaving.has(physical)),
          word: before?.word ?? '',
        });
        changeRouter(draft, rules, j, {});
      });
    }
    const [word, ...rest] = link.down;
    if (word !== undefined && link.open) {
      add(`agent ${i} hears router ${j}: ${word.released.join(' ') || '-'}`, false, (draft) => {
        setLink(draft, i, j, { ...link, word, down: rest });
        changeAgent(draft, rules, i, {});
      });
    }
  }

  for (const [j, router] of world.routers.entries()) {
    if (!router.on) {
      if (budget.newRouters > 0) {
        add(`router ${j} starts`, true, (draft) => {
          spend(draft, 'newRouters');
          draft.routers[j] = { ...router, on: true, plan: 0 };
        });
      }
      continue;
    }
    for (let plan = router.plan + 1; plan <= lastPlan; plan++) {
      add(`router ${j} gets plan ${plan}`, false, (draft) => changeRouter(draft, rules, j, { plan }));
    }
    if (!router.isSettled) {
      add(`router ${j} waits no longer`, false, (draft) => changeRouter(draft, rules, j, { isSettled: true }));
    }
    if (router.pending !== null) {
      add(`Envoy ${j} accepts`, false, (draft) => {
        const { pending, next } = router;
        changeRouter(draft, rules, j, {
          accepted: pending,
          envoy: pending,
          pending: next,
          next: null,
        });
      });
      if (budget.rejections > 0) {
        add(`Envoy ${j} refuses`, true, (draft) => {
          spend(draft, 'rejections');
          changeRouter(draft, rules, j, { pending: router.next, next: null });
        });
      }
    } else if (router.offered !== null && router.offered !== router.accepted) {
      add(`router ${j} offers again`, false, (draft) => changeRouter(draft, rules, j, { pending: router.offered }));
    }
    if (router.isSettled && deadlinesPass) {
      const { underWay, inTheWay } = rules.router(router);
      for (const name of inTheWay) {
        if (router.stalled.includes(name)) continue;
        add(`router ${j} has seen ${name} stand still`, false, (draft) =>
          changeRouter(draft, rules, j, { stalled: [...router.stalled, name].sort() }),
        );
      }
      for (const name of underWay) {
        if (router.overdue.includes(name)) continue;
        add(`router ${j} has waited for ${name}`, false, (draft) =>
          changeRouter(draft, rules, j, { overdue: [...router.overdue, name].sort() }),
        );
      }
    }
    if (budget.routerRestarts > 0) {
      add(`router ${j} restarts`, true, (draft) => {
        spend(draft, 'routerRestarts');
        for (const [i, row] of draft.links.entries()) {
          const link = row[j];
          if (link?.open) setLink(draft, i, j, { ...link, ended: true, bound: false, up: [] });
        }
        const { on, plan, envoy, saved } = router;
        draft.routers[j] = {
          on,
          plan,
          isSettled: false,
          overdue: [],
          stalled: [],
          pods: saved,
          pending: null,
          next: null,
          offered: null,
          accepted: null,
          envoy,
          saved,
        };
      });
    }
  }
  return moves;
}

/** What an agent that starts anew finds in its server. A load that was under way is as if it had not been. */
function afterRestart({ model, version, state }: LocalCopy): readonly LocalCopy[] {
  return state === 'ready' || state === 'leaving' || state === 'dropping' ? [{ model, version, state: 'ready' }] : [];
}

/** The agent is gone, and with it its streams; routers find out later. */
function loseStreams(draft: Draft, i: number): void {
  for (const j of draft.routers.keys()) setLink(draft, i, j, noLink);
}

/** Changes an agent and lets it decide until it has nothing more to do. */
function changeAgent(draft: Draft, rules: Rules, i: number, change: Partial<AgentState>): void {
  let agent = draft.agents[i];
  if (agent === undefined) return;
  let isNew = change.draining !== undefined && change.draining !== agent.draining;
  agent = { ...agent, ...change };
  for (let turn = 0; turn < 10; turn++) {
    const links = draft.links[i] ?? [];
    const step = rules.agent(i, agent, links);
    const isSame = JSON.stringify(step.copies) === JSON.stringify(agent.copies);
    if (step.said !== agent.said || isNew) {
      const sequence: number = agent.sequence + 1;
      const sent: Sent = { sequence, said: step.said, draining: agent.draining };
      agent = { ...agent, sequence, said: step.said };
      draft.links[i] = links.map((link) => (link.open && !link.ended ? { ...link, up: queued(link.up, sent) } : link));
    }
    isNew = false;
    agent = { ...agent, copies: step.copies };
    if (isSame) break;
  }
  draft.agents[i] = agent;
}

/** Changes a router and lets it decide until it has nothing more to say. */
function changeRouter(draft: Draft, rules: Rules, j: number, change: Partial<RouterState>): void {
  const before = draft.routers[j];
  if (before === undefined) return;
  let router: RouterState = { ...before, ...change };
  if (router.plan < 0) {
    draft.routers[j] = router;
    return;
  }
  if (!router.isSettled) {
    const heard = new Set(
      router.pods.flatMap((pod, ordinal) => (pod?.connected ? [placeOf({ server: 'cpu', ordinal })] : [])),
    );
    const required = (rules.routed[router.plan] ?? []).flatMap(({ server, at }) =>
      at.map((ordinal) => placeOf({ server, ordinal })),
    );
    if (!required.every((place) => heard.has(place))) {
      draft.routers[j] = router;
      return;
    }
    router = { ...router, isSettled: true };
  }
  for (let turn = 0; turn < 10; turn++) {
    const step = rules.router(router);
    router = {
      ...router,
      overdue: router.overdue.filter((name) => step.underWay.includes(name)),
      stalled: router.stalled.filter((name) => step.inTheWay.includes(name)),
    };
    if (router.offered !== step.table) {
      const saved = router.pods.map((pod) => pod && { ...pod, connected: false, released: [], word: '' });
      router =
        router.pending === null
          ? { ...router, saved, offered: step.table, pending: step.table, next: null }
          : { ...router, saved, offered: step.table, next: step.table };
    }
    draft.routers[j] = router;
    for (const [i, content] of step.words.entries()) {
      const link = draft.links[i]?.[j];
      const pod = router.pods[i];
      if (content === null || !link?.bound || !pod) continue;
      const word: Word = { seen: pod.sequence, ...content };
      const said = JSON.stringify(content.released.length > 0 ? word : content);
      if (said === pod.word) continue;
      setLink(draft, i, j, { ...link, down: queued(link.down, word) });
      changePod(draft, i, j, { word: said, released: [...new Set([...pod.released, ...content.released])].sort() });
    }
    for (const i of step.renew) {
      const link = draft.links[i]?.[j];
      if (!link) continue;
      if (link.bound) setLink(draft, i, j, { ...link, ended: true, bound: false, up: [] });
      changePod(draft, i, j, { connected: false, released: [], word: '' });
    }
    const now = draft.routers[j];
    if (now === undefined || JSON.stringify(now) === JSON.stringify(router)) break;
    router = now;
  }
}

function changePod(draft: Draft, i: number, j: number, change: Partial<SeenState>): void {
  const router = draft.routers[j];
  if (router === undefined) return;
  const pods = router.pods.map((pod, at) => (at === i ? ({ ...pod, ...change } as SeenState) : pod));
  draft.routers[j] = { ...router, pods };
}

function setLink(draft: Draft, i: number, j: number, link: Link): void {
  const row = draft.links[i];
  if (row !== undefined) row[j] = link;
}

/** What is on the wire stays; of what waits behind it, the newest replaces the rest. */
function queued<Value>(queue: readonly Value[], value: Value): readonly Value[] {
  return queue.length < 2 ? [...queue, value] : [...queue.slice(0, 1), value];
}

/**
 * The same world with small numbers: of an agent's sequences only their order to those at which copies began to leave
 * means anything.
 */
function normal({ agents, routers, links, budget }: Draft): World {
  const ranks = agents.map(({ copies }) => {
    const marks = [...new Set(copies.flatMap(({ leavingAt }) => (leavingAt === undefined ? [] : [leavingAt])))];
    return (sequence: number): number => marks.filter((mark) => mark <= sequence).length;
  });
  const rankOf = (i: number, sequence: number): number => ranks[i]?.(sequence) ?? 0;
  const rankWord = (i: number, word: Word): Word => ({ ...word, seen: rankOf(i, word.seen) });
  return {
    agents: agents.map((agent, i) => ({
      ...agent,
      sequence: rankOf(i, agent.sequence),
      copies: agent.copies.map((copy) =>
        copy.leavingAt === undefined ? copy : { ...copy, leavingAt: rankOf(i, copy.leavingAt) },
      ),
    })),
    routers: routers.map((router) => ({
      ...router,
      pods: router.pods.map((pod, i) => pod && { ...pod, sequence: rankOf(i, pod.sequence) }),
      saved: router.saved.map((pod) => pod && { ...pod, sequence: 0 }),
    })),
    links: links.map((row, i) =>
      row.map((link) => ({
        ...link,
        up: link.up.map((sent) => ({ ...sent, sequence: rankOf(i, sent.sequence) })),
        down: link.down.map((word) => rankWord(i, word)),
        word: link.word && rankWord(i, link.word),
      })),
    ),
    budget,
  };
}
