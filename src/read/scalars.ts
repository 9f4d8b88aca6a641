/** What a plain scalar says by the core schema of YAML 1.2, or why it cannot be held. */
export type Resolved = string | number | boolean | null | NumberFault;

/** A number that a double cannot hold; `reason` completes "this number …". */
export interface NumberFault {
  readonly reason: 'tooLarge' | 'overflow' | 'notFinite';
}

const faults = {
  tooLarge: { reason: 'tooLarge' },
  overflow: { reason: 'overflow' },
  notFinite: { reason: 'notFinite' },
} as const satisfies Record<string, NumberFault>;

/**
 * Resolves a plain scalar by the core schema (YAML 1.2.2, section 10.3.2): null, booleans, integers in three bases,
 * floats; everything else is a string, `yes` and `1:30` too.
 */
export function resolvePlain(text: string): Resolved {
  const first = text.charCodeAt(0);
  if (first > 0x39) {
    if (first > 0x7e || !letters[first]) return text;
    return resolveWord(text);
  }
  // Digits, `+`, `-` and `.`; an empty scalar has no first character at all.
  if (first >= 0x30 || first === 0x2b || first === 0x2d || first === 0x2e) return resolveNumber(text) ?? text;
  return text === '' ? null : text;
}

export function resolveNull(text: string): null | undefined {
  return text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL' ? null : undefined;
}

export function resolveBoolean(text: string): boolean | undefined {
  if (text === 'true' || text === 'True' || text === 'TRUE') return true;
  if (text === 'false' || text === 'False' || text === 'FALSE') return false;
  return undefined;
}

/** Undefined where the text is no number. */
export function resolveNumber(text: string): number | NumberFault | undefined {
  const first = text.charCodeAt(0);
  const signed = first === 0x2b || first === 0x2d;
  let at = signed ? 1 : 0;
  if (!signed && first === 0x30) {
    const base = text.charCodeAt(1);
    if (base === 0x78) return inBase(text, 16);
    if (base === 0x6f) return inBase(text, 8);
  }
  const digits = at;
  at = skipDigits(text, at);
  const whole = at - digits;
  if (at === text.length) return whole === 0 ? undefined : integer(Number(text));
  if (text.charCodeAt(at) === 0x2e) {
    const point = ++at;
    at = skipDigits(text, at);
    if (whole === 0 && at === point) return notFinite(text, point, signed);
  } else if (whole === 0) return undefined;
  const exponent = text.charCodeAt(at);
  if (exponent === 0x65 || exponent === 0x45) {
    const sign = text.charCodeAt(++at);
    if (sign === 0x2b || sign === 0x2d) at++;
    const power = at;
    at = skipDigits(text, at);
    if (at === power) return undefined;
  }
  return at === text.length ? float(text) : undefined;
}

/** First letters of the words that are not strings: f, n, t, in both cases, and the tilde. */
const letters: readonly boolean[] = Array.from({ length: 0x7f }, (_, code) =>
  'fntFNT~'.includes(String.fromCharCode(code)),
);

function resolveWord(text: string): Resolved {
  if (text.length > 5) return text;
  const boolean = resolveBoolean(text);
  if (boolean !== undefined) return boolean;
  return resolveNull(text) === null ? null : text;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) at++;
  return at;
}

function inBase(text: string, base: 8 | 16): number | NumberFault | undefined {
  if (text.length === 2) return undefined;
  for (let at = 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 0x30 && code <= (base === 8 ? 0x37 : 0x39);
    const letter = base === 16 && ((code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46));
    if (!digit && !letter) return undefined;
  }
  return integer(Number(text));
}

/** A double holds every integer below 2^53; what it rounds lands at 2^53 or above, so the rounded value tells. */
function integer(value: number): number | NumberFault {
  return Number.isSafeInteger(value) ? value + 0 : faults.tooLarge;
}

/** Underflow counts as overflow does: a number that was written as more than nothing must not become nothing. */
function float(text: string): number | NumberFault {
  const value = Number(text);
  if (!Number.isFinite(value)) return faults.overflow;
  if (value === 0 && hasNonZeroMantissa(text)) return faults.overflow;
  return value + 0;
}

function hasNonZeroMantissa(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x65 || code === 0x45) return false;
    if (code >= 0x31 && code <= 0x39) return true;
  }
  return false;
}

function notFinite(text: string, point: number, signed: boolean): NumberFault | undefined {
  if (text.length !== point + 3) return undefined;
  const word = text.slice(point);
  if (word === 'inf' || word === 'Inf' || word === 'INF') return faults.notFinite;
  return !signed && (word === 'nan' || word === 'NaN' || word === 'NAN') ? faults.notFinite : undefined;
}
