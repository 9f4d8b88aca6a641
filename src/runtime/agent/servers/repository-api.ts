import { isObject, type Json, type JsonObject } from '../../../ir/index.ts';
import { HttpClient, type NoAnswer } from './http-client.ts';
import type { ServerFault } from './server.ts';

/** Seconds for a question that costs the server nothing. */
const quick = 10;

/** Most of a server's words that a reason quotes. */
const longestQuote = 500;

/** The Open Inference Protocol over REST with its repository extension, as servers really speak it. */
export class RepositoryApi {
  readonly #client: HttpClient;
  readonly #livePath: string;
  readonly #loadTimeout: number;

  /** @param loadTimeout in seconds */
  constructor(port: number, livePath: string, loadTimeout: number) {
    this.#client = new HttpClient(port);
    this.#livePath = livePath;
    this.#loadTimeout = loadTimeout;
  }

  async live(): Promise<boolean> {
    const answer = await this.#client.ask('GET', this.#livePath, quick);
    return 'status' in answer && answer.status === 200;
  }

  /** States by name: the best of a model's versions. Undefined: it could not be asked. */
  async index(readyOnly: boolean): Promise<ReadonlyMap<string, string> | undefined> {
    const answer = await this.#client.ask('POST', '/v2/repository/index', quick, readyOnly ? '{"ready":true}' : '{}');
    if ('noAnswer' in answer || answer.status !== 200) return undefined;
    const items = parse(answer.body);
    if (!Array.isArray(items)) return undefined;
    const states = new Map<string, string>();
    for (const item of items) {
      if (!isObject(item) || typeof item['name'] !== 'string') continue;
      const state = typeof item['state'] === 'string' ? item['state'] : '';
      if (states.get(item['name']) !== 'READY') states.set(item['name'], state);
    }
    return states;
  }

  /** Whether the model would answer. Undefined: it could not be asked. */
  async ready(name: string): Promise<boolean | undefined> {
    const answer = await this.#client.ask('GET', `${modelPath(name)}/ready`, quick);
    return 'noAnswer' in answer ? undefined : answer.status === 200;
  }

  async load(name: string): Promise<ServerFault | undefined> {
    const answer = await this.#client.order(
      `/v2/repository/models/${encodeURIComponent(name)}/load`,
      this.#loadTimeout,
      '{}',
    );
    if ('noAnswer' in answer) return fromNoAnswer(answer, 'load');
    if (answer.status === 200) return undefined;
    const said = quote(answer.body);
    return {
      kind: isRefusal(answer.status) ? 'model' : 'passing',
      reason: `the server refused to load it (${answer.status})${said && `: ${said}`}`,
    };
  }

  /** One that is not loaded is as good as unloaded. */
  async unload(name: string): Promise<ServerFault | undefined> {
    const answer = await this.#client.order(
      `/v2/repository/models/${encodeURIComponent(name)}/unload`,
      this.#loadTimeout,
      '{}',
    );
    // What has died holds no model.
    if ('noAnswer' in answer) return answer.noAnswer === 'refused' ? undefined : fromNoAnswer(answer, 'unload');
    if (answer.status === 200 || answer.status === 404) return undefined;
    const said = quote(answer.body);
    return { kind: 'passing', reason: `the server refused to unload it (${answer.status})${said && `: ${said}`}` };
  }

  /** The model's own description. Undefined: it has none, or the server does not answer. */
  async metadata(name: string): Promise<JsonObject | undefined> {
    const answer = await this.#client.ask('GET', modelPath(name), quick);
    const found = 'status' in answer && answer.status === 200 ? parse(answer.body) : undefined;
    return isObject(found) ? found : undefined;
  }

  /** Asks for the model's readiness, where no request can be made up. */
  async warm(name: string): Promise<ServerFault | undefined> {
    const answer = await this.#client.ask('GET', `${modelPath(name)}/ready`, quick);
    if ('noAnswer' in answer) return fromNoAnswer(answer, 'say whether it can answer for');
    if (answer.status === 200) return undefined;
    return { kind: 'passing', reason: `the server says that it is not ready (${answer.status})` };
  }

  /** Any answer is one, but that of a fault in the server. */
  async infer(name: string, request: JsonObject): Promise<ServerFault | undefined> {
    const body = JSON.stringify(request);
    const answer = await this.#client.order(`${modelPath(name)}/infer`, this.#loadTimeout, body);
    if ('noAnswer' in answer) return fromNoAnswer(answer, 'answer a first request to');
    // A model may not bear zeros, and say so by a 500: it has answered all the same.
    if (answer.status <= 500) return undefined;
    const said = quote(answer.body);
    return {
      kind: 'passing',
      reason: `a first request, all zeros, was answered with ${answer.status}${said && `: ${said}`}`,
    };
  }
}

function modelPath(name: string): string {
  return `/v2/models/${encodeURIComponent(name)}`;
}

/** Whether the same request would be refused again: the server understood it, and is neither busy nor without the folder. */
function isRefusal(status: number): boolean {
  return status === 500 || (status >= 400 && status < 500 && ![404, 408, 429].includes(status));
}

function fromNoAnswer({ noAnswer, reason }: NoAnswer, what: string): ServerFault {
  return { kind: noAnswer === 'lost' ? 'server' : 'passing', reason: `the server did not ${what} it: ${reason}` };
}

/** What a server said, in one line. */
function quote(body: string): string {
  const said = parse(body);
  const text = isObject(said) && typeof said['error'] === 'string' ? said['error'] : body;
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}

function parse(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}
