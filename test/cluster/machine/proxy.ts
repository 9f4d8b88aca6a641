import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { podsRange } from '../addresses.ts';
import type { MachineConfig, Program } from './program.ts';

/** kube-proxy: gives Services their addresses on this machine. */
export function proxy({ name, folder, cluster, programs }: MachineConfig): Program {
  const path = join(folder, 'proxy.json');
  writeFileSync(
    path,
    JSON.stringify({
      apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
      kind: 'KubeProxyConfiguration',
      mode: 'nftables',
      clusterCIDR: podsRange,
      clientConnection: { kubeconfig: join(cluster, 'kubeconfig') },
      hostnameOverride: name,
      // Zero leaves the kernel's own limits, which only the host may change.
      conntrack: { maxPerCore: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    }),
  );
  return { name: 'kube-proxy', command: [join(programs, 'kubernetes'), 'kube-proxy', '--config', path] };
}
