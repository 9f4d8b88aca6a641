import type { Code, Diagnostic, Fix, Origin, Related, Severity } from './diagnostic.ts';
import { byCodeUnit } from './order.ts';

/** The particulars of one fault; the code brings its severity. */
export interface Particulars {
  readonly message: string;
  readonly origin?: Origin | undefined;
  readonly related?: readonly Related[] | undefined;
  readonly help?: string | undefined;
  readonly fix?: Fix | undefined;
}

/** Collects the faults of one compile. Every room reports here; nobody throws for a user's fault. */
export class Diagnostics {
  readonly #all: Diagnostic[] = [];
  #errors = 0;

  report(code: Code, { message, origin, related = [], help, fix }: Particulars): void {
    this.add({
      code: code.code,
      severity: code.severity,
      message,
      related,
      ...(origin && { origin }),
      ...(help !== undefined && { help }),
      ...(fix && { fix }),
    });
  }

  /** Adds a diagnostic that was made elsewhere (one kept in a cache, say). */
  add(diagnostic: Diagnostic): void {
    this.#all.push(diagnostic);
    if (diagnostic.severity === 'error') this.#errors++;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  count(severity: Severity): number {
    return this.#all.reduce((n, d) => (d.severity === severity ? n + 1 : n), 0);
  }

  /** All of them, in an order that does not depend on the order in which they were found. */
  list(): readonly Diagnostic[] {
    return this.#all.toSorted(compare);
  }
}

function compare(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.origin?.file ?? '', b.origin?.file ?? '') ||
    (a.origin?.document ?? -1) - (b.origin?.document ?? -1) ||
    (a.origin?.span?.[0] ?? -1) - (b.origin?.span?.[0] ?? -1) ||
    byCodeUnit(a.origin?.pointer ?? '', b.origin?.pointer ?? '') ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message, b.message)
  );
}
