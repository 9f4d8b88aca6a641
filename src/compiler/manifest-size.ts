import type { Diagnostics } from '../diagnostics/index.ts';
import { type EmittedFile, manifestsFolder } from '../emit/index.ts';
import { type Delivery, type Fleet, originAt } from '../ir/index.ts';
import { compilerCodes } from './codes.ts';

/** Warns of manifests that Argo CD would refuse to read from their folder, and with them every later commit. */
export function checkManifestSize(
  { environment: { name, origin } }: Fleet,
  files: readonly EmittedFile[],
  delivery: Delivery | undefined,
  diagnostics: Diagnostics,
): void {
  // What a plugin prints is not read from a folder.
  if (delivery === undefined || delivery.plugin !== undefined) return;
  const size = files.reduce(
    (sum, { path, text }) => (path.startsWith(`${manifestsFolder}/`) ? sum + Buffer.byteLength(text) : sum),
    0,
  );
  if (size <= delivery.manifestLimit) return;
  diagnostics.report(compilerCodes.manifestSize, {
    message: `The manifests of \`${name}\` are ${megabytes(size)}, and Argo CD reads no folder of more than ${megabytes(delivery.manifestLimit)}`,
    origin: originAt(origin),
    help: "Let Argo CD read more (`reposerver.max.combined.directory.manifests.size`), and say so as `manifestLimit` in `stowage.yaml`'s `argocd`.",
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
