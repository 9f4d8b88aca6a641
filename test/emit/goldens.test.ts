import { expect, test } from 'vitest';
import { emitApplicationSet, emitters } from '../../src/emit/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { expectGoldens } from '../support/golden.ts';
import { aDelivery, aPlan } from '../support/nodes.ts';

test('what each target gets of each fleet', () => {
  const files = Object.entries(fleets).flatMap(([name, fleet]) =>
    Object.entries(emitters).flatMap(([target, emit]) =>
      emit(fleet, aPlan(fleet), aDelivery({ output: `dist/${name}` })).map(({ path, text }) => ({
        path: `${name}/${target}/${path}`,
        text,
      })),
    ),
  );
  const [first, ...others] = Object.entries(fleets).map(([name, { environment }]) => ({
    environment: { ...environment, name },
    delivery: aDelivery({ output: `dist/${name}` }),
  }));
  if (!first) throw new Error('no fleet');
  const set = emitApplicationSet([first, ...others]).map(({ path, text }) => ({ path: `argocd/${path}`, text }));
  expectGoldens('emit', [...files, ...set]);
});

test('the same fleet gives the same bytes', () => {
  for (const fleet of Object.values(fleets)) {
    const [once, twice] = [0, 1].map(() => emitters['kubernetes']?.(fleet, aPlan(fleet)));
    expect(once).toEqual(twice);
  }
});

test('two objects of one name are a bug, not a file that is written twice', () => {
  const fleet = fleets['plain'];
  if (!fleet) throw new Error('no fleet');
  const twice = { ...fleet, servers: [...fleet.servers, ...fleet.servers] };
  expect(() => emitters['kubernetes']?.(twice, aPlan(fleet))).toThrow('two objects');
});
