import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiServer, controlAddress, serviceRange } from '../addresses.ts';
import { attempt } from '../run.ts';
import { frontProxy, signingKey } from './certificates.ts';
import type { MachineConfig, Program } from './program.ts';
import { proxy } from './proxy.ts';

/** etcd, the API server, its controllers, the scheduler, DNS, and a proxy by which tests reach Services. */
export async function controlPlane(config: MachineConfig): Promise<readonly Program[]> {
  const { folder, cluster } = config;
  const kubernetes = join(config.programs, 'kubernetes');
  const kubeconfig = join(cluster, 'kubeconfig');
  const early = join(folder, 'kubeconfig');
  const kubectl = [join(config.programs, 'kubectl'), '--kubeconfig'];
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates, { recursive: true });
  const [signing, front] = await Promise.all([signingKey(folder), frontProxy(folder)]);
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters\n`);
  writeKubeconfig(early, token, join(certificates, 'apiserver.crt'));
  // Both are elected, though there is nobody else: as in a real cluster, one that has lost the API server ends and is
  // started anew. One that goes on has caches that are minutes behind.
  const asAdministrator = ['--kubeconfig', kubeconfig];
  return [
    {
      name: 'etcd',
      command: [
        ...[kubernetes, 'etcd', '--data-dir', join(folder, 'etcd'), '--log-level', 'warn'],
        // The cluster is thrown away at the end.
        '--unsafe-no-fsync',
        ...['--listen-client-urls', 'http://127.0.0.1:2379', '--advertise-client-urls', 'http://127.0.0.1:2379'],
        ...['--listen-peer-urls', 'http://127.0.0.1:2380', '--initial-advertise-peer-urls', 'http://127.0.0.1:2380'],
        ...['--initial-cluster', 'default=http://127.0.0.1:2380'],
      ],
    },
    {
      name: 'kube-apiserver',
      command: [
        ...[kubernetes, 'kube-apiserver', '--etcd-servers', 'http://127.0.0.1:2379'],
        ...['--bind-address', '0.0.0.0', '--advertise-address', controlAddress, '--secure-port', '6443'],
        ...['--cert-dir', certificates, '--service-cluster-ip-range', serviceRange],
        ...['--service-account-issuer', 'https://kubernetes.default.svc'],
        ...['--service-account-key-file', signing, '--service-account-signing-key-file', signing],
        ...['--token-auth-file', join(folder, 'tokens.csv'), '--authorization-mode', 'RBAC', '--allow-privileged'],
        ...['--kubelet-preferred-address-types', 'InternalIP', '--enable-aggregator-routing'],
        ...['--requestheader-client-ca-file', front.authority, '--requestheader-allowed-names', 'front-proxy-client'],
        ...['--requestheader-username-headers', 'X-Remote-User', '--requestheader-group-headers', 'X-Remote-Group'],
        ...['--requestheader-extra-headers-prefix', 'X-Remote-Extra-'],
        ...['--proxy-client-cert-file', front.certificate, '--proxy-client-key-file', front.key],
      ],
      ready: async () => (await attempt([...kubectl, early, 'get', '--raw', '/readyz'])).status === 0,
      onReady: async () => renameSync(early, kubeconfig),
    },
    {
      name: 'kube-controller-manager',
      command: [
        ...[kubernetes, 'kube-controller-manager', ...asAdministrator, '--bind-address', '127.0.0.1'],
        ...['--cert-dir', join(folder, 'certificates-controllers'), '--use-service-account-credentials'],
        ...['--service-account-private-key-file', signing, '--root-ca-file', join(certificates, 'apiserver.crt')],
        ...['--flex-volume-plugin-dir', join(folder, 'volume-plugins')],
        '--controllers=*,-nodeipam,-service-lb-controller,-cloud-node-lifecycle-controller,-node-route-controller',
        // A lost node and a changed load are noticed in seconds, so that tests need not wait for minutes.
        // Those of KWOK are never lost, only late, and their pods do not become ready a second time.
        ...['--node-monitor-period', '1s', '--node-monitor-grace-period', config.control?.kwok ? '10m' : '6s'],
        ...['--horizontal-pod-autoscaler-sync-period', '2s'],
        ...['--horizontal-pod-autoscaler-downscale-stabilization', '10s'],
        ...['--horizontal-pod-autoscaler-initial-readiness-delay', '0s'],
        ...['--horizontal-pod-autoscaler-cpu-initialization-period', '0s'],
        // Limits that a real cluster has and that would make thousands of objects slow.
        ...['--kube-api-qps', '500', '--kube-api-burst', '1000'],
        ...['--concurrent-statefulset-syncs', '20', '--concurrent-deployment-syncs', '20'],
      ],
    },
    {
      name: 'kube-scheduler',
      command: [
        ...[kubernetes, 'kube-scheduler', ...asAdministrator, '--bind-address', '127.0.0.1'],
        ...['--cert-dir', join(folder, 'certificates-scheduler'), '--kube-api-qps', '500', '--kube-api-burst', '1000'],
      ],
    },
    dns(config),
    {
      ...proxy(config),
      // The first that needs the controllers: without the account no pod is admitted.
      ready: async () => (await attempt([...kubectl, kubeconfig, 'get', 'serviceaccount', 'default'])).status === 0,
    },
  ];
}

function dns({ folder, cluster, programs }: MachineConfig): Program {
  writeFileSync(
    join(folder, 'Corefile'),
    [
      '.:53 {',
      `  bind ${controlAddress}`,
      '  errors',
      `  ready ${controlAddress}:8181`,
      '  cache 1',
      '  kubernetes cluster.local in-addr.arpa {',
      `    kubeconfig ${join(cluster, 'kubeconfig')}`,
      '    pods insecure',
      '    ttl 1',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
  return { name: 'coredns', command: [join(programs, 'coredns'), '-conf', join(folder, 'Corefile')] };
}

/** Nodes and tests begin when it is there, so it appears under its name when the API server answers. */
function writeKubeconfig(path: string, token: string, authority: string): void {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server: apiServer, 'certificate-authority': authority } }],
    users: [{ name: 'test', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    'current-context': 'test',
  };
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
}
