/** Ways in which people write the suffixes of Kubernetes' quantities. */
const suffixes: readonly (readonly [RegExp, string])[] = [
  [/^([0-9.]+) *(ki|kib)$/i, 'Ki'],
  [/^([0-9.]+) *(mi|mib)$/i, 'Mi'],
  [/^([0-9.]+) *(gi|gib)$/i, 'Gi'],
  [/^([0-9.]+) *(ti|tib)$/i, 'Ti'],
  [/^([0-9.]+) *(k|kb)$/i, 'k'],
  [/^([0-9.]+) *(m|mb)$/i, 'M'],
  [/^([0-9.]+) *(g|gb)$/i, 'G'],
  [/^([0-9.]+) *(t|tb)$/i, 'T'],
];

/** What a text was likely meant to be, by the title of what it should be; undefined where nothing is likely. */
export function respelt(text: string, title: string | undefined): string | undefined {
  const short = text.slice(0, 100);
  if (title?.startsWith('Name of ') && /[A-Z_ .]/.test(short) && text.length <= 100) {
    const name = short.toLowerCase().replace(/[_ .]/g, '-');
    return /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name) ? name : undefined;
  }
  if (title === 'Length of time') return /^[1-9][0-9]*$/.test(short) ? `${short}s` : undefined;
  if (title !== 'Amount of memory') return undefined;
  for (const [pattern, suffix] of suffixes) {
    const match = pattern.exec(short);
    if (match) return `${match[1]}${suffix}`;
  }
  return undefined;
}
