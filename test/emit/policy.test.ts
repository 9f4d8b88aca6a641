import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mlserver } from '../../src/dialects/runtimes/mlserver.ts';
import { modulesRoot, repositoryRoot } from '../../src/dialects/runtimes/repository.ts';
import { emitters } from '../../src/emit/index.ts';
import { canonicalQuantity, mebibytes } from '../../src/emit/kubernetes/quantity.ts';
import { hasTarget, isScaledByKeda } from '../../src/ir/index.ts';
import { immutableFields } from '../../src/names/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { aPlan } from '../support/nodes.ts';

/** A manifest as read back: whatever was written. */
type Value = string | number | boolean | null | undefined | Value[] | Manifest;
interface Manifest {
  [field: string]: Value;
}

const at = (value: Value, ...path: (string | number)[]): Value =>
  path.reduce<Value>(
    (inner, step) => (isMap(inner) || Array.isArray(inner) ? (inner as Manifest)[step] : undefined),
    value,
  );
const list = (value: Value): Manifest[] => (Array.isArray(value) ? (value as Manifest[]) : []);
const isMap = (value: Value): value is Manifest => typeof value === 'object' && value !== null && !Array.isArray(value);

function* walk(value: Value, path: readonly string[] = []): Generator<readonly [readonly string[], Value]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, [...path, key]);
}

describe.each(Object.entries(fleets))('what is emitted for the fleet %s', (_name, fleet) => {
  const files = (emitters['kubernetes']?.(fleet, aPlan(fleet)) ?? []).filter(({ path }) =>
    path.startsWith('manifests/'),
  );
  const objects = files.map(({ text }) => parse(text) as Manifest);
  const ofKind = (kind: string): Manifest[] => objects.filter((object) => object['kind'] === kind);
  const workloads = [...ofKind('StatefulSet'), ...ofKind('Deployment')];
  const pods = workloads.map((workload) => at(workload, 'spec', 'template', 'spec') as Manifest);
  const containers = pods.flatMap((pod) => [...list(pod['initContainers']), ...list(pod['containers'])]);

  test('one object a file, each of its own kind and name, in the environment’s namespace', () => {
    expect(objects.length).toBeGreaterThan(20);
    const keys = objects.map(({ apiVersion, kind, metadata }) => `${apiVersion} ${kind} ${at(metadata, 'name')}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const object of objects) expect(at(object, 'metadata', 'namespace')).toBe(fleet.environment.namespace);
  });

  test('neither Secrets nor rights', () => {
    const kinds = new Set(objects.map(({ kind }) => kind));
    for (const kind of ['Secret', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']) {
      expect(kinds).not.toContain(kind);
    }
  });

  test('nothing that Argo CD would see as changed for ever', () => {
    for (const object of objects) {
      expect(object).not.toHaveProperty('status');
      for (const [path, value] of walk(object)) {
        const where = `${object['kind']} ${path.join('.')}`;
        expect(value, where).not.toBeNull();
        if (Array.isArray(value)) expect(value.length, where).toBeGreaterThan(0);
        if (isMap(value)) expect(Object.keys(value).length, where).toBeGreaterThan(0);
        expect(path.at(-1), where).not.toBe('creationTimestamp');
      }
      const metadata = object['metadata'] as Manifest;
      expect(Object.keys(at(metadata, 'labels') as Manifest)).not.toContain('app.kubernetes.io/instance');
      expect(Object.keys((metadata['annotations'] ?? {}) as Manifest)).not.toContain('argocd.argoproj.io/tracking-id');
    }
    for (const claim of ofKind('StatefulSet').flatMap((set) => list(at(set, 'spec', 'volumeClaimTemplates')))) {
      expect(claim).toMatchObject({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
    }
    for (const set of ofKind('StatefulSet')) expect(at(set, 'spec', 'replicas')).toBeTypeOf('number');
  });

  test('canonical quantities', () => {
    for (const container of containers) {
      for (const side of ['requests', 'limits']) {
        for (const [name, amount] of Object.entries(at(container, 'resources', side) as Manifest)) {
          expect(amount, `${container['name']} ${name}`).toBe(canonicalQuantity(String(amount)));
        }
      }
    }
    for (const pod of pods) {
      for (const volume of list(pod['volumes'])) {
        const size = at(volume, 'emptyDir', 'sizeLimit');
        if (size !== undefined) expect(size).toBe(canonicalQuantity(String(size)));
      }
    }
  });

  test('the Pod Security Standard restricted', () => {
    for (const pod of pods) {
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC', 'ephemeralContainers'])
        expect(pod).not.toHaveProperty(field);
      const context = pod['securityContext'] as Manifest;
      expect(context).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(context).not.toHaveProperty('sysctls');
      for (const field of ['runAsUser', 'runAsGroup', 'fsGroup']) expect(context[field]).toBeGreaterThanOrEqual(10_001);
      for (const volume of list(pod['volumes'])) {
        const allowed = [
          'configMap',
          'emptyDir',
          'projected',
          'secret',
          'persistentVolumeClaim',
          'csi',
          'ephemeral',
          'image',
        ];
        expect(allowed).toContain(Object.keys(volume).find((field) => field !== 'name'));
      }
    }
    for (const container of containers) {
      const context = container['securityContext'] as Manifest;
      expect(context).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(context['capabilities']).not.toHaveProperty('add');
      expect(context).not.toHaveProperty('privileged');
      if ('runAsUser' in context) expect(context['runAsUser']).toBeGreaterThanOrEqual(10_001);
      for (const port of list(container['ports'])) expect(port).not.toHaveProperty('hostPort');
      for (const [path, value] of walk(container)) {
        if (path.includes('httpGet') || path.includes('tcpSocket'))
          expect(path.at(-1), JSON.stringify(value)).not.toBe('host');
      }
    }
  });

  test('resources of every kind for every container', () => {
    for (const container of containers) {
      for (const side of ['requests', 'limits']) {
        for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
          expect(at(container, 'resources', side, name), `${container['name']} ${side} ${name}`).toBeTypeOf('string');
        }
      }
      expect(at(container, 'resources', 'requests', 'memory')).toBe(at(container, 'resources', 'limits', 'memory'));
    }
  });

  test('emptyDirs have a size, which their pod’s disk limit covers', () => {
    for (const pod of pods) {
      const sizes = list(pod['volumes']).flatMap((volume) =>
        volume['emptyDir'] ? [at(volume, 'emptyDir', 'sizeLimit')] : [],
      );
      for (const size of sizes) expect(size).toBeTypeOf('string');
      const limits = [...list(pod['initContainers']), ...list(pod['containers'])].map((container) =>
        at(container, 'resources', 'limits', 'ephemeral-storage'),
      );
      expect(sum(limits)).toBeGreaterThanOrEqual(sum(sizes));
    }
  });

  test('an account of its own for every workload, without a token', () => {
    const accounts = new Map(ofKind('ServiceAccount').map((account) => [at(account, 'metadata', 'name'), account]));
    const used = pods.map((pod) => pod['serviceAccountName']);
    expect(new Set(used).size).toBe(pods.length);
    for (const pod of pods) {
      expect(accounts.get(pod['serviceAccountName'])).toMatchObject({ automountServiceAccountToken: false });
      expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
    }
  });

  test('images are never the latest', () => {
    for (const container of containers) expect(container['image']).toMatch(/[:@]/);
    for (const container of containers) expect(container['image']).not.toMatch(/:latest$/);
  });

  test('probes that differ: start, life, readiness', () => {
    for (const pod of pods) {
      const own = list(pod['containers'])[0] as Manifest;
      const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'].map((field) => JSON.stringify(own[field]));
      expect(new Set(probes).size).toBe(3);
      expect(probes).not.toContain(undefined);
      for (const sidecar of list(pod['initContainers'])) {
        expect(sidecar['restartPolicy']).toBe('Always');
        expect(sidecar['startupProbe']).not.toEqual(sidecar['livenessProbe']);
      }
    }
  });

  test('the server is given longer than its longest load before it is called dead', () => {
    for (const { name, runtime } of fleet.servers) {
      const { loadTimeout = 0 } = fleet.runtimes.find((each) => each.name === runtime) ?? {};
      const set = ofKind('StatefulSet').find((each) => at(each, 'metadata', 'name') === name);
      const server = list(at(set, 'spec', 'template', 'spec', 'containers')).find((each) => each['name'] === 'server');
      const patience =
        Number(at(server, 'livenessProbe', 'periodSeconds')) * Number(at(server, 'livenessProbe', 'failureThreshold'));
      expect(patience).toBeGreaterThan(loadTimeout);
      expect(at(server, 'livenessProbe', 'httpGet', 'port')).toBe(18402);
      expect(at(server, 'lifecycle', 'preStop', 'httpGet', 'path')).toBe('/drain');
      const grace = Number(at(set, 'spec', 'template', 'spec', 'terminationGracePeriodSeconds'));
      expect(grace).toBeGreaterThanOrEqual(loadTimeout + 2 * fleet.environment.gateway.requestTimeout + 10);
    }
  });

  test('disruption budgets, spread and anti-affinity for every workload', () => {
    const budgets = ofKind('PodDisruptionBudget').map((budget) => {
      expect(budget['spec']).toMatchObject({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
      return JSON.stringify(at(budget, 'spec', 'selector'));
    });
    for (const workload of workloads) {
      expect(budgets).toContain(JSON.stringify(at(workload, 'spec', 'selector')));
      if (at(workload, 'metadata', 'name') === 'stowage-witness') continue;
      const pod = at(workload, 'spec', 'template', 'spec') as Manifest;
      expect(at(pod, 'topologySpreadConstraints', 0, 'topologyKey')).toBe('topology.kubernetes.io/zone');
      expect(JSON.stringify(at(pod, 'affinity', 'podAntiAffinity'))).toContain('kubernetes.io/hostname');
    }
  });

  test('all traffic is denied but what is allowed by name', () => {
    const policies = ofKind('NetworkPolicy');
    const [denied] = policies.filter((policy) => at(policy, 'metadata', 'name') === 'stowage-default-deny');
    expect(denied?.['spec']).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'stowage' } },
      policyTypes: ['Ingress', 'Egress'],
    });
    for (const workload of workloads) {
      const labels = at(workload, 'spec', 'template', 'metadata', 'labels') as Manifest;
      expect(labels['app.kubernetes.io/part-of']).toBe('stowage');
      const mine = policies.filter(
        (policy) =>
          policy !== denied &&
          Object.entries(at(policy, 'spec', 'podSelector', 'matchLabels') as Manifest).every(
            ([key, value]) => labels[key] === value,
          ),
      );
      expect(mine).toHaveLength(1);
      for (const rule of [...list(at(mine[0], 'spec', 'ingress')), ...list(at(mine[0], 'spec', 'egress'))]) {
        expect(list(rule['ports']).length).toBeGreaterThan(0);
      }
    }
    // Of none of them alone: what goes with a server goes before its pods have ended.
    const names = policies.map((policy) => String(at(policy, 'metadata', 'name')));
    expect(names.filter((name) => !name.startsWith('stowage-'))).toEqual([]);
    const policy = policies.find((each) => at(each, 'metadata', 'name') === 'stowage-servers');
    const ingress = list(at(policy, 'spec', 'ingress'));
    const from = (rule: Manifest) => list(rule['from']).map((peer) => at(peer, 'namespaceSelector'));
    const portsOf = (rule: Manifest) => list(rule['ports']).map(({ port }) => port);
    expect(ingress.filter((rule) => from(rule)[0] === undefined).map(portsOf)).toEqual([[18400]]);
    // Others come from namespaces that are named, and reach no port where orders are taken.
    const strangers = policies
      .flatMap((each) => list(at(each, 'spec', 'ingress')))
      .filter((rule) => from(rule).some((selector) => selector !== undefined));
    for (const rule of strangers) {
      for (const selector of from(rule)) {
        expect(at(selector as Manifest, 'matchLabels', 'kubernetes.io/metadata.name')).toEqual(expect.any(String));
      }
      for (const port of portsOf(rule)) expect([18403, 18404, 18411, 18422, 18430]).toContain(port);
    }
    const { observability, keda } = fleet.environment;
    const asks = fleet.servers.some(isScaledByKeda);
    const named = [observability.prometheus?.namespace, asks ? keda.namespace : undefined].filter((one) => one);
    const allowed = strangers
      .flatMap(from)
      .map((one) => at(one as Manifest, 'matchLabels', 'kubernetes.io/metadata.name'));
    expect([...new Set(allowed)].toSorted()).toEqual(named.toSorted());
  });

  test('a store’s Secret is mounted in the agent alone, Envoy’s admin socket not in the server', () => {
    for (const pod of pods) {
      for (const container of [...list(pod['initContainers']), ...list(pod['containers'])]) {
        const mounted = list(container['volumeMounts']).map(({ name }) => String(name));
        if (container['name'] !== 'agent') expect(mounted.filter((name) => name.startsWith('store-'))).toEqual([]);
        if (!['agent', 'envoy', 'router'].includes(String(container['name']))) expect(mounted).not.toContain('run');
      }
    }
  });

  test('every mount has its volume, every volume its source, every ConfigMap its object', () => {
    const maps = new Set(ofKind('ConfigMap').map((map) => at(map, 'metadata', 'name')));
    for (const workload of workloads) {
      const pod = at(workload, 'spec', 'template', 'spec') as Manifest;
      const claims = list(at(workload, 'spec', 'volumeClaimTemplates')).map((claim) => at(claim, 'metadata', 'name'));
      const volumes = [...list(pod['volumes']).map(({ name }) => name), ...claims];
      expect(new Set(volumes).size).toBe(volumes.length);
      const mounts = [...list(pod['initContainers']), ...list(pod['containers'])].flatMap((container) =>
        list(container['volumeMounts']).map(({ name }) => name),
      );
      expect(new Set(mounts)).toEqual(new Set(volumes));
      for (const [path, value] of walk(pod['volumes'])) {
        if (path.at(-1) === 'configMap') expect(maps).toContain(at(value, 'name'));
      }
      expect(JSON.stringify(pod)).not.toContain('subPath');
    }
  });

  test('what pods need while they end comes in an earlier wave; nothing waits for a workload', () => {
    const wave = (object: Manifest): number =>
      Number(at(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-wave') ?? 0);
    for (const object of objects) {
      const others = !/^(apps|policy|autoscaling|networking\.k8s\.io)?\/?v\d+$/.test(String(object['apiVersion']));
      const last =
        ['StatefulSet', 'Deployment', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'Ingress'].includes(
          String(object['kind']),
        ) || others;
      const balancer = at(object, 'spec', 'type') === 'LoadBalancer';
      expect(wave(object), `${object['kind']}`).toBe(last || balancer ? 0 : -1);
      expect(JSON.stringify(object)).not.toContain('argocd.argoproj.io/hook');
    }
  });

  test('an autoscaler moves between the base and the most that the plan knows', () => {
    const scaled = fleet.servers.filter((server) => hasTarget(server) && server.replicas.min > 0);
    const named = (kind: string) =>
      new Map(ofKind(kind).map((each) => [String(at(each, 'metadata', 'name')), each['spec'] as Manifest]));
    const byKubernetes = named('HorizontalPodAutoscaler');
    const byKeda = named('ScaledObject');
    expect([...byKubernetes.keys(), ...byKeda.keys()].toSorted()).toEqual(scaled.map(({ name }) => name).toSorted());
    for (const server of scaled) {
      const { name, replicas } = server;
      const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'StatefulSet', name };
      if (isScaledByKeda(server)) {
        expect(byKeda.get(name)).toMatchObject({
          scaleTargetRef,
          minReplicaCount: replicas.min,
          maxReplicaCount: replicas.max,
          // Where the gateway does not know, the number stays what it is.
          fallback: { behavior: 'currentReplicas' },
        });
      } else {
        expect(byKubernetes.get(name)).toMatchObject({
          scaleTargetRef,
          minReplicas: replicas.min,
          maxReplicas: replicas.max,
        });
      }
    }
  });

  test('what cannot change in a StatefulSet is what the lock remembers of it', () => {
    for (const server of fleet.servers) {
      const set = ofKind('StatefulSet').find((each) => at(each, 'metadata', 'name') === server.name);
      const { serviceName, podManagementPolicy, cache } = immutableFields(server);
      expect(set?.['spec']).toMatchObject({ serviceName, podManagementPolicy });
      const [claim] = list(at(set, 'spec', 'volumeClaimTemplates'));
      expect(at(claim, 'spec', 'storageClassName')).toBe(cache?.storageClass);
      if (cache) expect(at(claim, 'spec', 'resources', 'requests', 'storage')).toBe(mebibytes(cache.size));
    }
  });

  test('agents know what they may fill, and routers how long the slowest handover takes', () => {
    const settings = (name: string, file: string): Manifest => {
      const config = ofKind('ConfigMap').find((one) => at(one, 'metadata', 'name') === name);
      return JSON.parse(String(at(config, 'data', file))) as Manifest;
    };
    for (const { name, memory, capacity, overcommit } of fleet.servers) {
      expect(settings(`${name}-config`, 'agent.json')).toMatchObject({ memory, capacity, overcommit });
    }
    const deadlines = fleet.servers.map(({ name }) => settings(`${name}-config`, 'agent.json')['handoverDeadline']);
    const longest = Math.max(...deadlines.map(Number));
    expect(settings('stowage-gateway-config', 'router.json')['handoverDeadline']).toBe(longest);
    expect(longest).toBeGreaterThan(0);
  });

  test('the inference server reads the repository that the agent writes', () => {
    for (const set of ofKind('StatefulSet')) {
      const pod = at(set, 'spec', 'template', 'spec') as Manifest;
      const agent = list(pod['initContainers']).find(({ name }) => name === 'agent');
      expect(at(agent, 'args')).toContain(`--repository=${repositoryRoot}`);
      expect(at(agent, 'args')).toContain(`--modules=${modulesRoot}`);
      const server = list(pod['containers']).find(({ name }) => name === 'server');
      const mount = list(server?.['volumeMounts']).find(({ name }) => name === 'cache');
      for (const path of [repositoryRoot, modulesRoot]) expect(path.startsWith(`${mount?.['mountPath']}/`)).toBe(true);
      expect(mlserver.env['PYTHONPATH']).toBe(modulesRoot);
      expect(mount?.['readOnly']).toBe(true);
    }
  });

  test('ports and names keep to their limits', () => {
    for (const pod of pods) {
      const ports = [...list(pod['initContainers']), ...list(pod['containers'])].flatMap((each) => list(each['ports']));
      const numbers = ports.map(({ containerPort }) => containerPort);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { name } of ports) if (name !== undefined) expect(String(name).length).toBeLessThanOrEqual(15);
    }
    for (const service of ofKind('Service'))
      expect(String(at(service, 'metadata', 'name')).length).toBeLessThanOrEqual(63);
    for (const object of objects) {
      for (const value of Object.values(at(object, 'metadata', 'labels') as Manifest)) {
        expect(String(value).length).toBeLessThanOrEqual(63);
      }
    }
  });

  test('plan shards are optional, and never part of a pod’s checksum', () => {
    for (const pod of pods) {
      const plan = list(pod['volumes']).find(({ name }) => name === 'plan');
      const sources = list(at(plan, 'projected', 'sources'));
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(at(source, 'configMap', 'optional')).toBe(true);
    }
    const more = {
      ...fleet,
      models: [...fleet.models, { ...fleet.models[0], name: 'another' } as (typeof fleet.models)[0]],
    };
    const grown = emitters['kubernetes']?.(more, aPlan(more)) ?? [];
    const changed = grown.filter(({ path, text }) => files.find((file) => file.path === path)?.text !== text);
    const unexpected = changed.filter(
      ({ path }) =>
        path !== 'kustomization.yaml' && !/-plan-\d+\.yaml$/.test(path) && !path.endsWith('-stowage-witness.yaml'),
    );
    expect(unexpected.map(({ path }) => path)).toEqual([]);
  });
});

function sum(sizes: readonly Value[]): number {
  const units: Readonly<Record<string, number>> = { Mi: 1, Gi: 1024, Ti: 1024 * 1024 };
  return sizes.reduce<number>(
    (total, size) => total + Number.parseInt(String(size), 10) * (units[String(size).slice(-2)] ?? 0),
    0,
  );
}
