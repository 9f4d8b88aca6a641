import { connect } from 'node:net';
import { hostPortText } from '../../envoy/index.ts';
import type { HostPort } from '../../ir/index.ts';
import { placeOf, type SeenPod } from './handover/index.ts';

/** How often the pods whose streams broke are tried, and how long for an answer, in milliseconds. */
const every = 3_000;
const patience = 2_000;

/** How often in a row: a pod that refuses is gone, one that is silent may be slow, unless it was about to end. */
const refusals = 2;
const silences = 10;

/** Finds out which of the pods whose streams broke are gone, by connecting to where requests would go. */
export class LostPods {
  readonly #pods: () => readonly SeenPod[];
  readonly #gone: (pod: SeenPod) => void;
  /** By place: how near each is to being given up, at one. */
  #doubts = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(pods: () => readonly SeenPod[], gone: (pod: SeenPod) => void, pause = every) {
    this.#pods = pods;
    this.#gone = gone;
    const turn = async (): Promise<void> => {
      await this.#look();
      if (!this.#closed) this.#timer = setTimeout(() => void turn(), pause);
    };
    this.#timer = setTimeout(() => void turn(), pause);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const pods = this.#pods();
    const lost = pods.filter(({ connected }) => !connected);
    const heard = new Set(pods.filter(({ connected }) => connected).map(({ address }) => hostPortText(address)));
    // Addresses are given anew: what answers where another pod is now is that one.
    const answers = await Promise.all(
      lost.map(({ address }) => (heard.has(hostPortText(address)) ? 'refused' : tryPort(address))),
    );
    const doubts = new Map<string, number>();
    for (const [index, pod] of lost.entries()) {
      const answer = answers[index];
      const before = this.#doubts.get(placeOf(pod)) ?? 0;
      const enough = answer === 'refused' || pod.draining ? refusals : silences;
      const doubt = answer === 'there' ? 0 : before + 1 / enough;
      // Fractions do not quite add up to one.
      if (doubt > 0.999) this.#gone(pod);
      else doubts.set(placeOf(pod), doubt);
    }
    this.#doubts = doubts;
  }
}

function tryPort({ host, port }: HostPort): Promise<'there' | 'refused' | 'silent'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patience });
    const end = (answer: 'there' | 'refused' | 'silent'): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end('there'));
    socket.once('timeout', () => end('silent'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(isRefusal(error.code) ? 'refused' : 'silent'));
  });
}

function isRefusal(code: string | undefined): boolean {
  return code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH';
}
