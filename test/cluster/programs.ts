import { fileURLToPath } from 'node:url';
import { cached, contentsOf } from './cache.ts';
import { run } from './run.ts';

const source = fileURLToPath(new URL('programs', import.meta.url));

const packages = [
  './cmd/argocd',
  './cmd/coredns',
  './cmd/kubernetes',
  'k8s.io/kubernetes/cmd/kubectl',
  'sigs.k8s.io/kwok/cmd/kwok',
  'sigs.k8s.io/metrics-server/cmd/metrics-server',
];

const environment = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-trimpath -buildvcs=false' };

/** The folder with Kubernetes' and Argo CD's programs, built where these sources have not been built yet. */
export async function programs(): Promise<string> {
  const go = await run(['go', 'version']).catch(() => {
    throw new Error('the programs of a cluster are built with Go, which is not installed');
  });
  return cached('programs', [go, contentsOf(source)], async (folder) => {
    console.error('building Kubernetes and Argo CD, once: about six minutes on two cores');
    const version = (await modulesVersion('k8s.io/kubernetes')).replace(/^v/, '');
    const [major, minor] = version.split('.');
    // Without these the server has no version that clients can read.
    const stamps = [`gitVersion=v${version}`, `gitMajor=${major}`, `gitMinor=${minor}`, 'gitTreeState=clean'].map(
      (stamp) => `-X k8s.io/component-base/version.${stamp}`,
    );
    await run(['go', 'build', `-ldflags=-s -w ${stamps.join(' ')}`, '-o', `${folder}/`, ...packages], {
      cwd: source,
      env: environment,
      show: true,
    });
  });
}

/** The folder of a module's sources: Argo CD's CRDs and KWOK's stages are files of theirs. */
export async function moduleFolder(module: string): Promise<string> {
  const found = JSON.parse(
    await run(['go', 'mod', 'download', '-json', `${module}@${await modulesVersion(module)}`], {
      cwd: source,
      env: environment,
    }),
  ) as { Dir: string };
  return found.Dir;
}

async function modulesVersion(module: string): Promise<string> {
  const listed = await run(['go', 'list', '-m', '-f', '{{.Version}}', module], { cwd: source, env: environment });
  return listed.trim();
}
