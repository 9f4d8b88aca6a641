import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import { aFleet, anEnvironment, aPlan } from '../support/nodes.ts';

test('agents reach each store at its own port, and no other', () => {
  const stores = [
    { name: 'a', uri: 's3://bucket' },
    { name: 'b', uri: 's3://minio-bucket', port: 9000 },
    { name: 'c', uri: 'https://models.example.com:8443/x' },
    { name: 'd', uri: 'http://plain.example.com' },
  ];
  const fleet = aFleet({ environment: anEnvironment({ stores }) });
  const files = Object.values(emitters).flatMap((emit) => emit(fleet, aPlan(fleet)));
  const policy = parse(
    files.find(({ path }) => path === 'manifests/networkpolicy-stowage-servers.yaml')?.text ?? '',
  ) as Policy;
  const open = policy.spec.egress.filter(({ to }) => to?.some(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0'));
  expect(open.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([80, 443, 8443, 9000]);
});

interface Policy {
  readonly spec: {
    readonly egress: readonly {
      readonly to?: readonly { readonly ipBlock?: { readonly cidr: string } }[];
      readonly ports: readonly { readonly port: number }[];
    }[];
  };
}
