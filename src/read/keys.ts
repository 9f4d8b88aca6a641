import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { decodeDoubleQuoted } from './double-quoted.ts';

/** The text of a scalar that is a key, whatever its style. */
export function keyText(text: string, event: ScalarEvent): string {
  return event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast
    ? decodeDoubleQuoted(text.slice(event.valueStart, event.valueEnd))
    : getScalarValue(text, event);
}

/** The first event of each key of the mapping that an event opens. */
export function firstKeys(text: string, events: readonly Event[], mapping: number): Map<string, ScalarEvent> {
  const firsts = new Map<string, ScalarEvent>();
  let depth = 0;
  let awaitsKey = true;
  for (let index = mapping + 1; depth >= 0 && index < events.length; index++) {
    const event = events[index]!;
    if (event.type === EVENT_ID.SCALAR && depth === 0 && awaitsKey) {
      const key = keyText(text, event);
      if (!firsts.has(key)) firsts.set(key, event);
    }
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) depth++;
    else if (event.type === EVENT_ID.POP) depth--;
    if (depth === 0) awaitsKey = !awaitsKey;
  }
  return firsts;
}
