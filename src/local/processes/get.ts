import { get } from 'node:http';
import type { HostPort } from '../../ir/index.ts';

/** What a plain port answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Asks a plain port of a pod. Undefined: there was no whole answer in time, or nobody listens.
 *
 * @param patience in milliseconds
 */
export function getPlain({ host, port }: HostPort, path: string, patience: number, signal?: AbortSignal) {
  return new Promise<Answer | undefined>((resolve) => {
    const limit = AbortSignal.timeout(patience);
    const asked = get(
      { host, port, path, agent: false, signal: signal ? AbortSignal.any([signal, limit]) : limit },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', () => resolve(undefined));
      },
    );
    asked.on('error', () => resolve(undefined));
  });
}

/** Waits until a plain port answers 200. False: it was given up. */
export async function untilAnswered(at: HostPort, path: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if ((await getPlain(at, path, 5_000, signal))?.status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
