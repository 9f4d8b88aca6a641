import type { Problem } from '../ir/index.ts';
import { escapePointer, type Fault } from './check-value.ts';
import { parseProblem } from './parse-problem.ts';

/** Reads a problem from JSON text. Besides what `parseProblem` refuses, a key that an object has twice is a fault. */
export function parseProblemText(text: string): { problem: Problem } | { faults: readonly Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { faults: [{ pointer: '', message: `is not JSON: ${syntaxFault(error, text)}` }] };
  }
  const repeated = repeatedKeys(text);
  return repeated.length > 0 ? { faults: repeated } : parseProblem(value);
}

/** What the engine says of the fault, with line and column from 1. */
function syntaxFault(error: unknown, text: string): string {
  const said = error instanceof Error ? error.message : String(error);
  const offset = /at position (\d+)/.exec(said)?.[1];
  const before = text.slice(0, offset === undefined ? text.length : Number(offset));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const what = said.replace(/ in JSON at position.*$/s, '').replace(/,? ?"?\.\.\..*$/s, '');
  return `line ${line}, column ${column}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

/** One open object or list while scanning. */
interface Level {
  /** Keys so far; undefined in a list. */
  readonly keys?: Set<string>;
  /** Key or index of the value being read. */
  at: string | number;
}

/** Keys that stand twice in one object of this valid JSON text: JSON.parse would silently take the last. */
function repeatedKeys(text: string): Fault[] {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const level = levels.at(-1);
    switch (match[0]) {
      case '{':
        levels.push({ keys: new Set(), at: '' });
        break;
      case '[':
        levels.push({ at: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level && typeof level.at === 'number') level.at++;
        break;
      default:
        if (match[1] === undefined || !level?.keys) break;
        level.at = JSON.parse(match[0].slice(0, -match[1].length)) as string;
        if (level.keys.has(level.at)) {
          const pointer = levels.map(({ at }) => `/${escapePointer(String(at))}`).join('');
          faults.push({ pointer, message: 'stands twice in one object' });
        }
        level.keys.add(level.at);
    }
  }
  return faults.slice(0, 100);
}
