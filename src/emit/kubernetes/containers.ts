import { environmentVariables, ports, probePaths } from '../../names/index.ts';
import { mebibytes, millicores } from './quantity.ts';
import type { Container, EnvironmentVariable, Probe } from './types.ts';

/** What a container asks of its node and may use of it. CPU in thousandths of a core, the rest in MiB. */
export interface Needs {
  readonly cpu: { readonly request: number; readonly limit: number };
  /** Request and limit: memory cannot be taken back. */
  readonly memory: number;
  /** Scratch space and logs, and the emptyDirs it fills. */
  readonly disk: number;
}

export function resources({ cpu, memory, disk }: Needs): Container['resources'] {
  const fixed = { memory: mebibytes(memory), 'ephemeral-storage': mebibytes(disk) };
  return {
    requests: { cpu: millicores(cpu.request), ...fixed },
    limits: { cpu: millicores(cpu.limit), ...fixed },
  };
}

export function probe(port: number, path: string, period: number, failures: number, timeout = 5): Probe {
  return {
    httpGet: { path, port, scheme: 'HTTP' },
    periodSeconds: period,
    timeoutSeconds: timeout,
    failureThreshold: failures,
  };
}

/** Probes of a program of ours that starts before Envoy: Envoy waits until its files are there. */
export function programProbes(port: number): Pick<Container, 'startupProbe' | 'livenessProbe'> {
  return {
    startupProbe: probe(port, probePaths.started, 1, 120),
    livenessProbe: probe(port, probePaths.live, 10, 6),
  };
}

/** A preStop hook that lasts until the program beside says that the pod may end. */
export function waitForDrain(port: number): Container['lifecycle'] & object {
  return { preStop: { httpGet: { path: probePaths.drain, port, scheme: 'HTTP' } } };
}

export function containerPorts(
  all: readonly { readonly name: string; readonly port: number }[],
): Container['ports'] & object {
  return all.map(({ name, port }) => ({ name, containerPort: port, protocol: 'TCP' }));
}

/** What a program cannot know from its settings: which pod it is in. */
export function podVariables(names: readonly (keyof typeof environmentVariables)[]): readonly EnvironmentVariable[] {
  const paths = {
    podName: 'metadata.name',
    podIp: 'status.podIP',
    namespace: 'metadata.namespace',
    ordinal: "metadata.labels['apps.kubernetes.io/pod-index']",
  } as const;
  return names.map((name) => ({
    name: environmentVariables[name],
    valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: paths[name] } },
  }));
}

export const envoyPorts = [ports.live, ports.envoyMetrics] as const;
