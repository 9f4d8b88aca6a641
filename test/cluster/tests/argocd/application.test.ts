import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseProject, modelYaml } from '../../../support/project.ts';
import { root } from '../../../support/root.ts';
import { run } from '../../run.ts';
import { get, kubectl, type Live, list } from '../../support/kubectl.ts';
import { makeKwokNodes } from '../../support/kwok-nodes.ts';

const namespace = 'models';
const patience = { timeout: 180_000, interval: 500 };

/** Pods that only seem to run are ready at once, whatever their models. */
describe.each([
  ['the output that is committed', 'committed', ''],
  ['a plugin that compiles the specs', 'plugin', '  plugin: stowage\n'],
])('an Application of %s', (_what, name, plugin) => {
  const repository = mkdtempSync(join(tmpdir(), 'application-'));
  const application = `${name}-test`;

  beforeAll(async () => {
    if ((await get('node', 'kwok-0')) === undefined) await makeKwokNodes(1);
    await run(['git', 'init', '--quiet', '--initial-branch=main'], { cwd: repository });
    write({
      ...baseProject,
      '.gitignore': plugin === '' ? '' : 'dist/\n',
      'stowage.yaml': `environments:
  - name: test
    inputs: [specs]
argocd:
  name: ${name}
  repository: file://${repository}
  revision: main
${plugin}`,
      'specs/models.yaml': modelYaml('churn'),
      'specs/servers.yaml': `${server('cpu', 'replicas: 2')}---\n${server('busy', 'autoscale: { min: 1, max: 4, cpu: 70 }')}`,
    });
    await compile();
    for (const file of ['namespace', 'application']) {
      const path = join(repository, `dist/test/${file}.yaml`);
      await kubectl('apply', '--server-side', '--validate=strict', '--filename', path);
    }
  });

  afterAll(async () => {
    await kubectl('delete', 'application', application, '--namespace', 'argocd', '--ignore-not-found', '--wait=false');
    await kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--wait=true');
    rmSync(repository, { recursive: true, force: true });
  });

  function server(called: string, scale: string): string {
    return `apiVersion: stowage.dev/v1alpha1
kind: Server
metadata: { name: ${called} }
spec: { runtime: mlserver, memory: 4Gi, ${scale} }
`;
  }

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), text);
    }
  }

  const compile = () => run([process.execPath, join(root, 'src/cli/main.ts'), 'compile', '-C', repository]);

  /** Compiles and commits, and waits until Argo CD has applied it. */
  async function commit(message: string): Promise<void> {
    await compile();
    const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    await run(['git', 'add', '--all'], { cwd: repository });
    await run(['git', ...who, 'commit', '--quiet', '--message', message], { cwd: repository });
    const revision = (await run(['git', 'rev-parse', 'HEAD'], { cwd: repository })).trim();
    const refresh = 'argocd.argoproj.io/refresh=normal';
    await kubectl('annotate', '--overwrite', '--namespace', 'argocd', 'application', application, refresh);
    await expect
      .poll(async () => {
        const { sync, operationState } = (await get('application', application, 'argocd'))?.status ?? {};
        return [sync?.status, sync?.revision, operationState?.phase];
      }, patience)
      .toEqual(['Synced', revision, 'Succeeded']);
  }

  const replicas = async (called: string): Promise<number | undefined> =>
    (await get('statefulset', called, namespace))?.spec.replicas;

  test('applies all of it to a namespace that admits restricted pods alone', async () => {
    await commit('All');
    expect((await list('statefulsets', namespace)).map(({ metadata }) => metadata.name)).toEqual(['busy', 'cpu']);
    const labels = (await get('namespace', namespace))?.metadata.labels;
    expect(labels?.['pod-security.kubernetes.io/enforce']).toBe('restricted');
  });

  test('leaves the replicas that an autoscaler says, and heals others', async () => {
    for (const called of ['busy', 'cpu']) {
      await kubectl('scale', 'statefulset', called, '--namespace', namespace, '--replicas=3');
    }
    await expect.poll(() => replicas('cpu'), patience).toBe(2);
    // Also a sync for another reason leaves them.
    write({ 'specs/more.yaml': modelYaml('uplift') });
    await commit('A model');
    expect(await replicas('busy')).toBe(3);
  });

  test('makes a server while the pods of the one that it replaces still end', async () => {
    const finalizer = 'stowage.dev/test';
    const patch = (finalizers: readonly string[] | null) =>
      kubectl(
        'patch',
        'pod',
        'cpu-0',
        '--namespace',
        namespace,
        '--type=merge',
        '--patch',
        JSON.stringify({ metadata: { finalizers } }),
      );
    await patch([finalizer]);
    try {
      write({ 'specs/servers.yaml': `${server('other', 'replicas: 2')}---\n${server('busy', 'replicas: 2')}` });
      await commit('A server by another name, and one whose replicas are fixed');
      await expect.poll(async () => (await get('pod', 'other-1', namespace)) !== undefined, patience).toBe(true);
      expect((await get('pod', 'cpu-0', namespace))?.metadata.deletionTimestamp).toBeDefined();
      // It still answers: by this policy, since it is of all servers.
      expect(await get('networkpolicy', 'stowage-servers', namespace)).toBeDefined();
      await expect.poll(() => replicas('busy'), patience).toBe(2);
    } finally {
      await patch(null);
    }
  });

  test('takes away all that it made, and nothing else', async () => {
    await kubectl('delete', 'application', application, '--namespace', 'argocd', '--timeout=180s');
    const kinds = [
      ...['statefulsets', 'deployments', 'services', 'configmaps', 'serviceaccounts', 'networkpolicies'],
      ...['poddisruptionbudgets', 'horizontalpodautoscalers', 'pods'],
    ];
    const left = async (): Promise<readonly string[]> =>
      (await list(kinds.join(), namespace)).map(({ kind, metadata }: Live) => `${kind} ${metadata.name}`);
    await expect.poll(left, patience).toEqual(['ConfigMap kube-root-ca.crt', 'ServiceAccount default']);
    expect(await get('namespace', namespace)).toBeDefined();
  });
});
