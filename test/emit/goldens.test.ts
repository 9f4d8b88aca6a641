import { expect, test } from 'vitest';
import { emitters } from '../../src/emit/index.ts';
import { aPlan } from '../support/fleet.ts';
import { expectGoldens } from '../support/golden.ts';
import { fleets } from './fleets.ts';

test('what each target gets of each fleet', () => {
  const files = Object.entries(fleets).flatMap(([name, fleet]) =>
    Object.entries(emitters).flatMap(([target, emit]) =>
      emit(fleet, aPlan(fleet)).map(({ path, text }) => ({ path: `${name}/${target}/${path}`, text })),
    ),
  );
  expectGoldens('emit', files);
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
