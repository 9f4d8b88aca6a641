import type { Http2Session } from 'node:http2';

/** How often the other end is asked whether it is there, and after how long without an answer it is not; milliseconds. */
export interface KeepAlive {
  readonly every: number;
  readonly patience: number;
}

const usualKeepAlive: KeepAlive = { every: 5_000, patience: 10_000 };

/** Ends a session whose other end does not answer pings, as where its machine is gone without a word. */
export function keepAlive(session: Http2Session, { every, patience }: KeepAlive = usualKeepAlive): void {
  let heard = performance.now();
  const timer = setInterval(() => {
    if (session.destroyed) return;
    if (performance.now() - heard > patience) {
      session.destroy(new Error('the other end does not answer'));
      return;
    }
    try {
      session.ping((error) => {
        if (error === null) heard = performance.now();
      });
    } catch {
      // Too many pings are on their way, or the session is ending: the next turn sees.
    }
  }, every);
  timer.unref();
  session.once('close', () => clearInterval(timer));
}
