import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoutedModel, RouterPlace, RouterSettings } from '../../ir/index.ts';
import { gatewayPlanOwner, loadPath } from '../../names/index.ts';
import { writeAtomically } from '../files.ts';
import { processLog } from '../log.ts';
import { MetricsServer, type PathAnswer, processMetrics } from '../metrics/index.ts';
import { PlanMount } from '../mount/index.ts';
import { EnvoyFiles } from '../proxy/index.ts';
import { keepHeapSmall } from '../small-heap.ts';
import { AgentServer } from '../stream/index.ts';
import { drainEnvoy } from './drain.ts';
import { PlanFile } from './plan-file.ts';
import { PodsFile } from './pods-file.ts';
import { Probes } from './probes.ts';
import { Publisher } from './publisher.ts';
import { Router } from './router.ts';
import type { ServerLoad } from './server-load.ts';

/** Folders and files in the folder that a pod's processes share. */
const runFiles = {
  admin: 'admin.sock',
  dynamic: 'dynamic',
  plan: 'plan.json',
  pods: 'pods.json',
  served: 'served',
} as const;

/** How long no request may be in flight before the pod ends, and how long it is drained at least; milliseconds. */
const quiet = 1_000;
const leastDrain = 2_000;

/**
 * Runs the router of one gateway pod until it is told to end.
 *
 * @param signal tells it
 * @throws where its settings cannot be read or its place is not to be had: nothing can go on without
 */
export async function runRouter(place: RouterPlace, signal: AbortSignal): Promise<void> {
  keepHeapSmall();
  const settings = readSettings(place.settings);
  const { environment, requestTimeout, retryBufferBytes } = settings;
  const log = processLog('router');
  const inRun = (name: keyof typeof runFiles): string => join(place.run, runFiles[name]);
  mkdirSync(inRun('dynamic'), { recursive: true });

  const envoy = new EnvoyFiles(inRun('dynamic'), inRun('admin'));
  const router = new Router({
    settings,
    pod: place.pod,
    instance: randomUUID(),
    log,
    planFile: new PlanFile(inRun('plan'), environment),
    podsFile: new PodsFile(inRun('pods')),
    publisher: (changed) => new Publisher(envoy, { timeout: requestTimeout, retryBufferBytes }, log, changed),
    served: { before: existsSync(inRun('served')), remember: () => writeAtomically(inRun('served'), '') },
  });
  const mount = new PlanMount<RoutedModel>(
    { folder: place.plan, shards: settings.planShards, owner: gatewayPlanOwner, environment },
    (mounted) => router.adopt(mounted),
  );
  mount.look();
  router.start();

  let draining: Promise<void> | undefined;
  const agents = new AgentServer({ environment, at: place.stream, tls: settings.tls, log }, router.events);
  const { fleet, watchFleet } = router.events;
  const probes = new Probes({
    ready: () => router.ready && draining === undefined,
    drain: () => {
      draining ??= drainEnvoy({
        admin: inRun('admin'),
        deadline: settings.drainDeadline * 1_000,
        quiet,
        least: leastDrain,
      });
      return draining;
    },
    fleet,
    watchFleet,
  });
  const metrics = new MetricsServer(
    () => [...router.metrics(), ...processMetrics()],
    (path) => loadAnswer(path, (server) => router.load(server)),
  );
  try {
    await agents.listen();
    await probes.listen(place.probes);
    await metrics.listen(place.metrics);
    log('started', { pod: place.pod, environment });
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
    log('ends');
  } finally {
    mount.close();
    probes.close();
    metrics.close();
    router.close();
    agents.close();
  }
}

/** What is not known is a fault to who asks, not a zero. */
function loadAnswer(path: string, load: (server: string) => ServerLoad | string): ReturnType<PathAnswer> {
  if (!path.startsWith(loadPath)) return undefined;
  const found = load(path.slice(loadPath.length));
  return typeof found === 'string' ? { status: 503, body: { reason: found } } : { status: 200, body: found };
}

function readSettings(path: string): RouterSettings {
  let value: Partial<RouterSettings> | null;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Partial<RouterSettings> | null;
  } catch (error) {
    throw new Error(`the settings in ${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  if (value === null || typeof value !== 'object' || value.version !== 1 || value.handoverDeadline === undefined) {
    throw new Error(`${path} holds no settings of a router`);
  }
  return value as RouterSettings;
}
