/** The same object without the fields that are undefined. */
export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out fields that are undefined: absent is absent, not a value. */
export function defined<T extends object>(fields: T): Defined<T> {
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name as keyof T];
    if (value !== undefined) rest[name] = value;
  }
  return rest as Defined<T>;
}
