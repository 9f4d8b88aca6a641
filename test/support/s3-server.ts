import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { HostPort } from '../../src/ir/index.ts';
import { freePort } from './serving.ts';

/** A real server of a store on loopback, rclone's own, behind a counter that can be told to misbehave. */
export interface StoreServer {
  readonly address: HostPort;
  /** Method and path of each request since the last call. */
  readonly requests: () => readonly string[];
  /** What happens to answers with content: nothing; the connection ends halfway; bytes trickle. */
  answers: 'whole' | 'cut' | 'slow';
  readonly stop: () => Promise<void>;
}

export const accessKey = 'example-access';
export const secretKey = 'example-secret-0123456789';

/**
 * @param kind `s3`: folders below the root are buckets; `http`: listed as web servers do
 * @param root whose content is served
 */
export async function startStore(rclone: string, kind: 's3' | 'http', root: string): Promise<StoreServer> {
  const behind = await freePort();
  const args = ['serve', kind, root, '--config=', `--addr=${behind.host}:${behind.port}`];
  const keys = kind === 's3' ? ['--auth-key', `${accessKey},${secretKey}`] : [];
  // What tests change is seen at once.
  const child = spawn(rclone, [...args, ...keys, '--dir-cache-time=0s', '--poll-interval=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  for (let tries = 0; !/start/i.test(log); tries++) {
    if (child.exitCode !== null || tries > 200) {
      await end(child);
      throw new Error(`rclone does not serve: ${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    pass(incoming, outgoing, behind, store.answers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store: StoreServer = {
    address: { host: '127.0.0.1', port },
    requests: () => seen.splice(0),
    answers: 'whole',
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await end(child);
    },
  };
  return store;
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  to: HostPort,
  answers: StoreServer['answers'],
): void {
  const { method, url, headers } = incoming;
  const sent = request({ ...to, method, path: url, headers, agent: false }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    const isContent = method === 'GET' && !url?.includes('list-type') && response.statusCode === 200;
    if (!isContent || answers === 'whole') return void response.pipe(outgoing);
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      const whole = Buffer.concat(chunks);
      outgoing.write(whole.subarray(0, whole.length / 2));
      if (answers === 'cut') setTimeout(() => outgoing.destroy(), 20);
      else setTimeout(() => outgoing.end(whole.subarray(whole.length / 2)), 1000);
    });
  });
  sent.on('error', () => outgoing.destroy());
  incoming.pipe(sent);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A folder as the Secret of a store on that server is mounted. */
export function writeSecret(folder: string, { host, port }: HostPort, secret = secretKey): string {
  mkdirSync(folder, { recursive: true });
  const parameters = {
    provider: 'Rclone',
    endpoint: `http://${host}:${port}`,
    env_auth: false,
    access_key_id: accessKey,
    secret_access_key: secret,
  };
  writeFileSync(join(folder, 'rclone'), JSON.stringify({ name: 'artifacts', type: 's3', parameters }));
  return folder;
}
