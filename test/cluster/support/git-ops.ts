import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FleetStatus } from '../../../src/ir/index.ts';
import { ports } from '../../../src/names/index.ts';
import { differences } from '../../../src/runtime/index.ts';
import { writeCertificates } from '../../support/certificates.ts';
import { type Asked, SteadyLoad } from '../../support/load.ts';
import type { Tensor } from '../../support/oip.ts';
import { root } from '../../support/root.ts';
import { imagesOf } from '../cluster.ts';
import { attempt, run } from '../run.ts';
import { type FleetSpec, fleetDocuments, namespace } from './fleet-spec.ts';
import { Forward } from './forward.ts';
import { apply, get, kubectl, list } from './kubectl.ts';
import { Store, storePort } from './store.ts';
import { thisCluster } from './this-cluster.ts';

/** Name of the Application, in Argo CD's namespace. */
export const application = 'fleet-test';

/** What one model of one version answers. */
interface Expected {
  readonly request: { readonly inputs: readonly [Tensor] };
  readonly predictions: readonly number[];
}

/** What `Application.status` says, as far as tests look at it. */
interface ApplicationStatus {
  readonly sync?: { readonly status: string; readonly revision?: string };
  readonly health?: { readonly status: string };
  readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  readonly operationState?: { readonly phase: string; readonly message?: string; readonly finishedAt?: string };
  readonly resources?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly status?: string;
    readonly health?: { readonly status: string; readonly message?: string };
  }[];
}

/**
 * A repository that Argo CD brings into the cluster: specs and what they compile to. Each commit is compiled by the
 * command that users have, and nothing but Argo CD touches the cluster's objects.
 */
export class GitOps {
  readonly folder: string;
  readonly artifacts: string;
  readonly store: Store;
  spec: FleetSpec;
  readonly #images: Readonly<Record<string, string>>;
  readonly #forwards = new Map<string, Forward>();

  private constructor(folder: string, store: Store, spec: FleetSpec, images: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.artifacts = join(folder, 'artifacts');
    this.store = store;
    this.spec = spec;
    this.#images = images;
  }

  /**
   * Makes the repository, the namespace with its Secrets, the store and the Application.
   *
   * @param trained folder that `trainModels` filled; it is copied
   */
  static async start(trained: string, spec: FleetSpec): Promise<GitOps> {
    const folder = mkdtempSync(join(tmpdir(), 'git-ops-'));
    cpSync(trained, join(folder, 'artifacts'), { recursive: true });
    const store = await Store.start(join(folder, 'artifacts'));
    const gitOps = new GitOps(folder, store, spec, imagesOf(thisCluster()));
    await apply([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: namespace,
        },
      },
    ]);
    await apply([store.secret('store', namespace), internalSecret(folder)]);
    await gitOps.#git('init', '--quiet', '--initial-branch=main');
    return gitOps;
  }

  /** Writes the specs, compiles them as `stowage compile` does, and commits both. */
  async commit(message: string, spec: FleetSpec = this.spec): Promise<string> {
    this.spec = spec;
    this.#write('repository/stowage.yaml', this.#project());
    this.#write('repository/specs/fleet.yaml', fleetDocuments(spec, this.#images, storePort));
    const report = await run([process.execPath, join(root, 'src/cli/main.ts'), 'compile', '-C', this.repository]);
    await this.#git('add', '--all');
    await this.#git('commit', '--quiet', '--allow-empty', '--message', message);
    await this.refresh();
    return report;
  }

  /** Takes the last commit back, as another commit. */
  async revert(): Promise<void> {
    await this.#git('revert', '--no-edit', 'HEAD');
    await this.refresh();
  }

  get repository(): string {
    return join(this.folder, 'repository');
  }

  async revision(): Promise<string> {
    return (await this.#git('rev-parse', 'HEAD')).trim();
  }

  /** Argo CD looks at the repository now, as a webhook has it do. */
  async refresh(how: 'normal' | 'hard' = 'normal'): Promise<void> {
    // What a user does once, by hand.
    const files = ['namespace', 'application'].flatMap((name) => [
      '--filename',
      join(this.repository, `dist/test/${name}.yaml`),
    ]);
    await kubectl('apply', '--server-side', '--validate=strict', ...files);
    const annotation = `argocd.argoproj.io/refresh=${how}`;
    await kubectl('annotate', '--overwrite', '--namespace', 'argocd', 'application', application, annotation);
  }

  async application(): Promise<ApplicationStatus> {
    return ((await get('application', application, 'argocd'))?.status ?? {}) as ApplicationStatus;
  }

  /** Waits until Argo CD has brought this revision in, and gives what it says then. */
  async synced(patience = 60_000): Promise<ApplicationStatus> {
    const revision = await this.revision();
    return this.until(
      'synced',
      () => this.application(),
      ({ sync, operationState }) =>
        sync?.status === 'Synced' && sync.revision === revision && operationState?.phase === 'Succeeded',
      patience,
    );
  }

  /** Waits until all is as the last commit says: by Argo CD, by the API server, and by a router. */
  async settled(patience = 180_000): Promise<void> {
    await this.synced(patience);
    const digests = this.digests();
    await this.until(
      'as planned',
      async () => {
        const status = await this.status();
        if (status === undefined) return ['no router answers'];
        const plans = status.pods.filter(({ connected, plan, server }) => connected && plan !== digests.get(server));
        return [
          ...(status.plan === digests.get('gateway') ? [] : ['the router acts on another plan']),
          ...plans.map(({ pod }) => `${pod} acts on another plan`),
          ...status.pods.filter(({ connected }) => !connected).map(({ pod }) => `${pod} is not connected`),
          ...differences(status).map(({ subject, message }) => `${subject}: ${message}`),
        ];
      },
      (open) => open.length === 0,
      patience,
    );
    await this.until(
      'healthy',
      () => this.application(),
      ({ sync, health }) => sync?.status === 'Synced' && health?.status === 'Healthy',
      patience,
    );
  }

  /** What the manifests and the cluster's objects differ in; empty where in nothing. */
  async diff(): Promise<string> {
    const folder = join(this.repository, 'dist/test/manifests');
    // By another hand than Argo CD's, which has more in its objects: what it tracks them by.
    const compare = ['diff', '--server-side', '--force-conflicts', '--field-manager', 'compare'];
    return (await attempt(['kubectl', ...compare, '--filename', folder])).stdout;
  }

  /** What the plans are called that the last commit wants, by server, and `gateway`. */
  digests(): ReadonlyMap<string, string> {
    const folder = join(this.repository, 'dist/test/manifests');
    return new Map(
      readdirSync(folder).flatMap((file): [string, string][] => {
        const [, owner = ''] = /^configmap-(.*)-plan-0\.yaml$/.exec(file) ?? [];
        const [, digest = ''] = /"digest":"([0-9a-f]+)"/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
        return owner === '' ? [] : [[owner.replace(/^stowage-/, ''), digest]];
      }),
    );
  }

  /** What one of the routers says. */
  async status(): Promise<FleetStatus | undefined> {
    const pods = await this.gatewayPods();
    for (const [pod, forward] of this.#forwards) {
      if (pods.includes(pod)) continue;
      forward.close();
      this.#forwards.delete(pod);
    }
    for (const pod of pods) {
      const forward = this.#forwards.get(pod) ?? new Forward(namespace, pod, ports.router.port);
      this.#forwards.set(pod, forward);
      const status = await forward.json<FleetStatus>('/status');
      if (status !== undefined) return status;
    }
    return undefined;
  }

  /** Names of the gateway's pods that do not end. */
  async gatewayPods(): Promise<readonly string[]> {
    const pods = await list('pods', namespace, 'app.kubernetes.io/component=gateway');
    return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(({ metadata }) => metadata.name);
  }

  /** What a model answers in a version, and to what. */
  expected(model: string, version: number): Expected {
    const path = join(this.artifacts, `bucket/${model}/${version}.expected.json`);
    return JSON.parse(readFileSync(path, 'utf8')) as Expected;
  }

  /** Makes a version of a model that nothing can load, and that was to answer as the first. */
  spoil(model: string, version: number): void {
    const folder = join(this.artifacts, 'bucket', model);
    cpSync(join(folder, '1'), join(folder, String(version)), { recursive: true });
    cpSync(join(folder, '1.expected.json'), join(folder, `${version}.expected.json`));
    for (const file of readdirSync(join(folder, String(version)))) {
      if (/^model\.[a-z]+$/.test(file)) writeFileSync(join(folder, String(version), file), 'no model');
    }
  }

  /** One request for each model, with the answers of its version. */
  asked(): readonly Asked[] {
    return this.spec.models.map(({ name, version }) => {
      const { request, predictions } = this.expected(name, version);
      return { model: name, input: request.inputs[0], expected: [predictions] };
    });
  }

  /** From now on models may also answer as this spec says. */
  allow(asked: readonly Asked[], spec: FleetSpec): void {
    for (const { name, version } of spec.models) {
      const one = asked.find(({ model }) => model === name);
      if (one) one.expected = [...one.expected.slice(-1), this.expected(name, version).predictions];
    }
  }

  /**
   * Steady load through the gateway's Service.
   *
   * @param pause milliseconds between a worker's requests: the cluster shares its cores with its clients
   */
  async load(asked: readonly Asked[] = this.asked(), workers = 2, pause = 50): Promise<SteadyLoad> {
    const service = await get('service', 'stowage-gateway', namespace);
    const host = service?.spec.clusterIP as string;
    return new SteadyLoad({ http: { host, port: 8080 }, grpc: { host, port: 8081 } }, asked, workers, pause);
  }

  /** The spec with some models changed; by name. */
  changed(changes: Readonly<Record<string, Partial<FleetSpec['models'][number]>>>): FleetSpec {
    return { ...this.spec, models: this.spec.models.map((model) => ({ ...model, ...changes[model.name] })) };
  }

  /** Waits until something is so, and says what was so instead where it never is. */
  async until<T>(
    what: string,
    look: () => Promise<T>,
    holds: (found: T) => boolean | Promise<boolean>,
    patience = 60_000,
  ): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      const found = await look();
      if (await holds(found)) return found;
      if (performance.now() > end) {
        throw new Error(`not ${what} in ${patience / 1000} s: ${JSON.stringify(found, undefined, 1)?.slice(0, 6000)}`);
      }
      await pause(200);
    }
  }

  /** Removes the Application, and waits until all that it brought is gone. */
  async remove(): Promise<void> {
    await deleteApplication('--timeout=120s');
  }

  /** Removes the Application, with all that it brought, and the rest. */
  async close(): Promise<void> {
    for (const forward of this.#forwards.values()) forward.close();
    try {
      // A namespace with pods in it is looked at again only after half the time that they may take to end.
      await this.remove();
      await kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--timeout=120s');
    } finally {
      await this.store.stop();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  #project(): string {
    return [
      'environments:',
      '  - name: test',
      '    inputs: [specs]',
      'argocd:',
      '  name: fleet',
      `  repository: file://${this.repository}`,
      '  revision: main',
      '  project: default',
      '',
    ].join('\n');
  }

  #git(...args: readonly string[]): Promise<string> {
    mkdirSync(this.repository, { recursive: true });
    const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    return run(['git', ...who, ...args], { cwd: this.repository });
  }

  #write(path: string, text: string): void {
    const full = join(this.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

function deleteApplication(...how: readonly string[]): Promise<string> {
  return kubectl('delete', 'application', application, '--namespace', 'argocd', '--ignore-not-found', ...how);
}

/** For mutual TLS between the pods of the gateway and the servers. */
function internalSecret(folder: string): object {
  const certificates = join(folder, 'certificates');
  writeCertificates(certificates);
  const data = ['tls.crt', 'tls.key', 'ca.crt'].map((name) => [name, readFileSync(join(certificates, name), 'utf8')]);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'internal-tls', namespace },
    stringData: Object.fromEntries(data) as Record<string, string>,
  };
}
