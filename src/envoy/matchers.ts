import { extension, typed } from './typed.ts';
import type { Matcher, MatchMap, OnMatch, Predicate, Route, TypedExtension, ValueMatch } from './types.ts';

/** One line of a list of matches. */
export interface Matching {
  readonly predicate: Predicate;
  readonly on_match: OnMatch;
}

export function header(name: string): TypedExtension {
  return extension(name, 'envoy.type.matcher.v3.HttpRequestHeaderMatchInput', { header_name: name });
}

export function headerIs(name: string, value: ValueMatch): Predicate {
  return { single_predicate: { input: header(name), value_match: value } };
}

export function anyOf(predicates: readonly Predicate[]): Predicate {
  const [only] = predicates;
  return predicates.length === 1 && only ? only : { or_matcher: { predicate: predicates } };
}

export function allOf(predicates: readonly Predicate[]): Predicate {
  return { and_matcher: { predicate: predicates } };
}

export function not(predicate: Predicate): Predicate {
  return { not_matcher: predicate };
}

export function toRoute(route: Omit<Route, 'match'>): OnMatch {
  return {
    action: { name: 'route', typed_config: typed('envoy.config.route.v3.Route', { match: { prefix: '/' }, ...route }) },
  };
}

/** Looks the header up among exact names: one hash look-up, however many there are. */
export function exactMap(name: string, entries: ReadonlyMap<string, OnMatch>, otherwise: OnMatch): Matcher {
  return entries.size === 0 ? { on_no_match: otherwise } : lookUp(name, Object.fromEntries(entries), otherwise);
}

/** The same of a map that is not empty: Envoy refuses one that is. */
export function lookUp(name: string, map: MatchMap, otherwise: OnMatch): Matcher {
  return { matcher_tree: { input: header(name), exact_match_map: { map } }, on_no_match: otherwise };
}
