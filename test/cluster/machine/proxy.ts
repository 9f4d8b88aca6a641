import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { podsRange } from '../addresses.ts';
import type { MachineConfig, Program } from './program.ts';

/**
 * kube-proxy: gives Services their addresses on this machine. It waits half a minute for the node that it is said to be
 * on; the control machine is none, and goes by the first one's name.
 */
export function proxy({ name, node, folder, cluster, programs }: MachineConfig): Program {
  const path = join(folder, 'proxy.json');
  writeFileSync(
    path,
    JSON.stringify({
      apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
      kind: 'KubeProxyConfiguration',
      mode: 'nftables',
      clusterCIDR: podsRange,
      clientConnection: { kubeconfig: join(cluster, 'kubeconfig') },
      hostnameOverride: node === 0 ? 'node-1' : name,
      // Zero leaves the kernel's own limits, which only the host may change.
      conntrack: { maxPerCore: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    }),
  );
  return { name: 'kube-proxy', command: [join(programs, 'kubernetes'), 'kube-proxy', '--config', path] };
}
