import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of CustomResourceDefinitions and nothing else, in one document or several. */
export interface CrdFile {
  /** Whose they are: `gateway-api`. */
  readonly project: string;
  readonly path: string;
}

interface Source {
  readonly project: string;
  readonly module: string;
  /** Below the module; a folder is read for its YAML files. */
  readonly at: string;
}

/** Where the modules keep them. Ambassador's are in no module that the Go module proxy has. */
const sources: readonly Source[] = [
  { project: 'argo-cd', module: 'github.com/argoproj/argo-cd/v3', at: 'manifests/crds' },
  { project: 'cert-manager', module: 'github.com/cert-manager/cert-manager', at: 'deploy/crds' },
  { project: 'gateway-api', module: 'sigs.k8s.io/gateway-api', at: 'config/crd/standard' },
  { project: 'istio', module: 'istio.io/api', at: 'kubernetes/customresourcedefinitions.gen.yaml' },
  { project: 'keda', module: 'github.com/kedacore/keda/v2', at: 'config/crd/bases' },
  {
    project: 'prometheus-operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    at: 'example/prometheus-operator-crd',
  },
  {
    project: 'traefik',
    module: 'github.com/traefik/traefik/v3',
    at: 'docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml',
  },
];

/**
 * The CRDs of other projects for which the compiler emits objects, from their Go modules, which are downloaded where
 * they are not in Go's cache. Sorted by project and path.
 *
 * @throws where there is no Go, or a module cannot be had
 */
export function crdFiles(): readonly CrdFile[] {
  const folders = new Map([...moduleFolders('.'), ...moduleFolders('../programs', 'github.com/argoproj/argo-cd/v3')]);
  return sources.flatMap(({ project, module, at }) => {
    const folder = folders.get(module);
    if (folder === undefined) throw new Error(`no module ${module} in test/cluster/crds/go.mod`);
    return yamlFiles(join(folder, at))
      .filter((path) => readFileSync(path, 'utf8').includes('\nkind: CustomResourceDefinition\n'))
      .map((path) => ({ project, path }));
  });
}

/** Folders of the modules that a go.mod beside this file requires: of all, or of one. */
function moduleFolders(beside: string, module?: string): ReadonlyMap<string, string> {
  const cwd = fileURLToPath(new URL(beside, import.meta.url));
  const printed = execFileSync('go', ['mod', 'download', '-json', ...(module === undefined ? [] : [module])], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 16 * 2 ** 20,
  });
  // One object after the other, each over several lines.
  const modules = printed.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '');
  return new Map(
    modules.map((text) => {
      const { Path, Dir } = JSON.parse(text) as { Path: string; Dir: string };
      return [Path, Dir];
    }),
  );
}

function yamlFiles(at: string): readonly string[] {
  if (/\.ya?ml$/.test(at)) return [at];
  return readdirSync(at)
    .filter((file) => /\.ya?ml$/.test(file))
    .toSorted()
    .map((file) => join(at, file));
}
