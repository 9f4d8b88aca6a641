import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aDelivery } from '../../../support/nodes.ts';
import { run } from '../../run.ts';
import { installCrds } from '../../support/crds.ts';
import { emittedCases, emittedFiles, hasCrd, type Manifest } from '../../support/emitted-cases.ts';
import { apply, kubectl, type Live, list } from '../../support/kubectl.ts';
import { makeKwokNodes } from '../../support/kwok-nodes.ts';

const repository = mkdtempSync(join(tmpdir(), 'synced-'));
/** The others have nothing that these lack. */
const cases = (await emittedCases()).filter(({ name }) => !['plain', 'hostile', 'commits'].includes(name));
const namespaceOf = (name: string) => `synced-${name}`;

beforeAll(async () => {
  await installCrds();
  await makeKwokNodes(3);
  const namespaces = cases.map(({ name }) => namespaceOf(name));
  await apply(namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
  for (const of of cases) {
    const { name } = of;
    const delivery = { name, repository: `file://${repository}`, project: 'default', output: `dist/${name}` };
    for (const [path, text] of emittedFiles(of, namespaceOf(name), aDelivery(delivery))) {
      if (path.startsWith('manifests/') && !hasCrd(parse(text) as Manifest)) continue;
      const file = join(repository, 'dist', name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'All'],
  ]) {
    await run(['git', ...who, ...args], { cwd: repository });
  }
  for (const { name } of cases) {
    await kubectl('apply', '--server-side', '--filename', join(repository, 'dist', name, 'application.yaml'));
  }
});

afterAll(async () => {
  await kubectl('delete', 'applications', '--all', '--namespace', 'argocd', '--wait=false');
  await kubectl('delete', 'namespace', ...cases.map(({ name }) => namespaceOf(name)), '--wait=false');
  rmSync(repository, { recursive: true, force: true });
});

test('Argo CD brings in every fleet and finds no difference from then on', async () => {
  await expect.poll(unsynced, { timeout: 180_000, interval: 1000 }).toEqual([]);
  const synced = await finished();
  // Controllers have had their say, and nothing is taken from the cache.
  await kubectl('annotate', 'applications', '--all', '--namespace', 'argocd', 'argocd.argoproj.io/refresh=hard');
  await expect.poll(refreshing, { timeout: 60_000, interval: 500 }).toEqual([]);
  await pause(3000);
  expect(await unsynced()).toEqual([]);
  // A difference that heals and comes back would be another sync.
  expect(await finished()).toEqual(synced);
});

/** What Argo CD has not brought in as it should be, and why. */
async function unsynced(): Promise<readonly string[]> {
  const applications = await list('applications', 'argocd');
  return applications.flatMap(({ metadata: { name }, status = {} }: Live) => {
    const { sync, operationState, resources = [], conditions = [] } = status;
    const open = resources.filter((resource: { status?: string }) => resource.status !== 'Synced');
    if (sync?.status === 'Synced' && operationState?.phase === 'Succeeded' && open.length === 0) return [];
    const objects = open.map((resource: { kind: string; name: string }) => `${resource.kind}/${resource.name}`);
    const said = conditions.map(({ message }: { message: string }) => message);
    return [[name, sync?.status, operationState?.message, ...said, ...objects.slice(0, 5)].join(' ')];
  });
}

async function refreshing(): Promise<readonly string[]> {
  const applications = await list('applications', 'argocd');
  return applications.flatMap(({ metadata: { name, annotations = {} } }) =>
    'argocd.argoproj.io/refresh' in annotations ? [name] : [],
  );
}

/** When the last sync of each ended. */
async function finished(): Promise<readonly string[]> {
  const applications = await list('applications', 'argocd');
  return applications.map(({ metadata, status }) => `${metadata.name} ${status.operationState.finishedAt}`);
}
