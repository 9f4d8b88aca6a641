import type { CopyStatus, PodStatus } from '../../ir/index.ts';

/**
 * Makes equal texts in statuses the same text: each model's names come with every status of each of its pods, and times
 * with every copy. What no status holds any more is forgotten from time to time.
 */
export class NamesOnce {
  #texts = new Map<string, string>();
  #statuses = 0;

  of<Status extends Pick<PodStatus, 'copies'>>(status: Status): Status {
    // Names of models that are long gone would stay for ever.
    if (++this.#statuses % forgetAfter === 0) this.#texts = new Map();
    return { ...status, copies: status.copies.map((copy) => this.#copy(copy)) };
  }

  #copy(copy: CopyStatus): CopyStatus {
    return {
      ...copy,
      model: this.#once(copy.model),
      physical: this.#once(copy.physical),
      since: this.#once(copy.since),
    };
  }

  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

const forgetAfter = 10_000;
