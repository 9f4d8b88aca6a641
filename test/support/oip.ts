import { join } from 'node:path';
import { type Client, credentials, loadPackageDefinition, Metadata, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { HostPort } from '../../src/ir/index.ts';
import { root } from './root.ts';

/** A gRPC client of the Open Inference Protocol, as users have one. */
export class GrpcClient {
  readonly #client: Stub;

  constructor({ host, port }: HostPort) {
    const definition = loadSync(join(root, 'test/support/open-inference.proto'), { keepCase: true, longs: Number });
    const { inference } = loadPackageDefinition(definition) as unknown as {
      inference: { GRPCInferenceService: new (target: string, how: unknown) => Stub };
    };
    this.#client = new inference.GRPCInferenceService(`${host}:${port}`, credentials.createInsecure());
  }

  /** Calls a method; a fault of the call is the answer's `code`. */
  call(method: string, message: object, headers: Readonly<Record<string, string>> = {}): Promise<GrpcReply> {
    const metadata = new Metadata();
    for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
    return new Promise((resolve) => {
      const deadline = new Date(Date.now() + 30_000);
      const stub = this.#client as unknown as Readonly<Record<string, Unary>>;
      stub[method]?.call(this.#client, message, metadata, { deadline }, (fault, reply) => {
        resolve(fault ? { code: fault.code, message: fault.details } : { code: 0, message: '', reply: reply ?? {} });
      });
    });
  }

  close(): void {
    this.#client.close();
  }
}

export interface GrpcReply {
  /** gRPC's status code; 0 is good. */
  readonly code: number;
  readonly message: string;
  readonly reply?: Readonly<Record<string, unknown>>;
}

type Stub = Client & object;

type Unary = (
  message: object,
  metadata: Metadata,
  options: object,
  done: (fault: ServiceError | null, reply?: Readonly<Record<string, unknown>>) => void,
) => void;

/** One tensor, as REST has it. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly datatype: string;
  readonly data: readonly number[];
}

const contentFields: Readonly<Record<string, string>> = {
  FP32: 'fp32_contents',
  FP64: 'fp64_contents',
  INT32: 'int_contents',
  INT64: 'int64_contents',
};

/** A tensor in the form of gRPC. */
export function grpcTensor({ name, shape, datatype, data }: Tensor): object {
  return { name, shape, datatype, contents: { [contentFields[datatype] ?? '']: data.flat(9) } };
}

/** The numbers of the first output. */
export function grpcNumbers({ reply }: GrpcReply): readonly number[] {
  const outputs = (reply?.['outputs'] ?? []) as readonly { readonly contents: Readonly<Record<string, number[]>> }[];
  return Object.values(outputs[0]?.contents ?? {}).flat();
}

/** The same of an answer over REST. */
export function restNumbers(text: string): readonly number[] {
  const { outputs } = JSON.parse(text) as { outputs: readonly Tensor[] };
  return outputs[0]?.data.flat(9) ?? [];
}
