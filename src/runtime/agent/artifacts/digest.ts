import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is in an artifact, all of it read. */
export interface Content {
  /** 64 hexadecimal digits. */
  readonly digest: string;
  readonly files: number;
  readonly bytes: number;
}

/** Why what lies there is no artifact. */
export interface NoArtifact {
  readonly noArtifact: string;
}

/** Most files in one artifact. */
export const mostFiles = 100_000;

/** Deepest that folders may lie in each other. */
const deepest = 64;

/** Names that `sha256sum` does not write as they are. */
const unwritable = /[\p{Cc}\\]/u;

/**
 * The digest of an artifact. Of a file: the SHA-256 of its bytes. Of a folder: the SHA-256 of a list of its files, each a
 * line `<sha256>  <path below the folder>`, in the order of the lines' bytes. `docs/artifacts.md` has it as a command.
 *
 * Links and special files are refused: what they lead to is not in the artifact.
 */
export async function digestOf(path: string, signal?: AbortSignal): Promise<Content | NoArtifact> {
  const found = await lstat(path);
  if (found.isFile()) return { digest: await hashFile(path, signal), files: 1, bytes: found.size };
  if (!found.isDirectory()) return { noArtifact: 'it is neither a file nor a folder' };
  const files = await filesBelow(path);
  if ('noArtifact' in files) return files;
  if (files.length === 0) return { noArtifact: 'it holds no file' };
  const lines: Buffer[] = [];
  for (const file of files) lines.push(Buffer.from(`${await hashFile(join(path, file.path), signal)}  ${file.path}\n`));
  const list = createHash('sha256');
  for (const line of lines.sort(Buffer.compare)) list.update(line);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { digest: list.digest('hex'), files: files.length, bytes };
}

/** Regular files below a folder, by paths with `/`. */
export async function filesBelow(
  root: string,
): Promise<readonly { readonly path: string; readonly size: number }[] | NoArtifact> {
  const files: { readonly path: string; readonly size: number }[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (folder.split('/').length > deepest) return { noArtifact: `its folders lie more than ${deepest} deep` };
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (unwritable.test(entry.name)) return { noArtifact: `a name in it has a control character or a backslash` };
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push({ path, size: (await lstat(join(root, path))).size });
      else return { noArtifact: `${path} is ${entry.isSymbolicLink() ? 'a link' : 'a special file'}` };
      if (files.length > mostFiles) return { noArtifact: `it has more than ${mostFiles} files` };
    }
  }
  return files;
}

async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024, ...(signal && { signal }) });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
