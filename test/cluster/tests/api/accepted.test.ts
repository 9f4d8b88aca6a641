import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitApplicationSet } from '../../../../src/emit/index.ts';
import { aDelivery } from '../../../support/nodes.ts';
import { attempt, run } from '../../run.ts';
import { installCrds } from '../../support/crds.ts';
import { emittedCases, emittedFiles, hasCrd, manifestsOf } from '../../support/emitted-cases.ts';
import { apply, kubectl, type Live } from '../../support/kubectl.ts';
import { makeKwokNodes } from '../../support/kwok-nodes.ts';

const cases = await emittedCases();
const restricted = {
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
};
const manager = ['--field-manager', 'test'];
const strict = ['--server-side', '--validate=strict', ...manager];

const namespaces = cases.map(({ name }) => `accepted-${name}`);

beforeAll(async () => {
  await installCrds();
  await makeKwokNodes(3);
  // What an example's pods ask for and a cluster has besides.
  await apply([{ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'low' }, value: -1 }]);
  await apply(
    namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: restricted } })),
  );
});

afterAll(async () => {
  await kubectl('delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false');
});

describe.each(cases)('the API server takes $name', (of) => {
  const namespace = `accepted-${of.name}`;
  const files = emittedFiles(of, namespace, aDelivery({ output: `dist/${of.name}` }));
  const objects = manifestsOf(files).filter(hasCrd);
  const folder = mkdtempSync(join(tmpdir(), 'accepted-'));
  for (const object of objects) {
    // JSON is YAML, and these are the objects that were parsed from what was emitted.
    writeFileSync(join(folder, `${object.kind}-${object.metadata.name}.json`), JSON.stringify(object));
  }

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('each object, with no word of warning', async () => {
    const { status, stdout, stderr } = await attempt(['kubectl', 'apply', ...strict, '--filename', folder]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n')).toHaveLength(objects.length);
  });

  test('each pod, as admission judges it', async () => {
    const pods = objects.flatMap(({ kind, spec, metadata: { name } }) =>
      kind === 'Deployment' || kind === 'StatefulSet' ? [podOf(name, namespace, spec)] : [],
    );
    expect(pods.length).toBeGreaterThan(2);
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: pods });
    const dryRun = ['kubectl', 'create', '--dry-run=server', '--validate=strict', '--filename', '-'];
    const { status, stderr } = await attempt(dryRun, { input });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('a second time with no change, by apply and by diff', async () => {
    // A controller may say something meanwhile, but not each time.
    for (let tries = 5; ; tries--) {
      const before = await settled(folder);
      const { stderr } = await attempt(['kubectl', 'apply', ...strict, '--filename', folder]);
      expect(stderr).toBe('');
      const after = await versions(folder);
      if (tries === 0 || isDeepStrictEqual(after, before)) {
        expect(after).toEqual(before);
        break;
      }
    }
    const compared = await attempt(['kubectl', 'diff', '--server-side', ...manager, '--filename', folder]);
    expect([compared.status, compared.stdout, compared.stderr]).toEqual([0, '', '']);
  });

  test('its Application', async () => {
    await takes(parse(files.get('application.yaml') ?? ''));
  });
});

test('the API server takes an ApplicationSet', async () => {
  const [first, ...others] = cases.map(({ name, fleet: { environment } }) => ({
    environment: { ...environment, name },
    delivery: aDelivery({ output: `dist/${name}` }),
  }));
  if (!first) throw new Error('there are no cases');
  for (const { text } of emitApplicationSet([first, ...others])) await takes(parse(text));
});

/** Argo CD's own objects are tried alone: applied they would do something. */
async function takes(object: object): Promise<void> {
  const { status, stderr } = await attempt(['kubectl', 'apply', '--dry-run=server', ...strict, '--filename', '-'], {
    input: JSON.stringify(object),
  });
  const said = stderr
    .split('\n')
    .filter((line) => line !== '' && !line.includes('prefer a domain-qualified finalizer'));
  expect([status, said]).toEqual([0, []]);
}

/** What a workload's controller would make, as far as admission judges it: claims are added by the controller. */
function podOf(name: string, namespace: string, { template, volumeClaimTemplates = [] }: Live['spec']): object {
  const claims = (volumeClaimTemplates as { metadata: { name: string } }[]).map(({ metadata }) => ({
    name: metadata.name,
    persistentVolumeClaim: { claimName: metadata.name },
  }));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name: `tried-${name}`, namespace },
    spec: { ...template.spec, volumes: [...template.spec.volumes, ...claims] },
  };
}

/** Versions of all objects, once controllers leave them as they are. */
async function settled(folder: string): Promise<Readonly<Record<string, string>>> {
  let last = await versions(folder);
  for (let same = 0; same < 2; ) {
    await pause(500);
    const next = await versions(folder);
    same = isDeepStrictEqual(next, last) ? same + 1 : 0;
    last = next;
  }
  return last;
}

async function versions(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await run(['kubectl', 'get', '--output', 'json', '--filename', folder]);
  const { items } = JSON.parse(text) as { items: readonly Live[] };
  return Object.fromEntries(
    items.map(({ kind, metadata }) => [
      `${kind}/${metadata.name}`,
      `${metadata.resourceVersion} of generation ${metadata.generation}`,
    ]),
  );
}
