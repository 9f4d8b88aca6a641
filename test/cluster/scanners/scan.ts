import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../cache.ts';
import { attempt, run } from '../run.ts';

/** What a scanner does not like. */
export interface Finding {
  readonly scanner: string;
  readonly rule: string;
  /** `Kind/name`. */
  readonly object: string;
  readonly message: string;
}

const here = import.meta.dirname;

/** What kube-score says of manifest files, its optional tests that are about safety among them. */
export async function kubeScore(files: readonly string[]): Promise<readonly Finding[]> {
  const folder = await cached('kube-score', locks('go.mod', 'go.sum'), async (making) => {
    const program = 'github.com/zegl/kube-score/cmd/kube-score';
    const env = { ...process.env, CGO_ENABLED: '0' };
    await run(['go', 'build', '-o', join(making, 'kube-score'), program], { cwd: here, env });
  });
  const optional = [
    'container-ephemeral-storage-request-equals-limit',
    'container-memory-requests-equal-limits',
    'container-ports-check',
    'container-seccomp-profile',
  ];
  const { stdout, stderr } = await attempt([
    ...[join(folder, 'kube-score'), 'score', '--output-format', 'json', '--kubernetes-version', 'v1.36'],
    ...optional.flatMap((id) => ['--enable-optional-test', id]),
    ...files,
  ]);
  if (!stdout.startsWith('[')) throw new Error(stderr);
  return (JSON.parse(stdout) as readonly Scored[]).flatMap(({ type_meta, object_meta, checks }) =>
    checks
      .filter(({ skipped, grade }) => !skipped && grade < allGood)
      .map(({ check, comments }) => ({
        scanner: 'kube-score',
        rule: check.id,
        object: `${type_meta.kind}/${object_meta.name}`,
        message: (comments ?? []).map(({ path, summary }) => `${path} ${summary}`.trim()).join('; '),
      })),
  );
}

/** The best grade of kube-score; the others are critical, warning and almost good. */
const allGood = 10;

interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}

/** What Checkov says of all manifests below a folder: of what is unsafe in them, and of what looks like a secret. */
export async function checkov(folder: string): Promise<readonly Finding[]> {
  const environment = await cached('checkov', locks('requirements.txt'), async (making) => {
    await run(['python3', '-m', 'venv', making]);
    await run([
      ...[join(making, 'bin/python'), '-m', 'pip', '--disable-pip-version-check', 'install', '--quiet', '--no-deps'],
      ...['--require-hashes', '--only-binary=:all:', '-r', join(here, 'requirements.txt')],
    ]);
  });
  const { stdout, stderr } = await attempt([
    ...[join(environment, 'bin/python'), '-m', 'checkov.main', '--skip-download', '--quiet', '--compact'],
    ...['--framework', 'kubernetes', 'secrets', '--output', 'json', '--directory', folder],
  ]);
  if (!/^[{[]/.test(stdout)) throw new Error(stderr);
  const reports = [JSON.parse(stdout) as Report | readonly Report[]].flat();
  if (!reports.some(({ check_type }) => check_type === 'kubernetes')) throw new Error('Checkov found nothing to check');
  return reports.flatMap(({ results }) =>
    results.failed_checks.map(({ check_id, check_name, resource, file_path }) => {
      const [kind = '', , name = ''] = resource.split('.');
      return {
        scanner: 'checkov',
        rule: check_id,
        object: `${kind}/${name}`,
        message: `${check_name} in ${file_path}`,
      };
    }),
  );
}

interface Report {
  readonly check_type: string;
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
      readonly file_path: string;
    }[];
  };
}

function locks(...names: readonly string[]): readonly string[] {
  return names.map((name) => readFileSync(join(here, name), 'utf8'));
}
