import { stdinPath } from './document.ts';

/** How much one source may hold. Beyond it the source is refused with a diagnostic. */
export interface Limits {
  /** Size in bytes of UTF-8. */
  readonly bytes: number;
  readonly documents: number;
}

const fileLimits: Limits = { bytes: 1024 * 1024, documents: 10_000 };

/** Standard input carries a whole environment, as `kustomize build` writes it, so it may hold what many files do. */
const stdinLimits: Limits = { bytes: 32 * 1024 * 1024, documents: 200_000 };

/** One `sizes.yaml` serves every model of an environment. */
export const sizesLimits: Limits = { bytes: 32 * 1024 * 1024, documents: 1_000 };

/** Bytes of a lock: room for some 400,000 models. */
export const lockBytes = 256 * 1024 * 1024;

export function limitsOf(path: string): Limits {
  return path === stdinPath ? stdinLimits : fileLimits;
}

/** Collections within collections; a mapping at the root has depth 1. Aliases count with what they stand for. */
export const maxDepth = 64;

/**
 * What all aliases of a file may add when they are written out: the characters of their strings and keys, and
 * `nodeWeight` for each node.
 */
export const maxAliasWeight = 1024 * 1024;

export const nodeWeight = 8;

export function isLarger(text: string, bytes: number): boolean {
  return text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);
}

export function fileSizeWords(bytes: number): { readonly message: string; readonly help: string } {
  return {
    message: `A source may not be larger than ${bytes / (1024 * 1024)} MiB`,
    help: 'Split it into several files.',
  };
}
