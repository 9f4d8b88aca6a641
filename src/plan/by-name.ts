/** Nodes by their names. Filled one by one: with 100,000 models, a list of pairs to make a map of costs more than the map. */
export function byName<Node extends { readonly name: string }>(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const named = new Map<string, Node>();
  for (const node of nodes) named.set(node.name, node);
  return named;
}

/** A record's value of its own: a model may be called `constructor`. */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
