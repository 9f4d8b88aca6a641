import { request as plainRequest } from 'node:http';
import { connect } from 'node:http2';
import { request as tlsRequest } from 'node:https';
import type { HostPort } from '../../src/ir/index.ts';
import type { Echo } from './serving.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The text, where it is what a stand-in says. */
  readonly echo: Echo;
}

export interface Call {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** One request over HTTP/1.1. */
export function callHttp({ host, port }: HostPort, tls: boolean, call: Call): Promise<Answer> {
  const request = tls ? tlsRequest : plainRequest;
  const body = call.body ?? Buffer.from('{}');
  const method = call.method ?? 'POST';
  const options = { host, port, path: call.path, method, headers: call.headers ?? {}, agent: false };
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...options, ...(tls && { rejectUnauthorized: false }) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text, echo: echoOf(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'GET' ? undefined : body);
  });
}

function echoOf(text: string): Echo {
  return text.startsWith('{"pod"') ? JSON.parse(text) : { pod: '', path: '', headers: {}, length: -1 };
}

export interface GrpcAnswer {
  readonly status: number;
  readonly message: string;
  readonly pod: string;
  /** The message that came back, without its frame. */
  readonly body: Buffer;
}

export interface GrpcCall {
  readonly method: string;
  readonly message: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes that are sent at a time. Absent: all at once. */
  readonly pieces?: number;
}

/** One unary call. */
export function callGrpc({ host, port }: HostPort, tls: boolean, call: GrpcCall): Promise<GrpcAnswer> {
  const frame = Buffer.concat([Buffer.alloc(5), call.message]);
  frame.writeUInt32BE(call.message.length, 1);
  return new Promise((resolve, reject) => {
    const session = connect(`${tls ? 'https' : 'http'}://${host}:${port}`, { rejectUnauthorized: false });
    session.on('error', reject);
    const stream = session.request({
      ':method': 'POST',
      ':path': `/inference.GRPCInferenceService/${call.method}`,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...call.headers,
    });
    const said: Record<string, unknown> = {};
    const chunks: Buffer[] = [];
    stream.on('response', (headers) => Object.assign(said, headers));
    stream.on('trailers', (trailers) => Object.assign(said, trailers));
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', reject);
    stream.on('end', () => {
      session.close();
      resolve({
        status: Number(said['grpc-status']),
        message: String(said['grpc-message'] ?? ''),
        pod: String(said['x-pod'] ?? ''),
        body: Buffer.concat(chunks).subarray(5),
      });
    });
    const { pieces = frame.length } = call;
    const send = (from: number): void => {
      if (from >= frame.length) stream.end();
      else stream.write(frame.subarray(from, from + pieces), () => setImmediate(send, from + pieces));
    };
    send(0);
  });
}
