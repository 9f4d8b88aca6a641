import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import type { Metadata } from './shapes.ts';

/** An API server, reached as a kubeconfig says. */
export class Api {
  readonly #server: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #agent: Agent;

  constructor(kubeconfig: string) {
    const config = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
    const current = config.contexts.find(({ name }) => name === config['current-context'])?.context;
    const cluster = config.clusters.find(({ name }) => name === current?.cluster)?.cluster;
    const user = config.users.find(({ name }) => name === current?.user)?.user;
    if (!cluster || !user) throw new Error(`${kubeconfig} has no current context that is whole`);
    const bytes = (of: Readonly<Record<string, unknown>>, field: string): Buffer | undefined => {
      if (typeof of[`${field}-data`] === 'string') return Buffer.from(of[`${field}-data`] as string, 'base64');
      return typeof of[field] === 'string' ? readFileSync(resolve(dirname(kubeconfig), of[field])) : undefined;
    };
    this.#server = cluster.server;
    this.#headers = user.token === undefined ? {} : { authorization: `Bearer ${user.token}` };
    this.#agent = new Agent({
      keepAlive: true,
      ca: bytes(cluster, 'certificate-authority'),
      cert: bytes(user, 'client-certificate'),
      key: bytes(user, 'client-key'),
    });
  }

  /**
   * Calls back with all objects of a kind whenever one of them changes, for ever: while the server is away, what was
   * last heard goes on to hold.
   *
   * @param path Such as `/api/v1/pods`.
   */
  async watch<T extends { readonly metadata: Metadata }>(
    path: string,
    changed: (objects: readonly T[]) => void,
  ): Promise<never> {
    for (;;) {
      try {
        const list = JSON.parse(await text(await this.#get(path))) as List<T>;
        const objects = new Map(list.items.map((object) => [object.metadata.uid, object]));
        changed(list.items);
        const query = `watch=true&resourceVersion=${list.metadata.resourceVersion}&timeoutSeconds=240`;
        for await (const line of lines(await this.#get(`${path}?${query}`))) {
          const { type, object } = JSON.parse(line) as { readonly type: string; readonly object: T };
          if (type === 'ERROR') break;
          if (type === 'DELETED') objects.delete(object.metadata.uid);
          else objects.set(object.metadata.uid, object);
          changed([...objects.values()]);
        }
      } catch (error) {
        console.error(`${path}: ${error instanceof Error ? error.message : error}`);
      }
      await pause(200);
    }
  }

  #get(path: string): Promise<IncomingMessage> {
    return new Promise((done, failed) => {
      const sent = request(`${this.#server}${path}`, { agent: this.#agent, headers: this.#headers }, (response) => {
        if (response.statusCode === 200) done(response);
        else {
          response.resume();
          failed(new Error(`answered ${response.statusCode}`));
        }
      });
      // A connection to a machine that is gone is not told so; a watch lasts less than this by itself.
      sent.setTimeout(270_000, () => sent.destroy(new Error('silent')));
      sent.once('error', failed).end();
    });
  }
}

async function text(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Fails where the connection breaks, which readline would wait out for ever. */
async function* lines(response: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const parts = (rest + (chunk as string)).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}

interface List<T> {
  readonly metadata: { readonly resourceVersion: string };
  readonly items: readonly T[];
}

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly { readonly name: string; readonly context: { cluster: string; user: string } }[];
  readonly clusters: readonly {
    readonly name: string;
    readonly cluster: Record<string, unknown> & { server: string };
  }[];
  readonly users: readonly { readonly name: string; readonly user: Record<string, unknown> & { token?: string } }[];
}
