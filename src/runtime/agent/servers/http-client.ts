import { Agent, request } from 'node:http';

/** What the inference server answered. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** Why there is no answer. `refused`: nothing listens; `lost`: the connection ended; `slow`: it was given up. */
export interface NoAnswer {
  readonly noAnswer: 'refused' | 'lost' | 'slow';
  readonly reason: string;
}

/** Most of an answer that is read, in bytes: the metrics of ten thousand models are some of them. */
const longestAnswer = 64 * 1024 * 1024;

/** Requests to the server on loopback. None of these throws. */
export class HttpClient {
  readonly #port: number;
  // Idle connections are dropped before the servers drop them.
  readonly #agent = new Agent({ keepAlive: true, keepAliveMsecs: 1000, timeout: 2000, maxSockets: 4 });

  constructor(port: number) {
    this.#port = port;
  }

  /**
   * A question, which may be asked twice.
   *
   * @param timeout in seconds, for the whole answer
   */
  async ask(method: 'GET' | 'POST', path: string, timeout: number, body?: string): Promise<HttpAnswer | NoAnswer> {
    const first = await this.#send(method, path, timeout, body, false);
    // The server had closed the idle connection just then, or died: a connection of its own tells which.
    return first === 'stale' ? this.order(path, timeout, body, method) : first;
  }

  /** What is done once, over a connection of its own: where that is lost, the server went away while it did it. */
  async order(path: string, timeout: number, body?: string, method = 'POST'): Promise<HttpAnswer | NoAnswer> {
    const answer = await this.#send(method, path, timeout, body, true);
    return answer === 'stale' ? { noAnswer: 'lost', reason: 'the connection was lost' } : answer;
  }

  #send(
    method: string,
    path: string,
    timeout: number,
    body: string | undefined,
    fresh: boolean,
  ): Promise<HttpAnswer | NoAnswer | 'stale'> {
    return new Promise((resolve) => {
      const sent = request({
        host: '127.0.0.1',
        port: this.#port,
        method,
        path,
        agent: fresh ? false : this.#agent,
        headers:
          body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      const giveUp = (reason: string) => {
        end({ noAnswer: 'slow', reason });
        sent.destroy();
      };
      const timer = setTimeout(() => giveUp(`no answer within ${timeout} s`), timeout * 1000);
      // The agent's own timeout is for idle connections: one that is in use may be silent for as long as a load lasts.
      sent.on('socket', (socket) => socket.setTimeout(0));
      const end = (result: HttpAnswer | NoAnswer | 'stale') => {
        clearTimeout(timer);
        resolve(result);
      };
      const fail = (error: Error & { code?: string }, answered: boolean) => {
        if (error.code === 'ECONNREFUSED') return end({ noAnswer: 'refused', reason: 'it does not listen' });
        if (sent.reusedSocket && !fresh && !answered) return end('stale');
        end({ noAnswer: 'lost', reason: `the connection was lost: ${error.message}` });
      };
      sent.on('error', (error) => fail(error, false));
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > longestAnswer) giveUp(`the answer is longer than ${longestAnswer} bytes`);
          else chunks.push(chunk);
        });
        response.on('error', (error) => fail(error, true));
        response.on('end', () => end({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      });
      sent.end(body);
    });
  }
}
