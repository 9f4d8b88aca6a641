import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../support/root.ts';
import { accessKey, secretKey } from '../../support/s3-server.ts';
import { controlAddress } from '../addresses.ts';

/** Where pods reach the store. */
export const storePort = 9000;

/** rclone's own S3 server over a folder, where pods reach it, behind a proxy that can be slow. */
export class Store {
  /** Milliseconds before each answer with content. */
  delay = 0;
  readonly #child: ChildProcess;
  readonly #server: Server;

  private constructor(child: ChildProcess, server: Server) {
    this.#child = child;
    this.#server = server;
  }

  /** @param folder whose folders are buckets */
  static async start(folder: string): Promise<Store> {
    const behind = 9001;
    const child = spawn(
      join(root, '.venv/bin/rclone'),
      [
        ...['serve', 's3', folder, '--config=', `--addr=127.0.0.1:${behind}`],
        ...['--auth-key', `${accessKey},${secretKey}`, '--dir-cache-time=0s', '--poll-interval=0'],
      ],
      { stdio: 'ignore' },
    );
    const server = createServer(async (incoming, outgoing) => {
      const { method, url = '/', headers } = incoming;
      if (method === 'GET' && !url.includes('list-type')) await pause(store.delay);
      const sent = request(
        { host: '127.0.0.1', port: behind, method, path: url, headers, agent: false },
        (response) => {
          outgoing.writeHead(response.statusCode ?? 502, response.headers);
          response.pipe(outgoing);
        },
      );
      sent.on('error', () => outgoing.destroy());
      incoming.pipe(sent);
    });
    const store = new Store(child, server);
    await new Promise<void>((listening) => server.listen(storePort, controlAddress, listening));
    while (!(await answers(behind))) {
      if (child.exitCode !== null) throw new Error('rclone does not serve');
      await pause(50);
    }
    return store;
  }

  /** The Secret by which agents open it. */
  secret(name: string, namespace: string): object {
    const parameters = {
      provider: 'Rclone',
      endpoint: `http://${controlAddress}:${storePort}`,
      env_auth: false,
      access_key_id: accessKey,
      secret_access_key: secretKey,
    };
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      stringData: { rclone: JSON.stringify({ name: 'artifacts', type: 's3', parameters }) },
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}
