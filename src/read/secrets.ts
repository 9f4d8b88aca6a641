/** A stretch of text that looks like a credential. */
export interface Secret {
  readonly start: number;
  readonly end: number;
  /** What it looks like, in words that follow "this looks like". */
  readonly kind: string;
}

interface Pattern {
  /** What to look for; the rest is checked around each hit. */
  readonly needle: string;
  readonly kind: string;
  /** The stretch to hide for a hit at `at`, or undefined where it is none. */
  readonly match: (text: string, at: number) => readonly [start: number, end: number] | undefined;
}

const common: ReadonlySet<string> = new Set(['AKIA', 'ASIA', 'eyJ']);

const patterns: readonly Pattern[] = [
  token('an AWS access key', 'AKIA', 12, isAlphanumeric),
  token('an AWS access key', 'ASIA', 12, isAlphanumeric),
  token('a GitHub token', 'ghp_', 16, isWord),
  token('a GitHub token', 'gho_', 16, isWord),
  token('a GitHub token', 'ghu_', 16, isWord),
  token('a GitHub token', 'ghs_', 16, isWord),
  token('a GitHub token', 'ghr_', 16, isWord),
  token('a GitHub token', 'github_pat_', 16, isWord),
  token('a Google API key', 'AIza', 16, isTokenCharacter),
  token('a Slack token', 'xoxa-', 10, isTokenCharacter),
  token('a Slack token', 'xoxb-', 10, isTokenCharacter),
  token('a Slack token', 'xoxe.', 10, isTokenCharacter),
  token('a Slack token', 'xoxe-', 10, isTokenCharacter),
  token('a Slack token', 'xoxo-', 10, isTokenCharacter),
  token('a Slack token', 'xoxp-', 10, isTokenCharacter),
  token('a Slack token', 'xoxr-', 10, isTokenCharacter),
  token('a Slack token', 'xoxs-', 10, isTokenCharacter),
  token('a signed token (JWT)', 'eyJ', 16, isBase64),
  { kind: 'a private key', needle: 'PRIVATE KEY-----', match: privateKey },
  { kind: 'a user name or password in a URL', needle: '://', match: userinfo },
];

/**
 * Finds what looks like a credential, in order of place, none overlapping another. Time grows with the length of the
 * text alone: each pattern is a plain search for a fixed word, and what follows a hit is looked at once.
 */
export function findSecrets(text: string): readonly Secret[] {
  const found: Secret[] = [];
  for (const { needle, kind, match } of patterns) {
    for (let at = text.indexOf(needle); at !== -1; ) {
      const stretch = match(text, at);
      if (stretch !== undefined) found.push({ start: stretch[0], end: stretch[1], kind });
      at = text.indexOf(needle, Math.max(at + needle.length, stretch?.[1] ?? 0));
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((secret) => {
    const fresh = secret.start >= end;
    end = Math.max(end, secret.end);
    return fresh;
  });
}

/** The part of the text from `start` to `end`, with an asterisk for each character of a secret. Line breaks stay. */
export function masked(text: string, secrets: readonly Secret[], start = 0, end = text.length): string {
  let result = '';
  let at = start;
  for (let next = firstAfter(secrets, start); next < secrets.length && secrets[next]!.start < end; next++) {
    const secret = secrets[next]!;
    const from = Math.max(secret.start, at);
    const to = Math.min(secret.end, end);
    result += text.slice(at, from) + text.slice(from, to).replace(/[^\r\n]/g, '*');
    at = to;
  }
  return result + text.slice(at, end);
}

/** The index of the first secret that ends after an offset. */
function firstAfter(secrets: readonly Secret[], offset: number): number {
  let low = 0;
  let high = secrets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (secrets[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A prefix that goes on for at least `least` characters. One that chance makes in long encoded text counts only where a
 * word begins.
 */
function token(kind: string, prefix: string, least: number, goesOn: (code: number) => boolean): Pattern {
  const match: Pattern['match'] = (text, at) => {
    if (common.has(prefix) && isWord(text.charCodeAt(at - 1))) return undefined;
    let end = at + prefix.length;
    while (goesOn(text.charCodeAt(end))) end++;
    return end - at - prefix.length >= least ? [at, end] : undefined;
  };
  return { kind, needle: prefix, match };
}

/** From the line that begins the key to the one that ends it; without an end, all that follows. */
function privateKey(text: string, at: number): readonly [number, number] | undefined {
  const line = text.slice(Math.max(0, at - 40), at);
  const begin = line.lastIndexOf('-----BEGIN ');
  if (begin === -1) return undefined;
  const end = text.indexOf('PRIVATE KEY-----', at + 1);
  return [at - line.length + begin, end === -1 ? text.length : end + 'PRIVATE KEY-----'.length];
}

function userinfo(text: string, at: number): readonly [number, number] | undefined {
  if (!isWord(text.charCodeAt(at - 1))) return undefined;
  const start = at + 3;
  let sign = -1;
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === at64) sign = end;
    else if (endsAuthority(code)) break;
  }
  return sign > start ? [start, sign] : undefined;
}

const underscore = 0x5f;
const dash = 0x2d;
const dot = 0x2e;
const at64 = 0x40;

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isWord(code: number): boolean {
  return isAlphanumeric(code) || code === underscore;
}

function isTokenCharacter(code: number): boolean {
  return isWord(code) || code === dash;
}

/** Base64 in both its alphabets, and the dots of a JWT. */
function isBase64(code: number): boolean {
  return isTokenCharacter(code) || code === 0x2b || code === 0x2f || code === 0x3d || code === dot;
}

/** Whitespace, quotes, brackets, and what begins a path, query or fragment. */
function endsAuthority(code: number): boolean {
  return code <= 0x20 || '/?#"\'`<>[]{}|\\,'.includes(String.fromCharCode(code));
}
