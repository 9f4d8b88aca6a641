import { describe, expect, it } from 'vitest';
import { diffPlans } from '../../src/plan/index.ts';
import { build } from '../support/build.ts';
import { fleet, model, placementOf, server } from '../support/small-fleet.ts';

describe('two plans', () => {
  const before = fleet(
    [server('a', 2, 1000), server('gone', 1, 1000)],
    [model('kept', 10), model('moves', 10), model('updates', 10), model('grows', 10), model('goes', 10)],
  );
  const old = build(
    before,
    placementOf(before, { kept: ['a/0'], moves: ['a/0'], updates: ['a/1'], grows: ['a/1'], goes: ['gone/0'] }),
  );
  const after = fleet(
    [server('a', 3, 1000), server('new', 1, 1000)],
    [
      model('kept', 10),
      model('moves', 10),
      model('updates', 10, { storage: { version: '2' } }),
      model('grows', 20),
      model('comes', 10),
    ],
  );
  const now = build(
    after,
    placementOf(after, { kept: ['a/0'], moves: ['new/0'], updates: ['a/1'], grows: ['a/1'], comes: ['a/2'] }),
    old.lock,
  );

  it('differ in servers and models by name', () => {
    expect(diffPlans(old.plan, now.plan)).toMatchObject({
      servers: { added: ['new'], removed: ['gone'], scaled: [{ server: 'a', base: [2, 3], max: [2, 3] }] },
      models: {
        added: ['comes'],
        removed: ['goes'],
        moved: [{ model: 'moves', from: ['a/0'], to: ['new/0'] }],
        updated: [{ model: 'updates', from: { artifact: {} }, to: { artifact: { version: '2' } } }],
        changed: ['grows'],
      },
    });
  });

  it('are the same where only history differs', () => {
    const again = build(
      after,
      placementOf(after, { kept: ['a/0'], moves: ['new/0'], updates: ['a/1'], grows: ['a/1'], comes: ['a/2'] }),
    );
    const none = { added: [], removed: [] };
    expect(diffPlans(now.plan, again.plan)).toEqual({
      servers: { ...none, scaled: [] },
      models: { ...none, moved: [], updated: [], changed: [] },
    });
  });

  it('of which there was none before differ in all', () => {
    const { servers, models } = diffPlans(undefined, now.plan);
    expect(servers.added).toEqual(['a', 'new']);
    expect(models.added).toEqual(['comes', 'grows', 'kept', 'moves', 'updates']);
  });
});
