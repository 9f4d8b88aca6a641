/** A record that no name, not even `__proto__`, can confuse. */
export function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
