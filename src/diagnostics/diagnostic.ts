/** How bad a fault is. Only `error` stops a compile from writing. */
export type Severity = 'error' | 'warning' | 'info';

/** A stable kind of fault. Numbers are never reused; each has a page in `docs/errors/`. */
export interface Code {
  readonly code: `STW${number}`;
  readonly severity: Severity;
  /** What is wrong, in a few words, without the particulars of one case. */
  readonly title: string;
}

/**
 * A place in what a person wrote. It is logical (file, document, JSON pointer); line and column are computed
 * from the source only when they are printed.
 */
export interface Origin {
  /** Path relative to the project's root, with forward slashes; `<stdin>` for standard input. */
  readonly file: string;
  /** Index of the YAML document in the file, from 0. Absent: the file as a whole. */
  readonly document?: number;
  /** RFC 6901 JSON pointer in the document. Absent or empty: its root. A pointer to what is absent means its nearest ancestor. */
  readonly pointer?: string;
  /** `key`: the key of the entry the pointer names, not its value. Absent: the value. */
  readonly part?: 'key';
  /** UTF-16 offsets [start, end) in the file, where the place is not a node (a syntax error). Wins over the pointer. */
  readonly span?: readonly [start: number, end: number];
}

/** A second place that the fault involves. */
export interface Related {
  readonly origin: Origin;
  readonly message: string;
}

/** A change of text that mends the fault. */
export interface Fix {
  readonly title: string;
  /** What the text replaces. */
  readonly origin: Origin;
  readonly text: string;
}

/** One fault of a user. Never thrown: collected. */
export interface Diagnostic {
  readonly code: Code['code'];
  readonly severity: Severity;
  readonly message: string;
  /** Absent: the fault has no place in a file (a flag of the command line, say). */
  readonly origin?: Origin;
  readonly related: readonly Related[];
  /** The way out. Absent: the message says it all. */
  readonly help?: string;
  /** Absent: no mechanical mend is known. */
  readonly fix?: Fix;
}
