import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlAddress, nodeAddress, podRange } from '../addresses.ts';
import { attempt } from '../run.ts';
import { containerd } from './containerd.ts';
import { policies } from './policies.ts';
import type { MachineConfig, Program } from './program.ts';
import { proxy } from './proxy.ts';

/** containerd, the enforcer of NetworkPolicies, kubelet and kube-proxy. */
export function worker(config: MachineConfig): readonly Program[] {
  return [
    containerd(config.packages, config.folder, podNetwork(config)),
    policies(config),
    kubelet(config),
    proxy(config),
  ];
}

/** Each pod gets a cable to the node, which routes: so the node's filter sees what pods of one node say to each other. */
function podNetwork({ folder, node }: MachineConfig): object {
  return {
    cniVersion: '0.4.0',
    name: 'pods',
    plugins: [
      {
        type: 'ptp',
        ipMasq: false,
        ipam: {
          type: 'host-local',
          dataDir: join(folder, 'pod-addresses'),
          ranges: [[{ subnet: podRange(node) }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
    ],
  };
}

function kubelet({ name, folder, cluster, programs, node, cgroup }: MachineConfig): Program {
  const path = join(folder, 'kubelet.json');
  writeFileSync(join(folder, 'resolv.conf'), `nameserver ${controlAddress}\n`);
  writeFileSync(
    path,
    JSON.stringify({
      apiVersion: 'kubelet.config.k8s.io/v1beta1',
      kind: 'KubeletConfiguration',
      failCgroupV1: false,
      cgroupDriver: 'cgroupfs',
      cgroupRoot: `/${cgroup}`,
      address: '0.0.0.0',
      authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
      authorization: { mode: 'AlwaysAllow' },
      clusterDNS: [controlAddress],
      clusterDomain: 'cluster.local',
      containerRuntimeEndpoint: 'unix:///run/containerd.sock',
      resolvConf: join(folder, 'resolv.conf'),
      podLogsDir: join(folder, 'pod-logs'),
      failSwapOn: false,
      // ConfigMaps reach pods within a second instead of within a minute.
      syncFrequency: '1s',
      configMapAndSecretChangeDetectionStrategy: 'Watch',
      nodeStatusUpdateFrequency: '1s',
      nodeLeaseDurationSeconds: 4,
      serializeImagePulls: false,
      seccompDefault: true,
      evictionHard: {
        'memory.available': '100Mi',
        'nodefs.available': '1%',
        'imagefs.available': '1%',
        'nodefs.inodesFree': '1%',
        'imagefs.inodesFree': '1%',
      },
      imageGCHighThresholdPercent: 100,
      imageGCLowThresholdPercent: 99,
      volumePluginDir: join(folder, 'volume-plugins'),
    }),
  );
  mkdirSync(join(folder, 'kubelet'), { recursive: true });
  const kubectl = [join(programs, 'kubectl'), '--kubeconfig', join(cluster, 'kubeconfig')];
  return {
    name: 'kubelet',
    command: [
      ...[join(programs, 'kubernetes'), 'kubelet', '--config', path, '--kubeconfig', join(cluster, 'kubeconfig')],
      ...['--root-dir', join(folder, 'kubelet'), '--cert-dir', join(folder, 'kubelet-certificates')],
      ...['--hostname-override', name, '--node-ip', nodeAddress(node)],
    ],
    ready: async () => {
      const { stdout } = await attempt([
        ...[...kubectl, 'get', 'node', name, '--output'],
        'jsonpath={.status.conditions[?(@.type=="Ready")].status}',
      ]);
      return stdout === 'True';
    },
  };
}
