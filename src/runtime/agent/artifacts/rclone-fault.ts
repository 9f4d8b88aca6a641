import { isObject } from '../../../ir/index.ts';
import type { ArtifactFault } from './artifacts.ts';

/** What is known of a run of rclone that failed. */
export interface FailedRun {
  /** What it wrote to its log, one JSON a line. */
  readonly log: string;
  /** Why it could not be started. */
  readonly error: NodeJS.ErrnoException | undefined;
  readonly program: string;
  /** What was asked for. */
  readonly path: string;
  readonly store: string;
  /** Texts that are not to be repeated. */
  readonly secrets: readonly string[];
}

const longestQuote = 300;

/** The kinds of faults, by what stores and rclone say of them; the first that fits counts. */
const kinds: readonly { readonly says: RegExp; readonly reason: (run: FailedRun, said: string) => string }[] = [
  { says: /no space left on device|disk quota exceeded/i, reason: () => 'the disk is full' },
  {
    says: /max transfer limit|max-transfer/i,
    reason: ({ path }) => `${path} has grown beyond the room that there is for it`,
  },
  {
    says: /SignatureDoesNotMatch|InvalidAccessKeyId|AccessDenied|InvalidToken|ExpiredToken|AuthorizationFailure|AuthenticationFailed|Unauthorized|Forbidden|StatusCode: 40[13]\b|\b40[13] |NoAuth|missing credentials|invalid_grant/i,
    reason: ({ store }, said) => `store ${store} refuses the credentials: ${said}`,
  },
  {
    says: /directory not found|object not found|NoSuchBucket|NoSuchKey|ContainerNotFound|bucket doesn't exist|StatusCode: 404|\b404\b/i,
    reason: ({ path, store }) => `there is nothing at ${path} in store ${store}`,
  },
  {
    says: /corrupted on transfer|unexpected EOF|hash differ|size mismatch|sizes differ/i,
    reason: (_, said) => `what arrived is not what the store has: ${said}`,
  },
];

/** Why a fetch failed, with no secret in it. None of these is final: buckets fill, Secrets are renewed. */
export function faultOf(run: FailedRun): ArtifactFault {
  if (run.error) {
    const missing = run.error.code === 'ENOENT' || run.error.code === 'EACCES';
    const reason = missing
      ? `rclone, which fetches artifacts, is missing: ${run.program} cannot be run`
      : `rclone cannot be run: ${run.error.code ?? 'unknown fault'}`;
    return { reason, terminal: false };
  }
  const messages = run.log
    .split('\n')
    .map(messageOf)
    .filter((message) => message !== '');
  const all = messages.join(' ');
  const said = scrub(messages.at(-1) ?? 'it does not say why', run.secrets);
  const kind = kinds.find(({ says }) => says.test(all));
  return { reason: kind ? kind.reason(run, said) : `store ${run.store} cannot be read: ${said}`, terminal: false };
}

function messageOf(line: string): string {
  try {
    const parsed: unknown = JSON.parse(line);
    return isObject(parsed) && typeof parsed['msg'] === 'string' ? parsed['msg'] : '';
  } catch {
    return line.trim();
  }
}

/** One line, with no secret, no query and no user of a URL in it. */
function scrub(text: string, secrets: readonly string[]): string {
  let clean = text.replaceAll(/\s+/g, ' ');
  // A line of a secret is one too. Longer ones first: one may begin as another.
  const lines = secrets.flatMap((secret) => secret.split('\n').map((line) => line.trim()));
  const parts = [...new Set(lines.map((line) => line.replaceAll(/\s+/g, ' ')))].filter((line) => line.length >= 4);
  for (const secret of parts.sort((a, b) => b.length - a.length))
    clean = clean.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…');
  clean = clean.replaceAll(/(\w+:\/\/)[^\s/@]+@/g, '$1…@').replaceAll(/\?[^\s"]*/g, '?…');
  return clean.length > longestQuote ? `${clean.slice(0, longestQuote)}…` : clean;
}
