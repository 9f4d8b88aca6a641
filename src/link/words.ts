import type { Json, ModelFormat } from '../ir/index.ts';

/** Longest stretch of a user's text that a message repeats. */
const longest = 80;

/** A name or value in backticks. */
export function quoted(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `\`${JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"').replaceAll('`', '′')}\``;
}

/** `a`, `b` and `c`; of a long list the first `most`. */
export function listed(words: readonly string[], joint = 'and', most = 8): string {
  const marked = words.slice(0, most).map(quoted);
  if (words.length > most) return `${marked.join(', ')} and ${words.length - most} more`;
  if (marked.length < 2) return marked.join('');
  return `${marked.slice(0, -1).join(', ')} ${joint} ${marked.at(-1)}`;
}

/** The only server is `a`. There are the servers `a` and `b`. */
export function listedAll(kind: string, names: readonly string[]): string {
  return names.length === 1 ? `The only ${kind} is ${listed(names)}.` : `There are the ${kind}s ${listed(names)}.`;
}

/** `sklearn`, `sklearn 1`. */
export function formatName({ name, version }: ModelFormat): string {
  return version === undefined ? name : `${name} ${version}`;
}

/** The value as an object, or an empty one. */
export function asObject(value: Json | undefined): Readonly<Record<string, Json>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, Json>) : {};
}

/** The value as a list, or an empty one. */
export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The same function, which remembers its answers: many models may ask the same. */
export function remembering<Q, T>(answer: (question: Q) => T): (question: Q) => T {
  const known = new Map<Q, T>();
  return (question) => {
    if (!known.has(question)) known.set(question, answer(question));
    return known.get(question) as T;
  };
}

/** A size in MiB as people write it: `512Mi`, `4Gi`. */
export function sizeName(mebibytes: number): string {
  return mebibytes > 0 && mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}
