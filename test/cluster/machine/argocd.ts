import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/root.ts';
import { apply, established, kubectl } from './kubectl.ts';
import type { ControlConfig, MachineConfig, Program } from './program.ts';

const redisPort = 6379;
const repositoryPort = 8081;
const controllerMetrics = 8082;

/**
 * Argo CD as programs of the control machine, the destination being this very cluster. It needs neither its API server
 * nor its own command line: applications are objects, and a refresh is an annotation.
 */
export function argocd(
  config: MachineConfig,
  { module, plugin }: NonNullable<ControlConfig['argocd']>,
): readonly Program[] {
  const folder = join(config.folder, 'argocd');
  const programs = join(folder, 'programs');
  for (const made of ['home', 'tmp', 'plugin-tmp', 'plugins', 'gpg', 'programs']) {
    mkdirSync(join(folder, made), { recursive: true });
  }
  for (const name of [
    'argocd-application-controller',
    'argocd-repo-server',
    'argocd-cmp-server',
    'argocd-git-ask-pass',
  ]) {
    symlinkSync(join(config.programs, 'argocd'), join(programs, name));
  }
  // Called even where signatures are not checked; in the module's sources it is not executable.
  const verify = join(programs, 'git-verify-wrapper.sh');
  writeFileSync(verify, `#!/bin/sh\nexec sh ${module}/hack/git-verify-wrapper.sh "$@"\n`);
  chmodSync(verify, 0o755);
  // What the plugin runs, as in its image.
  const stowage = join(programs, 'stowage');
  writeFileSync(stowage, `#!/bin/sh\nexec ${process.execPath} ${join(root, 'src/cli/main.ts')} "$@"\n`);
  chmodSync(stowage, 0o755);
  const env = {
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    KUBECONFIG: join(config.cluster, 'kubeconfig'),
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GIT_ATTEMPTS_COUNT: '1',
    // By default it asks the API server 50 times a second, which makes thousands of objects slow.
    ARGOCD_K8S_CLIENT_QPS: '500',
    ARGOCD_K8S_CLIENT_BURST: '1000',
    ARGOCD_PLUGINSOCKFILEPATH: join(folder, 'plugins'),
    // Tests commit into repositories that other users may own.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  };
  const redis = ['--redis', `127.0.0.1:${redisPort}`];
  return [
    {
      name: 'redis',
      command: [
        ...[join(config.packages, 'usr/bin/redis-server'), '--bind', '127.0.0.1', '--port', String(redisPort)],
        ...['--save', '', '--appendonly', 'no'],
      ],
      onReady: () => installObjects(config, module),
    },
    ...(plugin === undefined
      ? []
      : [
          {
            name: 'argocd-cmp-server',
            command: ['argocd-cmp-server', '--config-dir-path', plugin, '--loglevel', 'info'],
            env: { ...env, TMPDIR: join(folder, 'plugin-tmp') },
          },
        ]),
    {
      name: 'argocd-repo-server',
      command: [
        ...['argocd-repo-server', '--address', '127.0.0.1', '--port', String(repositoryPort)],
        ...['--metrics-address', '127.0.0.1', '--metrics-port', '8084'],
        ...[...redis, '--disable-tls', '--client-ca-path', '', '--loglevel', 'warn'],
      ],
      env,
    },
    {
      name: 'argocd-application-controller',
      command: [
        ...['argocd-application-controller', '--namespace', 'argocd', ...redis, '--loglevel', 'warn'],
        ...['--repo-server', `127.0.0.1:${repositoryPort}`, '--repo-server-plaintext'],
        ...['--metrics-port', String(controllerMetrics), '--persist-resource-health'],
      ],
      env,
      ready: async () => (await fetch(`http://127.0.0.1:${controllerMetrics}/healthz`)).ok,
    },
  ];
}

/** What Argo CD's own installation has, less what only its API server needs. */
async function installObjects(config: MachineConfig, module: string): Promise<void> {
  const crds = ['application', 'appproject', 'applicationset'].flatMap((name) => [
    '--filename',
    join(module, 'manifests/crds', `${name}-crd.yaml`),
  ]);
  await kubectl(config, ['apply', '--server-side', ...crds]);
  await established(config, crds);
  const labels = { 'app.kubernetes.io/part-of': 'argocd' };
  await apply(config, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'argocd-cm', namespace: 'argocd', labels },
      data: { 'timeout.reconciliation': '10s', 'timeout.reconciliation.jitter': '0s' },
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'argocd-secret', namespace: 'argocd', labels },
      stringData: { 'server.secretkey': 'of-a-test' },
    },
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'default', namespace: 'argocd' },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ namespace: '*', server: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    },
  ]);
}
