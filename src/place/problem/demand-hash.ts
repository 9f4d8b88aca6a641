import type { ProblemModel } from '../../ir/index.ts';

/** Two odd multipliers that spread the bits of what they multiply (fractions of the golden ratio and of √3). */
const MIX_A = 0x9e3779b1;
const MIX_B = 0xbb67ae85;

/**
 * Short hashes of what the solver is asked for a model: another hash means that the model changed and may move. Name
 * and load do not count, nor does the order of what it requires. 48 bits are enough, since two demands of the same
 * model meet by chance once in 2^48, and all that would follow is that a model which still fits stays.
 */
export class DemandHasher {
  /** Words come again and again. */
  readonly #words = new Map<string, readonly [number, number]>();
  #a = 0;
  #b = 0;

  hash(model: ProblemModel): string {
    this.#a = 1;
    this.#b = 2;
    this.#number(model.memory);
    this.#number(model.peak);
    this.#number(model.gpuMemory);
    this.#number(model.gpuPeak);
    this.#number(model.disk);
    this.#number(model.replicas.min);
    this.#number(model.replicas.max);
    this.#number((model.residency === 'always' ? 1 : 0) + (model.update === 'surge' ? 2 : 0));
    if (model.server !== null) this.#mix(...this.#word(model.server));
    this.#number(model.server === null ? 0 : 1);
    // A sum, so that the order of the words does not matter.
    let [a, b] = [0, 0];
    for (const word of model.requires) {
      const known = this.#word(word);
      a = (a + known[0]) >>> 0;
      b = (b + known[1]) >>> 0;
    }
    this.#mix(a, b);
    this.#number(model.requires.length);
    return hex(this.#a) + hex(this.#b);
  }

  #word(text: string): readonly [number, number] {
    const known = this.#words.get(text);
    if (known) return known;
    const [outerA, outerB] = [this.#a, this.#b];
    [this.#a, this.#b] = [3, 4];
    for (let i = 0; i < text.length; i++) this.#number(text.charCodeAt(i));
    this.#number(text.length);
    const made = [this.#a >>> 0, this.#b >>> 0] as const;
    [this.#a, this.#b] = [outerA, outerB];
    this.#words.set(text, made);
    return made;
  }

  #number(value: number): void {
    this.#mix(value | 0, value | 0);
  }

  #mix(a: number, b: number): void {
    this.#a = turn(Math.imul(this.#a ^ a, MIX_A));
    this.#b = turn(Math.imul(this.#b + b, MIX_B) ^ this.#a);
  }
}

/** Brings the high bits down, where the next multiplication spreads them again. */
function turn(bits: number): number {
  return bits ^ (bits >>> 15);
}

/** 24 bits as six digits. */
function hex(bits: number): string {
  return (((bits ^ (bits >>> 24)) & 0xffffff) | 0x1000000).toString(16).slice(1);
}
