import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../files.ts';
import { adminText } from './admin.ts';

/** A file that Envoy watches, and where its statistics say which version of it is accepted. */
export interface WatchedFile {
  /** Name in the folder of dynamic files. */
  readonly file: string;
  /** Prefix of the statistics of each subscription to it: `cluster.servers-http.`, `http.gateway-http.rds.gateway.`. */
  readonly statistics: readonly string[];
}

/** What a file is to hold, without its version: as `discoveryText` writes it or, where its name ends in `.pb`, `routeBytes`. */
export type Resources = string | Buffer;

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
  /** What Envoy has accepted last. */
  readonly #accepted = new Map<string, Buffer>();

  /**
   * @param folder of the dynamic files
   * @param admin the admin interface's unix socket
   */
  constructor(folder: string, admin: string) {
    this.#folder = folder;
    this.#admin = admin;
  }

  /** What is in a file now. Undefined: it is not there. */
  read(file: string): Buffer | undefined {
    try {
      return readFileSync(join(this.#folder, file));
    } catch {
      return undefined;
    }
  }

  /** Writes a file without waiting, as before Envoy starts. */
  write(file: string, resources: Resources): void {
    writeAtomically(join(this.#folder, file), versioned(resources).bytes);
  }

  /**
   * Writes a file and waits until Envoy has accepted or refused it, however long Envoy is away.
   */
  async apply({ file, statistics }: WatchedFile, resources: Resources, signal?: AbortSignal): Promise<Acceptance> {
    const { bytes, version } = versioned(resources);
    const before = await this.#state(statistics);
    const found = this.read(file);
    // What an earlier run has written, if that is what Envoy runs with.
    if (found !== undefined && !this.#accepted.has(file) && before && isOfVersion(found, before.version)) {
      this.#accepted.set(file, found);
    }
    if (before?.version !== version || !found?.equals(bytes)) {
      writeAtomically(join(this.#folder, file), bytes);
    }
    let failures = before?.failures ?? 0;
    for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
      signal?.throwIfAborted();
      const now = await this.#state(statistics);
      // An Envoy that started anew counts anew.
      if (now !== undefined && now.failures < failures) failures = 0;
      if (now !== undefined && now.failures > failures) {
        const last = this.#accepted.get(file);
        if (last !== undefined) writeAtomically(join(this.#folder, file), last);
        return { rejected: `Envoy refused ${file}` };
      }
      if (now?.version === version) {
        this.#accepted.set(file, bytes);
        return 'accepted';
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #state(statistics: readonly string[]): Promise<SubscriptionState | undefined> {
    const prefixes = statistics.map(literal).join('|');
    const text = await adminText(this.#admin, `/stats?filter=${encodeURIComponent(`^(${prefixes})(version|update)`)}`);
    return text === undefined ? undefined : readState(text, statistics);
  }
}

interface SubscriptionState {
  /** Empty where the subscriptions to one file do not agree yet. */
  readonly version: string;
  readonly failures: number;
}

/** A file without a resource is no failure to Envoy: it keeps what it has. */
const failureStatistics = ['update_rejected', 'update_failure', 'update_empty'];

function readState(text: string, statistics: readonly string[]): SubscriptionState {
  const versions = new Map<string, string>();
  let failures = 0;
  for (const line of text.split('\n')) {
    const [name = '', value = ''] = line.split(': ');
    const prefix = statistics.find((one) => name.startsWith(one));
    if (prefix === undefined) continue;
    const statistic = name.slice(prefix.length);
    if (statistic === 'version_text') versions.set(prefix, value.trim().replace(/^"|"$/g, ''));
    if (failureStatistics.includes(statistic)) failures += Number(value);
  }
  const [first = ''] = versions.values();
  const agree = versions.size === statistics.length && [...versions.values()].every((version) => version === first);
  return { version: agree ? first : '', failures };
}

/** A file says which version it is: the hash of what it says. */
function versioned(resources: Resources): { readonly bytes: Buffer; readonly version: string } {
  const version = hash('sha256', resources).slice(0, versionDigits);
  if (typeof resources === 'string') {
    return { bytes: Buffer.from(`{"version_info":"${version}",${resources.slice(1)}`), version };
  }
  return {
    bytes: Buffer.concat([Buffer.from([versionInfo, versionDigits]), Buffer.from(version), resources]),
    version,
  };
}

const versionDigits = 16;

function isOfVersion(bytes: Buffer, version: string): boolean {
  return version.length === versionDigits && bytes.subarray(0, 3 * versionDigits).includes(version);
}

/** Tag of DiscoveryResponse's field 1, `version_info`, which is text. */
const versionInfo = 0x0a;

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
