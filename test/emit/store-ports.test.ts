import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import type { Store } from '../../src/ir/index.ts';
import { aFleet, anEnvironment, aPlan } from '../support/nodes.ts';

test('agents reach each store at its own port, and no other', () => {
  const stores = [
    { name: 'a', uri: 's3://bucket' },
    { name: 'b', uri: 's3://minio-bucket', port: 9000 },
    { name: 'c', uri: 'https://models.example.com:8443/x' },
    { name: 'd', uri: 'http://plain.example.com' },
  ];
  expect(toAnywhere(stores).flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([80, 443, 8443, 9000]);
});

test('where there is no store, agents reach nothing outside', () => {
  expect(toAnywhere([])).toEqual([]);
});

function toAnywhere(stores: readonly Store[]): Policy['spec']['egress'] {
  const fleet = aFleet({ environment: anEnvironment({ stores }) });
  const files = Object.values(emitters).flatMap((emit) => emit(fleet, aPlan(fleet)));
  const policy = parse(
    files.find(({ path }) => path === 'manifests/networkpolicy-stowage-servers.yaml')?.text ?? '',
  ) as Policy;
  return policy.spec.egress.filter(({ to }) => to?.some(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0'));
}

interface Policy {
  readonly spec: {
    readonly egress: readonly {
      readonly to?: readonly { readonly ipBlock?: { readonly cidr: string } }[];
      readonly ports: readonly { readonly port: number }[];
    }[];
  };
}
