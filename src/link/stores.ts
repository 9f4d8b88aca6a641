import type { ModelPart, Store } from '../ir/index.ts';

/**
 * The stores that a model's URI belongs to: of those whose URI covers it (and whose Secret is the one the model names,
 * if it names one), the ones with the longest. More than one where two stores have the same URI.
 */
export function storesOf({ uri, secret }: ModelPart['storage'], stores: readonly Store[]): readonly Store[] {
  let longest: Store[] = [];
  for (const store of stores) {
    if (!covers(store.uri, uri) || (secret !== undefined && store.secret !== secret)) continue;
    const more = store.uri.length - (longest[0]?.uri.length ?? 0);
    if (more > 0 || longest.length === 0) longest = [store];
    else if (more === 0) longest.push(store);
  }
  return longest;
}

/** Whether the URI is the prefix itself or below it: `s3://a/b` covers `s3://a/b/c` and not `s3://a/bc`. */
export function covers(prefix: string, uri: string): boolean {
  if (!uri.startsWith(prefix)) return false;
  return uri.length === prefix.length || prefix.endsWith('/') || uri[prefix.length] === '/';
}
