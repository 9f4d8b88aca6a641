import type { Program } from '../processes/supervised.ts';

/** Envoy as it runs in a pod. `concurrency` is its number of threads. */
export function envoyProgram(
  envoy: string,
  bootstrap: string,
  concurrency: number,
  place: Pick<Program, 'folder' | 'log' | 'env'>,
): Program {
  return {
    ...place,
    role: 'envoy',
    command: [
      envoy,
      '--config-path',
      bootstrap,
      '--reject-unknown-dynamic-fields',
      '--disable-hot-restart',
      '--log-level',
      'warn',
      '--concurrency',
      String(concurrency),
    ],
  };
}
