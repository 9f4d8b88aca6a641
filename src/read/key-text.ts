import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { decodeDoubleQuoted } from './double-quoted.ts';

/** The text of a scalar that is a key, whatever its style. */
export function keyText(text: string, event: ScalarEvent): string {
  return event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast
    ? decodeDoubleQuoted(text.slice(event.valueStart, event.valueEnd))
    : getScalarValue(text, event);
}
