import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../run.ts';
import type { Program } from './program.ts';

/** Where it listens, on the machine's own /run. */
const containerdSocket = '/run/containerd.sock';

/** The image of every pod's first container. */
export const pauseImage = 'registry.test/pause:1';

/**
 * containerd with all that it keeps in `folder/containerd`.
 *
 * @param network A CNI configuration list. Absent: for images alone, no pods.
 */
export function containerd(packages: string, folder: string, network?: object): Program {
  const networks = join(folder, 'networks');
  mkdirSync(networks, { recursive: true });
  if (network) writeFileSync(join(networks, '10-pods.conflist'), JSON.stringify(network));
  const path = join(folder, 'containerd.toml');
  writeFileSync(
    path,
    `version = 2
root = "${folder}/containerd"
state = "/run/containerd"
[grpc]
  address = "${containerdSocket}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  # Lowering the score takes a capability that root in a sandbox may lack.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "${packages}/usr/lib/cni"
    conf_dir = "${networks}"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
      BinaryName = "${packages}/usr/sbin/runc"
`,
  );
  return {
    name: 'containerd',
    command: [join(packages, 'usr/bin/containerd'), '--config', path, '--log-level', 'warn'],
    ready: async () => (await attempt([...ctr(packages), 'version'])).status === 0,
  };
}

/** The client of the machine's containerd, for images of pods. */
export function ctr(packages: string): readonly string[] {
  return [join(packages, 'usr/bin/ctr'), '--address', containerdSocket, '--namespace', 'k8s.io'];
}
