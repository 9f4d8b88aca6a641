import { join } from 'node:path';
import { controlAddress } from '../addresses.ts';
import { apply } from './kubectl.ts';
import type { MachineConfig, Program } from './program.ts';

const port = 10250;

/** The resource metrics that a HorizontalPodAutoscaler reads: a program here, an extension of the API there. */
export function metricsServer(config: MachineConfig): readonly Program[] {
  const kubeconfig = join(config.cluster, 'kubeconfig');
  return [
    {
      name: 'metrics-server',
      command: [
        ...[join(config.programs, 'metrics-server'), '--secure-port', String(port), '--bind-address', controlAddress],
        ...['--cert-dir', join(config.folder, 'certificates-metrics'), '--kubelet-insecure-tls'],
        ...['--kubelet-preferred-address-types', 'InternalIP', '--metric-resolution', '10s'],
        ...['--kubelet-request-timeout', '5s', '--kubeconfig', kubeconfig],
        ...['--authentication-kubeconfig', kubeconfig, '--authorization-kubeconfig', kubeconfig],
      ],
      onReady: () => apply(config, extensionOfTheApi()),
    },
  ];
}

function extensionOfTheApi(): readonly object[] {
  const metadata = { name: 'metrics-server', namespace: 'kube-system' };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { ports: [{ name: 'https', port: 443, targetPort: port, protocol: 'TCP' }] },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { ...metadata, labels: { 'kubernetes.io/service-name': 'metrics-server' } },
      addressType: 'IPv4',
      ports: [{ name: 'https', port, protocol: 'TCP' }],
      endpoints: [{ addresses: [controlAddress], conditions: { ready: true } }],
    },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: {
        service: { name: 'metrics-server', namespace: 'kube-system', port: 443 },
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        insecureSkipTLSVerify: true,
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    },
  ];
}
