import { type Problem, pointerStep } from '../../ir/index.ts';
import type { Fault } from './check-value.ts';
import { findJsonFault } from './json-fault.ts';
import { parseProblem } from './parse-problem.ts';

/** Reads a problem from JSON text. Besides what `parseProblem` refuses, a key that an object has twice is a fault. */
export function parseProblemText(text: string): { problem: Problem } | { faults: readonly Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { faults: [{ pointer: '', message: `not JSON: ${syntaxFault(text)}` }] };
  }
  const repeated = repeatedKeys(text);
  return repeated.length > 0 ? { faults: repeated } : parseProblem(value);
}

/** Where the text stops being JSON: line and column from 1. */
function syntaxFault(text: string): string {
  const { offset, message } = findJsonFault(text) ?? { offset: 0, message: 'it cannot be read' };
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}: ${message}`;
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
          const pointer = levels.map(({ at }) => `/${pointerStep(String(at))}`).join('');
          faults.push({ pointer, message: 'stands twice in one object' });
        }
        level.keys.add(level.at);
    }
  }
  return faults.slice(0, 100);
}
