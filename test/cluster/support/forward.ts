import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A port of a pod on loopback, by `kubectl port-forward`: past the NetworkPolicies, as an operator does it. */
export class Forward {
  readonly pod: string;
  readonly #namespace: string;
  readonly #port: number;
  #child: ChildProcess | undefined;
  #local: number | undefined;

  constructor(namespace: string, pod: string, port: number) {
    this.#namespace = namespace;
    this.pod = pod;
    this.#port = port;
  }

  /** What a path answers in JSON. Undefined: nothing, for now. */
  async json<T>(path: string): Promise<T | undefined> {
    try {
      const port = this.#local ?? (await this.#open());
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(5_000) });
      return response.ok ? ((await response.json()) as T) : undefined;
    } catch {
      this.close();
      return undefined;
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#local = undefined;
  }

  async #open(): Promise<number> {
    const args = ['port-forward', '--namespace', this.#namespace, `pod/${this.pod}`, `:${this.#port}`];
    const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child = child;
    const ended = once(child, 'exit');
    const said = once(createInterface(child.stdout), 'line') as Promise<[string]>;
    const [line] = await Promise.race([said, ended.then((): [string] => [''])]);
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(line) ?? [];
    if (port === undefined) throw new Error(`${this.pod} has no port ${this.#port} to forward`);
    this.#local = Number(port);
    return this.#local;
  }
}
