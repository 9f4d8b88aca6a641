import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelFile, writeFleet } from '../../../../bench/fleet.ts';
import { shardOf } from '../../../../src/ir/index.ts';
import { root } from '../../../support/root.ts';
import { textTable } from '../../../support/text-table.ts';
import { run } from '../../run.ts';
import { get, kubectl, type Live } from '../../support/kubectl.ts';
import { makeKwokNodes } from '../../support/kwok-nodes.ts';

const servers = 250;
const replicas = 2;
const models = 10_000;
const namespace = 'models';
const application = 'fleet-bench';
const kinds = [
  'configmaps,services,serviceaccounts,statefulsets.apps,deployments.apps',
  'poddisruptionbudgets.policy,networkpolicies.networking.k8s.io',
].join();

/** What was measured: a line of text each. */
const rows: [string, string][] = [];
const repository = mkdtempSync(join(tmpdir(), 'large-'));
const manifests = join(repository, 'dist/bench/manifests');

beforeAll(async () => {
  await makeKwokNodes(10);
  writeFleet(repository, models, servers, replicas);
  appendFileSync(
    join(repository, 'stowage.yaml'),
    `argocd:\n  name: fleet\n  repository: file://${repository}\n  revision: main\n  project: default\n`,
  );
  await git('init', '--quiet', '--initial-branch=main');
});

afterAll(async () => {
  rmSync(repository, { recursive: true, force: true });
  console.log(textTable(rows));
});

test(`${servers} servers and ${models} models are brought in, with Argo CD as it is installed`, async () => {
  await commit('A large fleet');
  const files = readdirSync(manifests);
  const sizes = files.map((file) => statSync(join(manifests, file)).size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  rows.push(['objects', `${files.length}, ${megabytes(bytes)}; the largest ${megabytes(Math.max(...sizes))}`]);
  // By default Argo CD reads no folder that is larger.
  expect(bytes).toBeLessThan(10_000_000);
  for (const file of ['namespace', 'application']) {
    await kubectl('apply', '--server-side', '--filename', join(repository, `dist/bench/${file}.yaml`));
  }
  await measure('first sync', () => synced(480_000));
  await measure('all pods ready from then', () => healthy(240_000));
  rows.push(['its Application', megabytes(JSON.stringify(await get('application', application, 'argocd')).length)]);
  measurePrograms();
});

test('a new version of one model changes what it must, and restarts no pod but the witness', async () => {
  const file = modelFile(repository, 0);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/name: model-0\n([\s\S]*?)version: "\d+"/, 'name: model-0\n$1version: "99"'),
  );
  const before = await look();
  await commit('A new version of one model');
  const changed = (await git('diff', '--name-only', 'HEAD~', '--', manifests)).trim().split('\n');
  const files = changed.map((path) => path.slice(path.lastIndexOf('/') + 1).replace('.yaml', ''));
  const [server] = /(?<=configmap-)pool-\d+/.exec(files.join()) ?? [];
  // The first shard says what the others must be.
  const gateway = [0, shardOf('model-0', 8)].map((shard) => `configmap-stowage-gateway-plan-${shard}`);
  const must = [`configmap-${server}-plan-0`, ...gateway, 'deployment-stowage-witness'];
  expect(files).toEqual(must);

  await measure('sync of a new version of one model', () => synced(180_000));
  await healthy(60_000);
  const after = await look();
  const touched = [...after.versions].filter(([name, version]) => before.versions.get(name) !== version);
  // Which counts the witness's pods.
  const budget = 'poddisruptionbudget-stowage-witness';
  expect(touched.map(([name]) => name).toSorted()).toEqual([...must, budget]);
  expect(after.versions.size).toBe(before.versions.size);
  const restarted = [...after.pods].filter(([uid]) => !before.pods.has(uid)).map(([, name]) => name);
  expect(restarted).toEqual([expect.stringMatching(/^stowage-witness-/)]);
  rows.push(['objects that it changed', `${must.length} of ${after.versions.size}, and the status of one`]);
  measurePrograms();
});

/** Compiles with the command that users have, commits, and has Argo CD look. */
async function commit(message: string): Promise<void> {
  await measure('compile', () => run([process.execPath, join(root, 'src/cli/main.ts'), 'compile', '-C', repository]));
  await git('add', '--all');
  await git('commit', '--quiet', '--message', message);
  if ((await get('application', application, 'argocd')) === undefined) return;
  const refresh = 'argocd.argoproj.io/refresh=normal';
  await kubectl('annotate', '--overwrite', 'application', application, '--namespace', 'argocd', refresh);
}

/** Waits until Argo CD has brought the last commit in. */
async function synced(patience: number): Promise<void> {
  const revision = (await git('rev-parse', 'HEAD')).trim();
  await until(patience, ({ sync, operationState }) => {
    return sync?.status === 'Synced' && sync.revision === revision && operationState?.phase === 'Succeeded';
  });
}

async function healthy(patience: number): Promise<void> {
  await until(patience, ({ sync, health }) => sync?.status === 'Synced' && health?.status === 'Healthy');
}

async function until(patience: number, holds: (status: Live['status']) => boolean): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    const status = (await get('application', application, 'argocd'))?.status ?? {};
    if (holds(status)) return;
    const { sync, health, operationState, conditions } = status;
    const { phase, message } = operationState ?? {};
    const said = JSON.stringify({ sync: sync?.status, health: health?.status, phase, message, conditions });
    if (performance.now() > end) throw new Error(said);
    await pause(500);
  }
}

/** Versions of all objects that are emitted, by the names of their files, and names of pods by what they are. */
async function look(): Promise<{ versions: ReadonlyMap<string, string>; pods: ReadonlyMap<string, string> }> {
  const items = async (what: string): Promise<readonly Live[]> => {
    const text = await kubectl('get', what, '--namespace', namespace, '--output', 'json');
    return (JSON.parse(text) as { items: readonly Live[] }).items;
  };
  const [objects, pods] = [await items(kinds), await items('pods')];
  return {
    versions: new Map(
      objects.map(({ kind, metadata }) => [`${kind.toLowerCase()}-${metadata.name}`, metadata.resourceVersion]),
    ),
    pods: new Map(pods.map(({ metadata }) => [metadata.uid, metadata.name])),
  };
}

async function measure(name: string, of: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await of();
  rows.push([name, `${((performance.now() - started) / 1000).toFixed(1)} s`]);
}

/** What the programs that hold the fleet have used so far. They are those in the network of this test. */
function measurePrograms(): void {
  const network = readlinkSync('/proc/self/ns/net');
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = commandOf(pid);
    const name = ['kube-apiserver', 'argocd-application-controller', 'argocd-repo-server'].find((known) =>
      command.some((argument) => argument.endsWith(known)),
    );
    if (name === undefined || readlinkSync(`/proc/${pid}/ns/net`) !== network) continue;
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
    // The kernel counts in hundredths of a second.
    const seconds = (Number(user) + Number(system)) / 100;
    rows.push([name, `${megabytes(Number(kilobytes) * 1024)} at most, ${seconds.toFixed(0)} s of a core`]);
  }
}

/** Empty for a process that has ended meanwhile. */
function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2);
  } catch {
    return [];
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function git(...args: readonly string[]): Promise<string> {
  return run(['git', '-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: repository });
}
