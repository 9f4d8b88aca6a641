import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ports } from '../../../../src/names/index.ts';
import { compileWell } from '../../../support/compiled.ts';
import { exampleInput } from '../../../support/example.ts';
import { type Actor, type CastPod, cast, concerns, isAllowed, type Place, talks } from '../../../support/traffic.ts';
import { controlAddress } from '../../addresses.ts';
import { imagesOf } from '../../cluster.ts';
import { attempt, run } from '../../run.ts';
import { apply, kubectl, list } from '../../support/kubectl.ts';
import { thisCluster } from '../../support/this-cluster.ts';

const abroad = 'abroad';
const { fleet, output } = await compileWell(exampleInput('production'));
const { environment } = fleet;
const { namespace } = environment;
const manifests = output.files.filter(({ path }) => path.includes('manifests/')).map(({ text }) => parse(text));
const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
const table = talks(fleet, [443]);
const templates = manifests.flatMap(({ spec }) => spec?.template?.metadata?.labels ?? []);
const once = cast(templates, environment, abroad);
const namespaces = [...new Set([abroad, ...once.map((each) => each.namespace)])];

/** Addresses of the control machine, to which pods of all nodes find their way. What nobody listens at is refused. */
const places: Readonly<Record<Place, string>> = {
  'name server': controlAddress,
  store: '198.51.100.7',
  'metadata service': '169.254.169.254',
};
const lent = ['198.51.100.7', '169.254.169.254'];

const tried = [
  ...new Set([
    ...Object.values(ports).map(({ port }) => port),
    ...table.flatMap((talk) => talk.ports.map(({ port }) => port)),
    ...[80, 6443, 8082, 9000],
  ]),
];

interface End {
  readonly actor: Actor;
  readonly address: string;
}

/** A pod that does nothing; what it is to the policies is in its labels. */
interface StandIn extends End {
  readonly name: string;
  readonly namespace: string;
}

const image = imagesOf(thisCluster())['shell'];

function pod(name: string, { namespace, labels }: Omit<CastPod, 'actor'>, node: string, script: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { ...labels, 'example.org/stand-in': name } },
    spec: {
      nodeName: node,
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'shell',
          image,
          command: ['/bin/sh', '-c', `${script}; exec sleep 3600`],
          resources: { requests: { cpu: '1m', memory: '4Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  };
}

describe('who can talk to whom', () => {
  let standIns: readonly StandIn[];
  let nodes: readonly string[];

  beforeAll(async () => {
    for (const address of lent) await run(['ip', 'address', 'replace', `${address}/32`, 'dev', 'lo']);
    nodes = (await list('nodes', 'default', 'type!=kwok')).map(({ metadata }) => metadata.name);
    const restricted = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    await apply(
      namespaces.map((name) => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: restricted },
      })),
    );
    await apply(policies);
    // What pods of one kind say to each other is tried too.
    const all = [...once, ...once.filter(({ actor }) => actor === 'server' || actor === 'gateway')];
    const named = all.map((each, index) => ({
      ...each,
      name: `${each.actor.replaceAll(' ', '-').toLowerCase()}-${index}`,
    }));
    await apply(named.map((each, index) => pod(each.name, each, nodes[index % nodes.length] ?? '', 'true')));
    await Promise.all(namespaces.map((name) => ready(name)));
    const live = (await Promise.all(namespaces.map((name) => list('pods', name)))).flat();
    standIns = named.map(({ actor, name, namespace: of }) => ({
      actor,
      name,
      namespace: of,
      address: live.find(({ metadata }) => metadata.name === name)?.status.podIP,
    }));
  });

  afterAll(async () => {
    await kubectl('delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false');
    for (const address of lent) await attempt(['ip', 'address', 'delete', `${address}/32`, 'dev', 'lo']);
  });

  test('pods reach what the table allows, and nothing else', async () => {
    const ends: readonly End[] = [
      ...standIns,
      ...Object.entries(places).map(([actor, address]) => ({ actor: actor as Place, address })),
    ];
    const wrong: string[] = [];
    for (const from of standIns) {
      const targets = ends.filter((to) => to !== from && concerns(from.actor, to.actor));
      const wanted = targets.flatMap((to) =>
        tried.map((port) => ({ to, port, allowed: isAllowed(table, from.actor, to.actor, 'TCP', port) })),
      );
      const first = await reach(from, wanted);
      const doubtful = wanted.filter((each, index) => first[index] !== each.allowed);
      // A packet can be lost on a busy machine; what is not allowed gets through at no try.
      const second = await reach(from, doubtful);
      for (const [index, { to, port, allowed }] of doubtful.entries()) {
        if (!allowed || second[index] !== allowed) {
          wrong.push(`${from.name} → ${to.actor} ${to.address}:${port} is ${allowed ? 'denied' : 'allowed'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('names resolve for those that need them', async () => {
    const answers = await Promise.all(
      standIns.map(async ({ actor, name, namespace: of }) => {
        const script = `timeout 4 nslookup kubernetes.default.svc.cluster.local ${controlAddress}`;
        const { stdout } = await attempt(['kubectl', 'exec', name, '--namespace', of, '--', 'sh', '-c', script]);
        return [actor, stdout.includes('Name:')] as const;
      }),
    );
    for (const [actor, answered] of answers) {
      const needs = isAllowed(table, actor, 'name server', 'UDP', 53) || !concerns(actor, 'name server');
      expect([actor, answered]).toEqual([actor, needs]);
    }
  });

  test('from outside of the cluster the gateway is reached, and nothing else', async () => {
    const wrong: string[] = [];
    await Promise.all(
      standIns.flatMap(({ actor, address, name }) =>
        tried.map(async (port) => {
          const allowed = !concerns(actor, 'client') || isAllowed(table, 'client', actor, 'TCP', port);
          if ((await reaches(address, port)) !== allowed) wrong.push(`${name} ${port} should be ${allowed}`);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('a pod is closed from its first packet on', async () => {
    const script = `for i in 1 2 3; do nc -w 1 ${controlAddress} 6443 < /dev/null && echo REACHED; done; echo DONE`;
    const { labels } = manifests.find(({ kind }) => kind === 'StatefulSet').spec.template.metadata;
    const early = (name: string, of: Omit<CastPod, 'actor'>): object => pod(name, of, nodes[0] ?? '', script);
    await apply([
      early('early-server', { namespace, labels }),
      early('early-client', { namespace: abroad, labels: {} }),
    ]);
    const said = async (name: string, of: string): Promise<string> => {
      await expect.poll(() => kubectl('logs', name, '--namespace', of), { timeout: 20_000 }).toContain('DONE');
      return kubectl('logs', name, '--namespace', of);
    };
    await Promise.all(namespaces.map((name) => ready(name)));
    expect((await said('early-client', abroad)).match(/REACHED/g)).toHaveLength(3);
    expect(await said('early-server', namespace)).not.toContain('REACHED');
  });

  test('without the policies everything is open: it is they that close it', async () => {
    await kubectl('delete', 'networkpolicies', '--all', '--namespace', namespace);
    const from = standIns.find(({ actor }) => actor === 'client');
    const wanted = standIns
      .filter(({ actor }) => concerns(actor, 'client'))
      .flatMap((to) => tried.map((port) => ({ to, port })));
    await expect
      .poll(async () => (from ? await reach(from, wanted) : []), { timeout: 20_000 })
      .toEqual(wanted.map(() => true));
  });
});

async function ready(of: string): Promise<void> {
  await kubectl('wait', 'pods', '--all', '--namespace', of, '--for=condition=Ready', '--timeout=120s');
}

/** Whether a pod reaches each of the targets: a port that nobody listens at refuses, which takes an answer, too. */
async function reach(
  { name, namespace: of }: StandIn,
  wanted: readonly { readonly to: End; readonly port: number }[],
): Promise<readonly boolean[]> {
  const tries = wanted.map(({ to, port }) => `t ${to.address} ${port} &`).join('\n');
  const script = `t() { s=$(nc -w 2 $1 $2 < /dev/null 2>&1); case "$? $s" in 0*|*refused*) echo "$1 $2";; esac; }\n${tries}\nwait`;
  const reached = new Set((await kubectl('exec', name, '--namespace', of, '--', 'sh', '-c', script)).split('\n'));
  return wanted.map(({ to, port }) => reached.has(`${to.address} ${port}`));
}

/** Whether this process, which is of no node, reaches an address. */
function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2500 });
    socket.once('connect', () => resolve(true));
    socket.once('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED'));
    socket.once('timeout', () => resolve(false));
    for (const event of ['connect', 'error', 'timeout']) socket.once(event, () => socket.destroy());
  });
}
