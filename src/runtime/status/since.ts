const units: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/**
 * How long ago something was, in one number: `12 s`, `3 min`, `2 h`, `5 d`. Clocks that differ make nothing negative.
 *
 * Both times are ISO 8601; what is no time gives an empty text.
 */
export function since(time: string, now: string): string {
  const seconds = Math.max(0, Math.floor((Date.parse(now) - Date.parse(time)) / 1_000));
  if (Number.isNaN(seconds)) return '';
  const [size, name] = units.find(([unit]) => seconds >= unit) ?? [1, 's'];
  return `${Math.floor(seconds / size)} ${name}`;
}
