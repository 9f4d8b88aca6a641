import { expect, test } from 'vitest';
import { emitters } from '../../src/emit/index.ts';
import { aPlan } from '../support/fleet.ts';
import { fleets } from './fleets.ts';
import { expectGoldens } from './golden.ts';

test.each(Object.entries(fleets))('the manifests of the fleet %s', (name, fleet) => {
  for (const [target, emit] of Object.entries(emitters)) {
    expectGoldens(`emit/${name}/${target}`, emit(fleet, aPlan(fleet)));
  }
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
