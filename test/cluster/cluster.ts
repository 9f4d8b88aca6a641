import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { crdFiles } from './crds/index.ts';
import { imageStore, linkStore } from './image-store.ts';
import { testImages } from './images/index.ts';
import type { MachineConfig } from './machine/program.ts';
import { isRunning, killMachine, machinePid, machineReady, startMachine } from './machine.ts';
import { packages } from './packages.ts';
import { moduleFolder, programs } from './programs.ts';

/** What a cluster consists of. */
export interface ClusterOptions {
  /** How many nodes run pods, from 0. */
  readonly nodes: number;
  readonly argocd: boolean;
  /** Folder with the configuration of a plugin of Argo CD. Absent: there is none. */
  readonly plugin?: string;
  /** Whether KWOK plays the kubelet of nodes with the label `type=kwok`. */
  readonly kwok: boolean;
  /** Whether there are resource metrics. */
  readonly metrics: boolean;
  /** Whether tests can have the CRDs of other projects. Absent: they cannot. */
  readonly crds?: boolean;
  /** Whether it ends with the process that made it. */
  readonly owned: boolean;
}

/** Written to `cluster.json` in the cluster's folder: what is needed to add a node later. */
interface ClusterRecord {
  readonly options: ClusterOptions;
  readonly programs: string;
  readonly packages: string;
  /** What pods name images by, by their short names. */
  readonly images: Readonly<Record<string, string>>;
  /** Files of CRDs, which cannot be had from inside. */
  readonly crds: readonly string[];
}

const runs = join(cacheFolder, 'run');
const control = 'control';

/** Starts a cluster; it works when this returns. Names are lower-case letters, digits and `-`. */
export async function up(name: string, options: ClusterOptions): Promise<void> {
  if (!/^[a-z0-9][-a-z0-9]{0,20}$/.test(name))
    throw new Error(`${name} is no name for a cluster: lower-case letters, digits and -, at most 21`);
  const folder = clusterFolder(name);
  if (existsSync(folder)) {
    if (isRunning(join(folder, control)))
      throw new Error(`there is a cluster ${name} already: end it by npm run cluster -- down ${name}`);
    await down(name);
  }
  const images = options.nodes > 0 ? await testImages() : [];
  const record: ClusterRecord = {
    options,
    programs: await programs(),
    packages: await packages(),
    images: Object.fromEntries(images.map((image) => [image.name, image.reference])),
    crds: options.crds === true ? crdFiles().map(({ path }) => path) : [],
  };
  mkdirSync(folder, { recursive: true });
  // Of its own: nodes start later, too, when another cluster with other images may have taken the place of the store.
  if (options.nodes > 0) await linkStore(await imageStore(images), folder);
  writeFileSync(join(folder, 'cluster.json'), JSON.stringify(record, undefined, 2));
  try {
    const { argocd, plugin, kwok, metrics } = options;
    await startMachine({
      ...machineConfig(name, record, control, 0),
      control: {
        ...(argocd && {
          argocd: { module: await moduleFolder('github.com/argoproj/argo-cd/v3'), ...(plugin && { plugin }) },
        }),
        ...(kwok && { kwok: { module: await moduleFolder('sigs.k8s.io/kwok') } }),
        metrics,
      },
    });
    // Nodes wait for the API server by themselves.
    const nodes = Array.from({ length: options.nodes }, (_, at) => startNode(name, at + 1));
    await Promise.all([machineReady(join(folder, control)), ...nodes]);
  } catch (error) {
    await down(name);
    throw error;
  }
}

/** Starts a node, for the first time or again after `killNode`: as a machine that has been reinstalled. */
export async function startNode(name: string, node: number): Promise<void> {
  const record = recordOf(name);
  const config = machineConfig(name, record, `node-${node}`, node);
  rmSync(config.folder, { recursive: true, force: true });
  mkdirSync(config.folder, { recursive: true });
  await linkStore(clusterFolder(name), config.folder);
  await startMachine(config, join(clusterFolder(name), control));
  await machineReady(config.folder);
}

/** Cuts a node's power. */
export async function killNode(name: string, node: number): Promise<void> {
  await killMachine(join(clusterFolder(name), `node-${node}`));
}

/** Ends a cluster and removes all that it made. */
export async function down(name: string): Promise<void> {
  const folder = clusterFolder(name);
  for (const machine of machines(name)) await killMachine(join(folder, machine));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** The names of all clusters, and of the machines of each that run. */
export function clusters(): ReadonlyMap<string, readonly string[]> {
  const names = existsSync(runs) ? readdirSync(runs).toSorted() : [];
  return new Map(
    names.map((name) => [name, machines(name).filter((machine) => isRunning(join(clusterFolder(name), machine)))]),
  );
}

/** How to run a command in a cluster's network, with its programs and as its administrator. */
export function inside(name: string): { readonly prefix: readonly string[]; readonly env: NodeJS.ProcessEnv } {
  const folder = clusterFolder(name);
  const pid = machinePid(join(folder, control));
  if (pid === undefined)
    throw new Error(`there is no cluster ${name}: npm run cluster -- status lists those that there are`);
  return {
    prefix: ['nsenter', `--net=/proc/${pid}/ns/net`],
    env: {
      ...process.env,
      STOWAGE_CLUSTER: name,
      KUBECONFIG: join(folder, 'kubeconfig'),
      PATH: `${recordOf(name).programs}:${process.env['PATH'] ?? ''}`,
    },
  };
}

/** Where a cluster keeps everything: its kubeconfig and a folder a machine. */
export function clusterFolder(name: string): string {
  return join(runs, name);
}

/** What pods of a cluster name images by, by the images' short names: nodes have these and can get no others. */
export function imagesOf(name: string): Readonly<Record<string, string>> {
  return recordOf(name).images;
}

/** Files with the CRDs of other projects. */
export function crdsOf(name: string): readonly string[] {
  return recordOf(name).crds;
}

function recordOf(name: string): ClusterRecord {
  return JSON.parse(readFileSync(join(clusterFolder(name), 'cluster.json'), 'utf8')) as ClusterRecord;
}

function machineConfig(name: string, record: ClusterRecord, machine: string, node: number): MachineConfig {
  const cluster = clusterFolder(name);
  return {
    name: machine,
    folder: join(cluster, machine),
    cluster,
    programs: record.programs,
    packages: record.packages,
    node,
    cgroup: `stowage-${name}-${machine}`,
    owned: record.options.owned,
  };
}

function machines(name: string): readonly string[] {
  const folder = clusterFolder(name);
  if (!existsSync(folder)) return [];
  // Nodes first: they say goodbye to nobody.
  return readdirSync(folder)
    .filter((entry) => existsSync(join(folder, entry, 'machine.json')))
    .toSorted()
    .toReversed();
}
