import { configFiles, containers, envoyLivePath, mountPaths, ports, volumes } from '../../names/index.ts';
import { type Needs, probe, resources } from './containers.ts';
import type { Container, VolumeMount } from './types.ts';

/** An Envoy that reads its bootstrap from the config volume; probes and ports are the pod's to add. */
export function envoyContainer(image: string, needs: Needs, tlsMounts: readonly VolumeMount[]): Container {
  return {
    name: containers.envoy,
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['envoy'],
    args: [
      '--config-path',
      `${mountPaths.config}/${configFiles.envoy}`,
      '--reject-unknown-dynamic-fields',
      '--disable-hot-restart',
      '--log-level',
      'warn',
      '--concurrency',
      String(Math.max(1, Math.ceil(needs.cpu.limit / 1000))),
    ],
    resources: resources(needs),
    startupProbe: probe(ports.live.port, envoyLivePath, 1, 120),
    livenessProbe: probe(ports.live.port, envoyLivePath, 10, 6),
    volumeMounts: [
      { name: volumes.config, mountPath: mountPaths.config, readOnly: true },
      { name: volumes.run, mountPath: mountPaths.run },
      ...tlsMounts,
    ],
  };
}
