import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { HostPort } from '../../src/ir/index.ts';
import { GrpcClient, grpcNumbers, grpcTensor, restNumbers, type Tensor } from './oip.ts';

/** What is asked again and again, and what may be answered: other versions give other numbers. */
export interface Asked {
  readonly model: string;
  readonly input: Tensor;
  /** Answers that are right at this moment; changed while the load runs. */
  expected: readonly (readonly number[])[];
}

/** The two ports of one gateway. */
export interface GatewayPorts {
  readonly http: HostPort;
  readonly grpc: HostPort;
}

export interface Failure {
  /** Seconds since the load began. */
  readonly at: number;
  readonly model: string;
  readonly way: string;
  readonly what: string;
}

/** How a model is named in a request. */
const ways = ['path', 'seldon-model', 'mm-model-id', 'grpc', 'grpc header'] as const;
type Way = (typeof ways)[number];

/**
 * Steady load over all models of a fleet, over REST and gRPC, in every way of naming a model. Connections are kept, as
 * clients keep them.
 */
export class SteadyLoad {
  readonly failures: Failure[] = [];
  answered = 0;
  readonly #ports: GatewayPorts;
  readonly #asked: readonly Asked[];
  readonly #started = performance.now();
  readonly #http = new Agent({ keepAlive: true, maxSockets: 4 });
  readonly #grpc: GrpcClient;
  readonly #workers: Promise<void>[];
  readonly #between: number;
  #running = true;
  #turn = 0;

  /**
   * @param workers requests in flight at once
   * @param between milliseconds that each waits between two
   */
  constructor(ports: GatewayPorts, asked: readonly Asked[], workers = 4, between = 0) {
    this.#between = between;
    this.#ports = ports;
    this.#grpc = new GrpcClient(ports.grpc);
    this.#asked = asked;
    this.#workers = Array.from({ length: workers }, () => this.#work());
  }

  /** Seconds since the load began. */
  get now(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** Requests that went wrong since the last time this was asked. */
  takeFailures(): readonly Failure[] {
    return this.failures.splice(0);
  }

  /** The same, alike ones together, for people to read. */
  takeSummary(): readonly string[] {
    return summaryOf(this.takeFailures());
  }

  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#workers);
    this.#http.destroy();
    this.#grpc.close();
  }

  async #work(): Promise<void> {
    while (this.#running) {
      const turn = this.#turn++;
      const asked = this.#asked[turn % this.#asked.length];
      const way = ways[Math.floor(turn / this.#asked.length) % ways.length];
      if (asked === undefined || way === undefined) return;
      const what = await this.#ask(asked, way, asked.expected);
      if (what === undefined) this.answered++;
      else {
        this.failures.push({ at: Math.round(this.now * 1000) / 1000, model: asked.model, way, what });
        // A fault that lasts must not fill memory.
        await pause(20);
      }
      if (this.#between > 0) await pause(this.#between);
    }
  }

  /** Undefined: answered right, by what was right before the request or is now. */
  async #ask(asked: Asked, way: Way, before: Asked['expected']): Promise<string | undefined> {
    const { model, input } = asked;
    let numbers: readonly number[];
    if (way === 'grpc' || way === 'grpc header') {
      const named = way === 'grpc' ? model : 'someone-else';
      const message = { model_name: named, inputs: [grpcTensor(input)] };
      const headers: Record<string, string> = way === 'grpc' ? {} : { 'seldon-model': model };
      const reply = await this.#grpc.call('ModelInfer', message, headers);
      if (reply.code !== 0) return `gRPC ${reply.code}: ${reply.message}`;
      numbers = grpcNumbers(reply);
    } else {
      const path = `/v2/models/${way === 'path' ? model : 'someone-else'}/infer`;
      const headers: Record<string, string> = way === 'path' ? {} : { [way]: model };
      const { status, text } = await post(this.#http, this.#ports.http, path, headers, { inputs: [input] });
      if (status !== 200) return `HTTP ${status}: ${text}`;
      numbers = restNumbers(text);
    }
    const right = [...before, ...asked.expected].some((expected) => isClose(expected, numbers));
    return right ? undefined : `answered ${numbers.join(' ')}`;
  }
}

/** Failures that are alike together, with when they were. */
export function summaryOf(failures: readonly Failure[]): readonly string[] {
  const alike = Map.groupBy(failures, ({ model, way, what }) => `${model} by ${way}: ${what.trim().slice(0, 200)}`);
  return [...alike].map(([what, all]) => `${all.length} × ${what} (${all[0]?.at}–${all.at(-1)?.at} s)`);
}

/**
 * Whether the answer had begun when its connection ended. No gateway can ask for such a request once more; who kills a
 * process on the way has to reckon with it.
 */
export function isCutOff({ what }: Failure): boolean {
  return what.includes(cutOff) || /RST_STREAM with code 2/.test(what);
}

const cutOff = 'cut off in the middle of the answer';

/** Equal but for the last digits, which float and double do not share. */
export function isClose(expected: readonly number[], numbers: readonly number[]): boolean {
  return (
    expected.length === numbers.length &&
    expected.every((value, i) => Math.abs(value - (numbers[i] ?? Number.NaN)) <= 1e-5 * Math.max(1, Math.abs(value)))
  );
}

function post(
  agent: Agent,
  { host, port }: HostPort,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const all = { 'content-type': 'application/json', ...headers };
    const outgoing = request({ host, port, path, method: 'POST', headers: all, agent, timeout: 30_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve({ status: 0, text: cutOff }));
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in 30 s')));
    outgoing.on('error', (error) => resolve({ status: 0, text: String(error) }));
    outgoing.end(JSON.stringify(body));
  });
}
