import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentPlace, AgentSettings, PlannedModel } from '../../ir/index.ts';
import { serverPlanOwner } from '../../names/index.ts';
import { writeAtomically } from '../files.ts';
import { processLog } from '../log.ts';
import { MetricsServer, processMetrics } from '../metrics/index.ts';
import { PlanMount } from '../mount/index.ts';
import { EnvoyFiles } from '../proxy/index.ts';
import { keepHeapSmall } from '../small-heap.ts';
import { namesByDns, namesByFile, RouterStreams } from '../stream/index.ts';
import { Agent } from './agent.ts';
import { agentMetrics } from './agent-metrics.ts';
import { VerifiedArtifacts } from './artifacts/index.ts';
import { Notes } from './notes.ts';
import { usualPace } from './pace.ts';
import { Probes } from './probes.ts';
import { driverOf, writeModules } from './servers/index.ts';
import { Sidecar } from './sidecar.ts';

/** Folders and files in the folder that a pod's processes share. */
const runFiles = { admin: 'admin.sock', dynamic: 'dynamic', ready: 'ready' } as const;

const loopback = '127.0.0.1';

/**
 * Runs the agent of one pod until it is told to end.
 *
 * @param signal tells it
 * @throws where its settings cannot be read or its place is not to be had: nothing can go on without
 */
export async function runAgent(place: AgentPlace, signal: AbortSignal): Promise<void> {
  keepHeapSmall();
  const settings = readSettings(place.settings);
  const log = processLog('agent');
  const dynamic = join(place.run, runFiles.dynamic);
  for (const folder of [dynamic, place.repository, place.modules]) mkdirSync(folder, { recursive: true });
  writeModules(settings.runtime.layout, place.modules);

  const { ports } = settings.runtime;
  const admin = join(place.run, runFiles.admin);
  const inference = { http: { host: loopback, port: ports.http }, grpc: { host: loopback, port: ports.grpc } };
  const doors = new Sidecar(new EnvoyFiles(dynamic, admin), admin, inference, settings.requestTimeout);
  const { host, port, tls } = settings.gateway;
  const names = place.routers === undefined ? namesByDns(host, port) : namesByFile(place.routers);
  const routers = new RouterStreams({ names, tls, log }, () => agent.changed());
  const readyFile = join(place.run, runFiles.ready);
  const artifacts = new VerifiedArtifacts(settings, place);
  const agent = new Agent({
    settings,
    place,
    instance: randomUUID(),
    server: driverOf(settings.runtime, place.repository),
    artifacts,
    doors,
    notes: new Notes(place.state, log),
    routers,
    log,
    pace: usualPace,
    random: Math.random,
    ready: { was: existsSync(readyFile), remember: () => writeAtomically(readyFile, '') },
  });
  const probes = new Probes({
    get started() {
      return doors.written;
    },
    get ready() {
      return agent.ready;
    },
    get status() {
      return agent.status;
    },
    drain: (gone) => agent.drain(gone),
  });
  const metrics = new MetricsServer(() => [
    ...agentMetrics({
      settings,
      ready: agent.ready,
      status: agent.status,
      done: agent.done,
      routers: routers.routers() ?? [],
      cache: artifacts.usage(agent.artifactsInUse),
    }),
    ...processMetrics(),
  ]);
  let mount: PlanMount<PlannedModel> | undefined;
  try {
    await probes.listen(place.probes);
    await metrics.listen(place.metrics);
    mount = new PlanMount<PlannedModel>(
      {
        folder: place.plan,
        shards: settings.planShards,
        owner: serverPlanOwner(settings.server),
        environment: settings.environment,
      },
      (mounted) => agent.adopt(mounted),
    );
    mount.look();
    const { server, environment } = settings;
    log('started', { pod: place.pod, server, ordinal: place.ordinal, environment });
    const ended = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
    await Promise.race([agent.start(), ended]);
    await ended;
    log('ends');
  } finally {
    mount?.close();
    probes.close();
    metrics.close();
    agent.close();
  }
}

function readSettings(path: string): AgentSettings {
  let value: Partial<AgentSettings> | null;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Partial<AgentSettings> | null;
  } catch (error) {
    throw new Error(`the settings in ${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  if (value === null || typeof value !== 'object' || value.version !== 1 || value.server === undefined) {
    throw new Error(`${path} holds no settings of an agent`);
  }
  return value as AgentSettings;
}
