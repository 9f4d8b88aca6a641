import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli/program.ts';
import { emitters } from '../../src/emit/index.ts';
import type { AgentPlace, AgentSettings, HostPort, RouterPlace, RouterSettings } from '../../src/ir/index.ts';
import { planShardFile, probePaths } from '../../src/names/index.ts';
import type { WitnessPlace } from '../../src/runtime/index.ts';
import { fleets } from '../support/emitted-fleets.ts';
import { aPlan } from '../support/nodes.ts';

/** What pods start, by the command lines and variables of their manifests, up to where a program would begin to run. */

const started = vi.hoisted(() => {
  const begun: { place?: unknown } = {};
  const begin = async (place: unknown): Promise<void> => {
    begun.place = place;
  };
  return { begun, begin };
});

vi.mock(import('../../src/runtime/index.ts'), async (original) => ({
  ...(await original()),
  runAgent: started.begin,
  runRouter: started.begin,
  runWitness: async (place) => {
    await started.begin(place);
    return 0;
  },
}));

// A command that has ended would end the process.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: number };
}

interface Container {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly {
    readonly name: string;
    readonly valueFrom?: { readonly fieldRef: { readonly fieldPath: string } };
  }[];
  readonly ports?: readonly { readonly containerPort: number }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly lifecycle?: { readonly preStop: Probe };
  readonly volumeMounts: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
  }[];
}

interface Volume {
  readonly name: string;
  readonly configMap?: { readonly name: string };
  readonly projected?: { readonly sources: readonly { readonly configMap: { readonly name: string } }[] };
  readonly secret?: object;
  readonly emptyDir?: { readonly sizeLimit: string };
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data: Readonly<Record<string, string>>;
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly initContainers?: readonly Container[];
        readonly containers: readonly Container[];
        readonly volumes: readonly Volume[];
      };
    };
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
}

function mebibytesOf(quantity: string): number {
  const units: Readonly<Record<string, number>> = { Mi: 1, Gi: 1024, Ti: 1024 * 1024 };
  return Number.parseFloat(quantity) * (units[quantity.slice(-2)] ?? 0);
}

/** What the cluster gives for the fields of a pod that variables refer to. */
const fields: Readonly<Record<string, string>> = {
  'metadata.name': 'cpu-3',
  'status.podIP': '10.0.0.7',
  'metadata.namespace': 'models',
  "metadata.labels['apps.kubernetes.io/pod-index']": '3',
};

function variables({ env = [] }: Container): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(env.map(({ name, valueFrom }) => [name, fields[valueFrom?.fieldRef.fieldPath ?? '']]));
}

async function exit(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<number> {
  delete started.begun.place;
  const nothing = () => {};
  return run(args, { cwd: '/', env, isTTY: { stdout: false, stderr: false }, stdout: nothing, stderr: nothing });
}

/** The place that a container's program comes to live at. */
async function placeOf<Place>(container: Container): Promise<Place> {
  const [program, ...command] = container.command ?? [];
  expect(program).toBe('stowage');
  const args = container.args ?? [];
  const env = variables(container);
  // Neither one less nor one more: whoever forgets an argument learns it, and none is passed over in silence.
  for (const left of args) {
    expect(await exit([...command, ...args.filter((arg) => arg !== left)], env), `without ${left}`).toBe(1);
    expect(started.begun.place).toBeUndefined();
  }
  expect(await exit([...command, ...args, '--more=1'], env)).toBe(1);
  expect(await exit([...command, ...args], env)).toBe(0);
  return started.begun.place as Place;
}

describe.each(Object.entries(fleets))('the pods of the fleet %s', (_, fleet) => {
  const files = emitters['kubernetes']?.(fleet, aPlan(fleet)) ?? [];
  const objects = files.filter(({ path }) => path.startsWith('manifests/')).map(({ text }) => parse(text) as Manifest);
  const pods = objects.filter(({ kind }) => kind === 'StatefulSet' || kind === 'Deployment');

  const podsWith = (name: string) =>
    pods.flatMap((workload) => {
      const pod = workload.spec.template.spec;
      const all = [...(pod.initContainers ?? []), ...pod.containers];
      const container = all.find((one) => one.name === name);
      return container === undefined ? [] : [{ workload, pod, all, container }];
    });

  /** The volume that a path of a container lies in. */
  const volumeAt = ({ workload, pod, container }: ReturnType<typeof podsWith>[number], path: string, write = false) => {
    const mounts = container.volumeMounts.filter(
      ({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`),
    );
    expect(mounts.length, path).toBe(1);
    if (write) expect(mounts[0]?.readOnly ?? false, `${path} is to be written`).toBe(false);
    const claims = workload.spec.volumeClaimTemplates?.map(({ metadata }): Volume => ({ name: metadata.name })) ?? [];
    const volume = [...pod.volumes, ...claims].find(({ name }) => name === mounts[0]?.name);
    if (volume === undefined) throw new Error(`${path} lies in no volume`);
    return { volume, inside: path.slice((mounts[0]?.mountPath.length ?? 0) + 1) };
  };

  /** The ConfigMaps that a volume shows. */
  const configMapsOf = ({ configMap, projected }: Volume): readonly Manifest[] => {
    const sources = projected?.sources.map((source) => source.configMap.name) ?? [configMap?.name];
    return objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && sources.includes(metadata.name));
  };

  /** What a mounted ConfigMap holds in a file. */
  const settingsAt = <Settings>(of: ReturnType<typeof podsWith>[number], path: string): Settings => {
    const { volume, inside } = volumeAt(of, path);
    const texts = configMapsOf(volume).flatMap(({ data }) => data[inside] ?? []);
    expect(texts.length, path).toBe(1);
    return JSON.parse(texts[0] ?? '') as Settings;
  };

  /** The mounted shards are those that the program reads. */
  const expectShards = (of: ReturnType<typeof podsWith>[number], folder: string, count: number) => {
    const mounted = configMapsOf(volumeAt(of, folder).volume);
    expect(mounted.flatMap(({ data }) => Object.keys(data)).sort()).toEqual(
      Array.from({ length: count }, (__, shard) => planShardFile(shard)).sort(),
    );
  };

  /** Probes and hooks of a pod that ask a port of the program ask what it answers, where it listens. */
  const expectProbes = ({ all, container }: ReturnType<typeof podsWith>[number], at: HostPort) => {
    expect(at.host).toBe('0.0.0.0');
    expect(container.ports?.map(({ containerPort }) => containerPort)).toContain(at.port);
    const asked = all
      .flatMap((one) => [one.startupProbe, one.livenessProbe, one.readinessProbe, one.lifecycle?.preStop])
      .flatMap((probe) => (probe?.httpGet.port === at.port ? [probe.httpGet.path] : []));
    for (const path of asked) expect(Object.values(probePaths)).toContain(path);
    expect(container.startupProbe?.httpGet).toMatchObject({ path: probePaths.started, port: at.port });
    expect(container.livenessProbe?.httpGet).toMatchObject({ path: probePaths.live, port: at.port });
    return asked;
  };

  /** Envoy's admin and the files that it watches are where the program beside it looks. */
  const expectBesideEnvoy = (of: ReturnType<typeof podsWith>[number], folder: string) => {
    const envoy = of.all.find(({ name }) => name === 'envoy');
    const bootstrap = envoy?.args?.find((arg) => arg.endsWith('envoy.json')) ?? '';
    const text = JSON.stringify(settingsAt({ ...of, container: envoy as Container }, bootstrap));
    expect(text).toContain(`"${folder}/admin.sock"`);
    expect(text).toContain(`"${folder}/dynamic/`);
    expect(volumeAt({ ...of, container: envoy as Container }, folder, true)).toEqual(volumeAt(of, folder, true));
  };

  test('an agent starts where its pod says, and finds there what is mounted', async () => {
    const all = podsWith('agent');
    expect(all.length).toBe(fleet.servers.length);
    for (const of of all) {
      const place = await placeOf<AgentPlace>(of.container);
      expect(place).toMatchObject({ pod: 'cpu-3', ordinal: 3, address: { host: '10.0.0.7' } });
      const settings = settingsAt<AgentSettings>(of, place.settings);
      expect(settings).toMatchObject({ version: 1, environment: fleet.environment.name });
      expectShards(of, place.plan, settings.planShards);
      for (const folder of [place.run, place.artifacts, place.repository, place.modules, place.state]) {
        volumeAt(of, folder, true);
      }
      // The kubelet ends a pod whose folder outgrows its size, and not only artifacts lie in it.
      const { emptyDir } = volumeAt(of, place.artifacts).volume;
      if (emptyDir !== undefined) expect(mebibytesOf(emptyDir.sizeLimit)).toBeGreaterThan(settings.cache + 64);
      for (const { credentials } of settings.stores) {
        if (credentials !== undefined) expect(volumeAt(of, credentials).volume.secret).toBeDefined();
      }
      if (settings.gateway.tls !== undefined) expect(volumeAt(of, settings.gateway.tls).volume.secret).toBeDefined();
      const asked = expectProbes(of, place.probes);
      expect(asked).toContain(probePaths.ready);
      expect(asked).toContain(probePaths.drain);
      expectBesideEnvoy(of, place.run);
      const envoy = of.all.find(({ name }) => name === 'envoy');
      expect(envoy?.ports?.map(({ containerPort }) => containerPort)).toContain(place.address.port);
      // The inference server reads what the agent writes, in the same place.
      const server = of.all.find(({ name }) => name === 'server') as Container;
      for (const folder of [place.repository, place.artifacts, place.modules]) {
        expect(volumeAt({ ...of, container: server }, folder)).toEqual(volumeAt(of, folder));
      }
      expect(() => volumeAt({ ...of, container: server }, place.run)).toThrow();
    }
  });

  test('a router starts where its pod says, and finds there what is mounted', async () => {
    const [of] = podsWith('router');
    if (of === undefined) throw new Error('there is no router');
    const place = await placeOf<RouterPlace>(of.container);
    const settings = settingsAt<RouterSettings>(of, place.settings);
    expect(settings).toMatchObject({ version: 1, environment: fleet.environment.name });
    expectShards(of, place.plan, settings.planShards);
    if (settings.tls !== undefined) expect(volumeAt(of, settings.tls).volume.secret).toBeDefined();
    expect(place.stream).toEqual({ host: '0.0.0.0', port: settings.port });
    expect(of.container.ports?.map(({ containerPort }) => containerPort)).toContain(settings.port);
    const asked = expectProbes(of, place.probes);
    expect(asked).toContain(probePaths.ready);
    expect(asked).toContain(probePaths.drain);
    expectBesideEnvoy(of, place.run);
  });

  test('a witness starts where its pod says, and finds there what is mounted', async () => {
    const [of] = podsWith('witness');
    if (of === undefined) throw new Error('there is no witness');
    const place = await placeOf<WitnessPlace>(of.container);
    const settings = settingsAt<{ readonly planShards: number; readonly gateway: AgentSettings['gateway'] }>(
      of,
      place.settings,
    );
    expectShards(of, place.plan, settings.planShards);
    if (settings.gateway.tls !== undefined) expect(volumeAt(of, settings.gateway.tls).volume.secret).toBeDefined();
    // By DNS and at its own port, as the command line names no others.
    expect(place).toMatchObject({ routers: undefined, listen: undefined });
    expect(of.container.ports).toEqual([expect.objectContaining({ containerPort: 18430 })]);
    expectProbes(of, { host: '0.0.0.0', port: 18430 });
  });
});
