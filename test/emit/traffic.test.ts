import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitters } from '../../src/emit/index.ts';
import type { Fleet } from '../../src/ir/index.ts';
import { ports } from '../../src/names/index.ts';
import { compileWell } from '../support/compiled.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { exampleInput } from '../support/example.ts';
import { aPlan } from '../support/nodes.ts';
import { type Actor, cast, concerns, isAllowed, type Place, talks } from '../support/traffic.ts';
import { allowed, type End } from '../support/traffic-judge.ts';

const addresses: Readonly<Record<Place, readonly string[]>> = {
  'name server': ['10.96.0.10', '2001:db8::53'],
  store: ['198.51.100.7', '192.168.7.7', '2001:db8::7'],
  'metadata service': [
    ...['169.254.169.254', '100.100.100.200', '168.63.129.16'],
    ...['fe80::a9fe:a9fe', 'fd00:ec2::254', 'fd20:ce::254'],
  ],
};

const tried = [
  ...Object.values(ports).map(({ port }) => port),
  ...[22, 53, 80, 443, 6443, 8080, 8081, 8082, 9000, 10_080, 10_250, 10_443, 15_000],
];

/** Which port each store of a fleet is at. */
const storePorts: Readonly<Record<string, readonly number[]>> = { gpu: [443, 9000] };

const examples = ['production', 'staging'];
const compiled = await Promise.all(examples.map((name) => compileWell(exampleInput(name))));
const all: readonly (readonly [string, Fleet, ReturnType<typeof aPlan>])[] = [
  ...Object.entries(fleets).map(([name, fleet]) => [name, fleet, aPlan(fleet)] as const),
  ...compiled.map(({ fleet, plan }, index) => [`example ${examples[index]}`, fleet, plan] as const),
];

describe.each(all)('who talks to whom in %s', (name, fleet, plan) => {
  const { environment } = fleet;
  const manifests = (emitters['kubernetes']?.(fleet, plan) ?? [])
    .filter(({ path }) => path.startsWith('manifests/'))
    .map(({ text }) => parse(text));
  const templates = manifests.flatMap(({ spec }) => spec?.template?.metadata?.labels ?? []);
  const pods = cast(templates, environment, 'abroad');
  const world = {
    policies: manifests.filter(({ kind }) => kind === 'NetworkPolicy'),
    namespaces: Object.fromEntries(pods.map(({ namespace: each }) => [each, { 'kubernetes.io/metadata.name': each }])),
  };
  const ends: readonly { readonly actor: Actor; readonly end: End }[] = [
    ...pods.flatMap(({ actor, namespace, labels }, index) =>
      [`10.244.0.${index + 1}`, `fd00::${index + 1}`].map((address) => ({
        actor,
        end: { namespace, labels, address },
      })),
    ),
    ...Object.entries(addresses).flatMap(([place, some]) =>
      some.map((address) => ({ actor: place as Place, end: { address } })),
    ),
  ];
  const table = talks(fleet, storePorts[name] ?? [443]);

  test('is what the table allows, and nothing else', () => {
    const wrong = new Set<string>();
    for (const from of ends) {
      for (const to of ends) {
        if (from === to || !concerns(from.actor, to.actor)) continue;
        if (from.end.address.includes(':') !== to.end.address.includes(':')) continue;
        for (const protocol of ['TCP', 'UDP', 'SCTP']) {
          for (const port of new Set([...tried, ...table.flatMap((talk) => talk.ports.map((each) => each.port))])) {
            const is = allowed(world, { from: from.end, to: to.end, protocol, port });
            if (is === isAllowed(table, from.actor, to.actor, protocol, port)) continue;
            wrong.add(
              `${from.actor} → ${to.actor} ${to.end.address} ${protocol} ${port}: ${is ? 'allowed' : 'denied'}`,
            );
          }
        }
      }
    }
    expect([...wrong]).toEqual([]);
  });

  test('is tried for every pod there is', () => {
    expect(pods.map(({ actor }) => actor)).toContain('witness');
    expect(pods).toHaveLength(8 + (fleet.servers.length > 1 ? 1 : 0) + (environment.observability.prometheus ? 1 : 0));
  });
});
