import { type Event, parseEvents } from 'js-yaml';
import { codePointName, findForbidden } from './characters.ts';
import { type Chunk, chunksOf, mayHaveDirectives } from './chunks.ts';
import { readCodes } from './codes.ts';
import { type Fault, faults } from './faults.ts';
import { maxDepth } from './limits.ts';
import { quoted } from './quoted.ts';
import { findSecrets, type Secret } from './secrets.ts';
import { syntaxFault } from './syntax.ts';

/** A stretch of a YAML stream, parsed by itself. */
export interface Piece {
  /** Where it begins in the stream; all its offsets count from here. */
  readonly start: number;
  readonly text: string;
  /** None where it has faults. */
  readonly events: readonly Event[];
  /** What kept it from being parsed. Such a piece counts as one document. */
  readonly faults: readonly Fault[];
}

/**
 * Parses a stream to events. A stream without fault, which is nearly every one, is one piece; else each document is a
 * piece, so that what is wrong with one does not keep the others from being read. What an attacker or an accident
 * puts into a text (control characters, directives, secrets) is found before the parser sees it.
 */
export function parseStream(text: string): readonly Piece[] {
  const secrets = findSecrets(text);
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (secrets.length === 0 && !mayHaveDirectives(text) && findForbidden(text, bom) === -1) {
    const whole = parse(0, text);
    if (whole.faults.length === 0) return [whole];
  }
  let next = 0;
  return chunksOf(text).map((chunk) => {
    const first = next;
    while (next < secrets.length && secrets[next]!.start < chunk.end) next++;
    const hidden = first > 0 && secrets[first - 1]!.end > chunk.start;
    return parseChunk(text, chunk, secrets.slice(first, next), hidden, bom);
  });
}

/** `hidden`: a secret of an earlier chunk goes on in this one. */
function parseChunk(text: string, chunk: Chunk, secrets: readonly Secret[], hidden: boolean, bom: number): Piece {
  const { start } = chunk;
  const piece = text.slice(start, chunk.end);
  const refused = (found: readonly Fault[]): Piece => ({ start, text: piece, events: [], faults: found });
  if (secrets.length > 0 || hidden) return refused(secrets.map((secret) => secretFault(secret, start)));
  const at = findForbidden(piece, start === 0 ? bom : 0);
  if (at !== -1) return refused([faults.character([at, at + 1], codePointName(piece, at))]);
  const directives = chunk.directives.filter(([from, to]) => !isYaml12(text.slice(from, to)));
  if (directives.length > 0) return refused(directives.map(([from, to]) => directiveFault(text, from, to, start)));
  return parse(start, piece);
}

function parse(start: number, text: string): Piece {
  try {
    // The parser counts scalars as nodes too; what is exactly one too deep is found when values are made.
    return { start, text, events: parseEvents(text, { maxDepth: maxDepth + 2 }), faults: [] };
  } catch (error) {
    return { start, text, events: [], faults: [syntaxFault(error, text)] };
  }
}

function isYaml12(directive: string): boolean {
  const [name, version, rest] = directive
    .slice(0, 80)
    .trim()
    .split(/[ \t]+/, 3);
  return name === '%YAML' && version === '1.2' && (rest === undefined || rest.startsWith('#'));
}

function directiveFault(text: string, from: number, to: number, base: number): Fault {
  return {
    code: readCodes.directive,
    start: from - base,
    end: to - base,
    message: `The directive ${quoted(text.slice(from, to))} is not read`,
    help: 'Remove the line: files are read as YAML 1.2, without tags of their own.',
  };
}

function secretFault({ start, end, kind }: Secret, base: number): Fault {
  return {
    code: readCodes.secret,
    start: start - base,
    end: end - base,
    message: `This looks like ${kind}`,
    help: 'Remove it, and revoke it if it was ever committed; keep it in a Secret of the cluster and name that here.',
  };
}
