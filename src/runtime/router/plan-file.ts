import { readFileSync } from 'node:fs';
import { isObject, type RoutedModel } from '../../ir/index.ts';
import { writeAtomically } from '../files.ts';

/** A complete plan of the gateway. */
export interface GoodPlan {
  readonly digest: string;
  readonly entries: readonly RoutedModel[];
}

/** The last good plan, kept so that a router that starts while the mounted one is torn goes on. */
export class PlanFile {
  readonly #path: string;
  readonly #environment: string;

  constructor(path: string, environment: string) {
    this.#path = path;
    this.#environment = environment;
  }

  /** Undefined: there is none, or it is damaged or of another environment. */
  read(): GoodPlan | undefined {
    try {
      const value: unknown = JSON.parse(readFileSync(this.#path, 'utf8'));
      if (!isObject(value) || value['version'] !== 1 || value['environment'] !== this.#environment) return undefined;
      const { digest, entries } = value;
      if (typeof digest !== 'string' || !Array.isArray(entries)) return undefined;
      return { digest, entries: entries as unknown as readonly RoutedModel[] };
    } catch {
      return undefined;
    }
  }

  write({ digest, entries }: GoodPlan): void {
    writeAtomically(this.#path, JSON.stringify({ version: 1, environment: this.#environment, digest, entries }));
  }
}
