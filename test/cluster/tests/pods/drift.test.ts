import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { trainModels } from '../../../support/running-fleet.ts';
import { type ModelSpec, namespace } from '../../support/fleet-spec.ts';
import { GitOps } from '../../support/git-ops.ts';
import { get, kubectl, list } from '../../support/kubectl.ts';

const models: readonly ModelSpec[] = [
  { name: 'sklearn-0', format: 'sklearn', version: 1, replicas: 2 },
  { name: 'xgboost-1', format: 'xgboost', version: 1, replicas: 2 },
];

/** An object that the compiler wrote. */
interface Emitted {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
}

/** What someone changes by hand in an object of each kind: fields that the compiler writes, of no consequence to pods. */
const edits: Readonly<Record<string, (object: Emitted) => object>> = {
  ConfigMap: ({ data }) => ({ data: Object.fromEntries(Object.keys(data ?? {}).map((key) => [key, 'edited'])) }),
  Deployment: () => ({ spec: { replicas: 0, progressDeadlineSeconds: 7 } }),
  HorizontalPodAutoscaler: () => ({ spec: { maxReplicas: 9 } }),
  NetworkPolicy: () => ({ spec: { ingress: [{}], egress: [{}] } }),
  PodDisruptionBudget: () => ({ spec: { maxUnavailable: 0 } }),
  Service: () => ({ spec: { selector: { 'app.kubernetes.io/component': 'edited' } } }),
  ServiceAccount: () => ({ automountServiceAccountToken: true }),
  StatefulSet: () => ({
    spec: { updateStrategy: { type: 'OnDelete' }, template: { metadata: { annotations: null } } },
  }),
};

/** What the cluster itself has in every namespace. */
const clusters = ['ConfigMap kube-root-ca.crt', 'ServiceAccount default'];

describe('what is changed by hand', () => {
  const trained = mkdtempSync(join(tmpdir(), 'trained-'));
  let gitOps: GitOps;
  let emitted: readonly Emitted[];

  beforeAll(async () => {
    trainModels(trained, models, [1]);
    gitOps = await GitOps.start(trained, { scale: 'autoscale: { min: 2, max: 3, cpu: 90 }', models });
    await gitOps.commit('A fleet');
    await gitOps.settled();
    const folder = join(gitOps.repository, 'dist/test/manifests');
    emitted = readdirSync(folder).map((file) => parse(readFileSync(join(folder, file), 'utf8')) as Emitted);
  });

  afterAll(async () => {
    await gitOps?.close();
    rmSync(trained, { recursive: true, force: true });
  });

  /** Waits until Argo CD has put all back, and what it says is so. */
  async function healed(): Promise<string> {
    const begun = performance.now();
    await gitOps.until(
      'as emitted',
      () => gitOps.diff(),
      (diff) => diff === '',
      120_000,
    );
    const healed = seconds(begun);
    await gitOps.settled();
    return healed;
  }

  test('is put back in every kind that is emitted', async () => {
    expect([...new Set(emitted.map(({ kind }) => kind))].toSorted()).toEqual(Object.keys(edits).toSorted());
    await Promise.all(emitted.map((object) => patch(object, edits[object.kind]?.(object) ?? {})));
    console.log(`${emitted.length} edited objects were put back after ${await healed()}`);
  });

  test('is made anew in every kind, where it was deleted', async () => {
    const uids = await uidsOf(emitted);
    await Promise.all(
      emitted.map(({ kind, metadata }) => {
        // With its pods, a server comes back as slowly as its controller has learned to try: for minutes a pod that is
        // still ending has the name of the one that is to come.
        const how = kind === 'StatefulSet' ? ['--cascade=orphan'] : [];
        return kubectl('delete', kind, metadata.name, '--namespace', namespace, '--wait=false', ...how);
      }),
    );
    console.log(`${emitted.length} deleted objects were made anew after ${await healed()}`);
    for (const [name, uid] of await uidsOf(emitted)) expect([name, uid]).not.toEqual([name, uids.get(name)]);
  });

  test("is not put back where it is the number of a Service's port, and by hand it is", async () => {
    const service = 'service-stowage-witness.yaml';
    const file = join(gitOps.repository, 'dist/test/manifests', service);
    const { kind, metadata } = parse(readFileSync(file, 'utf8')) as Emitted;
    await kubectl(
      ...['patch', kind, metadata.name, '--namespace', namespace, '--field-manager=somebody', '--type=json'],
      ...['--patch', '[{"op":"replace","path":"/spec/ports/0/port","value":7}]'],
    );
    await gitOps.refresh();
    const { conditions = [] } = await gitOps.until(
      'seen to fail',
      () => gitOps.application(),
      ({ conditions = [] }) => conditions.some(({ message }) => message.includes('Duplicate value')),
    );
    expect(conditions.map(({ type }) => type)).toEqual(['ComparisonError']);
    expect(conditions[0]?.message).toContain(metadata.name);
    await kubectl('replace', '--filename', file);
    expect(await gitOps.diff()).toBe('');
    // Until Argo CD has seen it, the object is nobody's: it would not go with the Application.
    await gitOps.until(
      "Argo CD's again",
      () => get(kind, metadata.name, namespace),
      (service) => service?.metadata.annotations?.['argocd.argoproj.io/tracking-id'] !== undefined,
    );
  });

  test('is gone when the Application is', async () => {
    const begun = performance.now();
    await gitOps.remove();
    const kinds = [...Object.keys(edits), 'ReplicaSet', 'Pod', 'ControllerRevision', 'EndpointSlice'].join(',');
    const left = await gitOps.until(
      'gone',
      async () => (await list(kinds, namespace)).map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      (left) => left.length <= clusters.length,
    );
    console.log(`the environment was gone after ${seconds(begun)}`);
    expect(left.toSorted()).toEqual(clusters);
  });
});

/** Since then. */
function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

/** As someone other than Argo CD does it. */
function patch({ kind, metadata }: Emitted, change: object): Promise<string> {
  const how = ['--field-manager=somebody', '--type=merge', '--patch', JSON.stringify(change)];
  return kubectl('patch', kind, metadata.name, '--namespace', namespace, ...how);
}

async function uidsOf(objects: readonly Emitted[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    objects.map(async ({ kind, metadata }): Promise<[string, string]> => {
      const live = await get(kind, metadata.name, namespace);
      return [`${kind} ${metadata.name}`, live?.metadata.uid ?? ''];
    }),
  );
  return new Map(found);
}
