import { readFileSync } from 'node:fs';
import { type HostPort, isObject, type Json, type WitnessSettings } from '../../ir/index.ts';
import { ports } from '../../names/index.ts';
import { processLog } from '../log.ts';
import { keepHeapSmall } from '../small-heap.ts';
import { namesByDns, namesByFile } from '../stream/index.ts';
import { Witness } from './witness.ts';

/** Where a witness lives, and what it reads. */
export interface WitnessPlace {
  /** File of `WitnessSettings`. */
  readonly settings: string;
  /** Folder of the gateway's mounted plan. */
  readonly plan: string;
  /** File of a JSON list of routers' streams. Absent: DNS names them. */
  readonly routers?: string | undefined;
  /** Where probes and page are answered. Absent: on every address, at the witness's port. */
  readonly listen?: HostPort | undefined;
}

/**
 * Runs the witness until it is told to end.
 *
 * @returns the exit code: 0 after SIGTERM or SIGINT, 1 where it cannot start, which its log says
 */
export async function runWitness({ settings: file, plan, routers, listen }: WitnessPlace): Promise<number> {
  keepHeapSmall();
  const log = processLog('witness');
  const settings = readSettings(file);
  if (typeof settings === 'string') {
    log('cannot start', { reason: settings });
    return 1;
  }
  const { host, port } = settings.gateway;
  const witness = new Witness({
    settings,
    plan,
    log,
    names: routers === undefined ? namesByDns(host, port) : namesByFile(routers),
    listen: listen ?? { host: '0.0.0.0', port: ports.witness.port },
  });
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  try {
    await witness.start();
  } catch (error) {
    await witness.close();
    log('cannot start', { reason: error instanceof Error ? error.message : String(error) });
    return 1;
  }
  await told;
  await witness.close();
  return 0;
}

/** The settings, or why they cannot be used. */
function readSettings(file: string): WitnessSettings | string {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Json;
    const gateway = isObject(value) ? value['gateway'] : undefined;
    const isGood =
      isObject(value) &&
      value['version'] === 1 &&
      typeof value['environment'] === 'string' &&
      Number.isSafeInteger(value['planShards']) &&
      isObject(gateway) &&
      typeof gateway['host'] === 'string' &&
      Number.isSafeInteger(gateway['port']);
    return isGood ? (value as unknown as WitnessSettings) : `${file} holds no settings of a witness`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
