import { readFileSync } from 'node:fs';
import { isObject, type PodStatus } from '../../ir/index.ts';
import { writeAtomically } from '../files.ts';
import { readStatus } from '../stream/index.ts';
import { isRoutable, type SeenPod } from './handover/index.ts';

/**
 * What pods said last, kept so that a router that starts anew knows whom the routes lead to that its Envoy still has:
 * until it hears of them, they are as pods whose streams broke.
 */
export class PodsFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Empty: there is none, or it is damaged. */
  read(): readonly PodStatus[] {
    try {
      const value: unknown = JSON.parse(readFileSync(this.#path, 'utf8'));
      if (!isObject(value) || value['version'] !== 1 || !Array.isArray(value['pods'])) return [];
      return value['pods'].flatMap((pod) => readStatus(JSON.stringify(pod)) ?? []);
    } catch {
      return [];
    }
  }

  write(pods: readonly SeenPod[]): void {
    const kept = pods.map(({ released: _, connected: __, ...pod }) => ({
      ...pod,
      copies: pod.copies.filter((status) => isRoutable({ status })),
    }));
    writeAtomically(this.#path, JSON.stringify({ version: 1, pods: kept }));
  }
}
