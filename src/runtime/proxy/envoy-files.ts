import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../ir/index.ts';
import { writeAtomically } from '../files.ts';
import { adminText } from './admin.ts';

/** A file that Envoy watches, and where its statistics say which version of it is accepted. */
export interface WatchedFile {
  /** Name in the folder of dynamic files. */
  readonly file: string;
  /** Prefix of the statistics of its subscription: `cluster.servers-http.`, `http.gateway-http.rds.gateway-http.`. */
  readonly statistics: string;
}

/** How Envoy took a file. */
export type Acceptance = 'accepted' | { readonly rejected: string };

/** How often Envoy is asked, in milliseconds: at first, and at most. */
const firstPause = 5;
const longestPause = 250;

/**
 * Writes files that one Envoy watches, and finds out whether it took them. What it refuses is taken back, so that an
 * Envoy that starts anew finds what the last one ran with.
 */
export class EnvoyFiles {
  readonly #folder: string;
  readonly #admin: string;
  /** Texts that Envoy has accepted last. */
  readonly #accepted = new Map<string, string>();

  /**
   * @param folder of the dynamic files
   * @param admin the admin interface's unix socket
   */
  constructor(folder: string, admin: string) {
    this.#folder = folder;
    this.#admin = admin;
  }

  /** What is in a file now. Undefined: it is not there. */
  read(file: string): string | undefined {
    try {
      return readFileSync(join(this.#folder, file), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** Writes a file without waiting, as before Envoy starts. */
  write(file: string, resources: string): void {
    writeAtomically(join(this.#folder, file), versioned(resources));
  }

  /**
   * Writes a file and waits until Envoy has accepted or refused it, however long Envoy is away.
   *
   * @param resources as `discoveryText` writes it
   */
  async apply({ file, statistics }: WatchedFile, resources: string, signal?: AbortSignal): Promise<Acceptance> {
    const text = versioned(resources);
    const version = versionOf(text);
    const before = await this.#state(statistics);
    if (before?.version !== version || this.read(file) !== text) {
      writeAtomically(join(this.#folder, file), text);
    }
    let failures = before?.failures ?? 0;
    for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
      signal?.throwIfAborted();
      const now = await this.#state(statistics);
      // An Envoy that started anew counts anew.
      if (now !== undefined && now.failures < failures) failures = 0;
      if (now?.version === version) {
        this.#accepted.set(file, text);
        return 'accepted';
      }
      if (now !== undefined && now.failures > failures) {
        const last = this.#accepted.get(file);
        if (last !== undefined) writeAtomically(join(this.#folder, file), last);
        return { rejected: `Envoy refused ${file}` };
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #state(statistics: string): Promise<SubscriptionState | undefined> {
    const text = await adminText(this.#admin, `/stats?filter=${encodeURIComponent(`^${literal(statistics)}`)}`);
    return text === undefined ? undefined : readState(text, statistics);
  }
}

interface SubscriptionState {
  readonly version: string;
  readonly failures: number;
}

function readState(text: string, statistics: string): SubscriptionState {
  let version = '';
  let failures = 0;
  for (const line of text.split('\n')) {
    const [name = '', value = ''] = line.split(': ');
    if (name === `${statistics}version_text`) version = value.trim().replace(/^"|"$/g, '');
    if (name === `${statistics}update_rejected` || name === `${statistics}update_failure`) failures += Number(value);
  }
  return { version, failures };
}

/** A file says which version it is: the hash of what it says. */
function versioned(resources: string): string {
  return `{"version_info":"${sha256(resources, 16)}",${resources.slice(1)}`;
}

function versionOf(text: string): string {
  return text.slice('{"version_info":"'.length, '{"version_info":"'.length + 16);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
