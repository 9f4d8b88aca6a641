import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { listeners } from '../../names/index.ts';
import { adminText } from '../proxy/index.ts';

export interface DrainSettings {
  /** Envoy's admin interface, a unix socket. */
  readonly admin: string;
  /** Longest that requests in flight are waited for, in milliseconds. */
  readonly deadline: number;
  /** How long no request may be in flight, in milliseconds. */
  readonly quiet: number;
  /** At least this long, in milliseconds: whoever sends requests learns only by and by that the pod ends. */
  readonly least: number;
}

const every = 100;

/** Lets a gateway's Envoy send its clients elsewhere, and waits until none of their requests is in flight. */
export async function drainEnvoy({ admin, deadline, quiet, least }: DrainSettings): Promise<void> {
  const begun = performance.now();
  await adminText(admin, '/healthcheck/fail', 'POST');
  await adminText(admin, '/drain_listeners?graceful', 'POST');
  let quietSince: number | undefined;
  for (;;) {
    const now = performance.now();
    if (now - begun >= deadline) return;
    const mayHave = await mayHaveRequests(admin);
    if (mayHave) quietSince = undefined;
    else quietSince ??= now;
    if (quietSince !== undefined && now - quietSince >= quiet && now - begun >= least) return;
    await pause(every);
  }
}

/** An Envoy that is gone has no requests in flight; one that is there and does not say how many may have some. */
async function mayHaveRequests(admin: string): Promise<boolean> {
  const names = [listeners.gatewayHttp, listeners.gatewayGrpc].map((name) => `http.${name}.downstream_rq_active`);
  const filter = encodeURIComponent(`^(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})$`);
  const text = await adminText(admin, `/stats?filter=${filter}`);
  if (text === undefined) return isListening(admin);
  return text.split('\n').some((line) => Number(line.split(': ')[1] ?? 0) > 0);
}

function isListening(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = connect(socket, () => {
      asked.destroy();
      resolve(true);
    });
    asked.on('error', () => resolve(false));
  });
}
