import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { isClose } from '../../support/load.ts';
import { restNumbers } from '../../support/oip.ts';
import { namespace } from './fleet-spec.ts';
import type { GitOps } from './git-ops.ts';
import { get, kubectl } from './kubectl.ts';

/** How long a new version took from Git to a client, in seconds. */
export interface FirstAnswer {
  /** From the refresh until the server's plan was changed in the API server. */
  readonly applied: number;
  /** From then until the agent saw it whole: the kubelet's part. */
  readonly mounted: number;
  /** From then until a client got an answer of the new version. */
  readonly answered: number;
}

/**
 * Measures the next commit, which gives a model a new version.
 *
 * @param pod which tries new versions first
 */
export async function firstAnswer(
  gitOps: GitOps,
  { model, version, server, pod }: { model: string; version: number; server: string; pod: string },
  commit: () => Promise<unknown>,
): Promise<FirstAnswer> {
  const shard = await get('configmap', `${server}-plan-0`, namespace);
  const watch = spawn(
    'kubectl',
    [
      ...['get', 'configmap', `${server}-plan-0`, '--namespace', namespace, '--watch'],
      ...['--output', 'jsonpath={.metadata.resourceVersion}{"\\n"}'],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    const changed = (async () => {
      for await (const line of createInterface(watch.stdout)) {
        if (line !== '' && line !== shard?.metadata.resourceVersion) return Date.now();
      }
      throw new Error(`the plan of ${server} did not change`);
    })();
    const answered = untilAnswered(gitOps, model, version);
    await commit();
    // Compiling is the author's time, not the cluster's.
    const committed = Date.now();
    const [appliedAt, answeredAt] = await Promise.all([changed, answered]);
    const mountedAt = await planSeen(pod, appliedAt);
    return {
      applied: (appliedAt - committed) / 1000,
      mounted: (mountedAt - appliedAt) / 1000,
      answered: (answeredAt - mountedAt) / 1000,
    };
  } finally {
    watch.kill();
  }
}

async function untilAnswered(gitOps: GitOps, model: string, version: number): Promise<number> {
  const { request, predictions } = gitOps.expected(model, version);
  const service = await get('service', 'stowage-gateway', namespace);
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const answer = await fetch(`http://${service?.spec.clusterIP}:8080/v2/models/${model}/infer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (answer.ok && isClose(predictions, restNumbers(await answer.text()))) return Date.now();
    await pause(20);
  }
  throw new Error(`version ${version} of ${model} does not answer`);
}

/** When the agent of a pod acted on the first whole plan that came after a moment, by its log. */
async function planSeen(pod: string, after: number): Promise<number> {
  const log = await kubectl('logs', pod, '--namespace', namespace, '--container', 'agent');
  const times = log
    .split('\n')
    .filter((line) => line.includes('"event":"plan"'))
    .map((line) => Date.parse((JSON.parse(line) as { time: string }).time))
    // The watch that we saw the change by is a little late.
    .filter((time) => time > after - 1000);
  const [first] = times;
  if (first === undefined) throw new Error(`${pod} has seen no new plan`);
  return first;
}
