import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a stand-in does to one model. */
export interface Misbehaviour {
  /** Status and text of the answer to a load. */
  readonly refuseLoad?: { readonly status: number; readonly error: string };
  /** A load ends every connection, and the stand-in is away from then on. */
  readonly dieOfLoad?: true;
  /** Milliseconds that a load takes. Infinity: it hangs. */
  readonly loadTime?: number;
  /** Milliseconds that it goes on after an unload was answered. */
  readonly unloadTime?: number;
  /** Status of the answer to a request. */
  readonly infer?: number;
  /** What the model says of its inputs. */
  readonly inputs?: readonly object[];
}

/**
 * A stand-in for an inference server: it speaks the repository extension of the Open Inference Protocol as Triton does,
 * and faults when told, but predicts nothing. It looks into the folders that it is told to load: a model that has none,
 * or whose `config.pbtxt` has another name, is refused as Triton refuses it.
 */
export interface RepositoryServer {
  readonly port: number;
  readonly loaded: ReadonlyMap<string, 'READY' | 'LOADING' | 'UNLOADING'>;
  /** By name. */
  readonly misbehaviours: Map<string, Misbehaviour>;
  /** Method and path of each request since the last call. */
  readonly requests: () => readonly string[];
  /** Bodies of requests to models, since the last call. */
  readonly bodies: () => readonly object[];
  /** Makes models ready without a load, as a server does that serves what it is started with. */
  readonly serve: (...names: readonly string[]) => void;
  readonly stop: () => Promise<void>;
}

/** @param loading is told of each model before its load begins */
export async function startRepositoryServer(
  repository: string,
  loading: (name: string) => void = () => {},
): Promise<RepositoryServer> {
  const loaded = new Map<string, 'READY' | 'LOADING' | 'UNLOADING'>();
  const misbehaviours = new Map<string, Misbehaviour>();
  const seen: string[] = [];
  const bodies: object[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const after = (milliseconds: number, what: () => void) => {
    if (milliseconds === 0) return what();
    if (Number.isFinite(milliseconds)) timers.add(setTimeout(what, milliseconds));
  };

  const load = (name: string, response: ServerResponse) => {
    loading(name);
    const { refuseLoad, dieOfLoad, loadTime = 0 } = misbehaviours.get(name) ?? {};
    if (dieOfLoad) return die();
    const fault = refuseLoad ?? configFault(repository, name);
    if (!loaded.has(name)) loaded.set(name, 'LOADING');
    after(loadTime, () => {
      if (fault) {
        if (loaded.get(name) === 'LOADING') loaded.delete(name);
        return answer(response, fault.status, { error: fault.error });
      }
      loaded.set(name, 'READY');
      answer(response, 200);
    });
  };

  const unload = (name: string, response: ServerResponse) => {
    if (loaded.has(name)) loaded.set(name, 'UNLOADING');
    answer(response, 200);
    after(misbehaviours.get(name)?.unloadTime ?? 0, () => loaded.delete(name));
  };

  const index = (readyOnly: boolean) => {
    const names = new Set([...loaded.keys(), ...(existsSync(repository) ? readdirSync(repository) : [])]);
    return [...names]
      .filter((name) => !name.startsWith('.'))
      .map((name) => ({ name, version: '1', state: loaded.get(name) ?? 'UNAVAILABLE' }))
      .filter(({ state }) => !readyOnly || state === 'READY');
  };

  const die = () => {
    server.closeAllConnections();
    server.close();
  };

  const server = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const body = await read(request);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/v2/health/live') return answer(response, 200);
    if (pathname === '/v2/repository/index') return answer(response, 200, index(body['ready'] === true));
    const [, name = '', verb] = /^\/v2\/(?:repository\/)?models\/([^/]+)(?:\/(\w+))?$/.exec(pathname) ?? [];
    if (verb === 'load') return load(name, response);
    if (verb === 'unload') return unload(name, response);
    const { infer = 200, inputs = [] } = misbehaviours.get(name) ?? {};
    if (loaded.get(name) !== 'READY') return answer(response, 400, { error: `Request for unknown model: '${name}'` });
    if (verb === undefined) return answer(response, 200, { name, inputs });
    if (verb !== 'infer') return answer(response, 200);
    bodies.push(body);
    answer(response, infer, infer === 200 ? { model_name: name, outputs: [] } : { error: 'as told' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    loaded,
    misbehaviours,
    requests: () => seen.splice(0),
    bodies: () => bodies.splice(0),
    serve: (...names) => {
      for (const name of names) loaded.set(name, 'READY');
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer);
      die();
    },
  };
}

function configFault(repository: string, name: string): Misbehaviour['refuseLoad'] | undefined {
  const folder = join(repository, name);
  if (!existsSync(folder)) return { status: 400, error: `failed to load '${name}', no such model` };
  const config = join(folder, 'config.pbtxt');
  const named = existsSync(config) ? /^\s*name\s*:\s*"([^"]*)"/m.exec(readFileSync(config, 'utf8'))?.[1] : undefined;
  if (named === undefined || named === name) return undefined;
  return { status: 400, error: `failed to load '${name}', unexpected directory name, expected '${named}'` };
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function answer(response: ServerResponse, status: number, body?: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body && JSON.stringify(body));
}
