import type { Diagnostics } from '../diagnostics/index.ts';
import { readCodes } from './codes.ts';
import type { SourceFile } from './document.ts';
import { git } from './git.ts';
import { quoted } from './quoted.ts';
import { readFiles } from './read-inputs.ts';
import type { Input } from './select.ts';
import { treeFiles } from './tree-files.ts';

/**
 * Reads the same inputs as `readInputs`, as they were at a Git revision of the repository that holds the root. An
 * input that had no files then gives none: it may be new. Standard input has no past, so `-` is refused. Undefined,
 * and reported, where the revision cannot be read. Git runs without a shell, and never reaches for the network.
 */
export function readRevision(
  root: string,
  revision: string,
  inputs: readonly string[],
  diagnostics: Diagnostics,
): readonly SourceFile[] | undefined {
  const refuse = (message: string, help: string): undefined => {
    diagnostics.report(readCodes.revision, { message, help });
  };
  if (revision === '' || revision.startsWith('-') || revision.includes('\0')) {
    return refuse(`${quoted(revision)} is not a revision`, 'Name a branch, a tag or a commit.');
  }
  if (inputs.includes('-')) {
    return refuse('Standard input cannot be read at a revision', 'Name the files or folders that it is made of.');
  }
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (commit === 'missing') return refuse('Git cannot be started', 'Install git, and check that it is on the path.');
  if (commit === 'failed') {
    return git(root, ['rev-parse', '--git-dir']) === 'failed'
      ? refuse('The project is not in a Git repository', 'Run this in a clone of the repository.')
      : refuse(
          `${quoted(revision)} is not a revision of this repository`,
          'Check its name; in a shallow clone, fetch it first (`git fetch origin <branch>`).',
        );
  }
  const files = treeFiles(root, commit.toString('latin1').trim());
  if (files === undefined) {
    return refuse(`The files of ${quoted(revision)} cannot be listed`, 'Check the repository with `git fsck`.');
  }
  const named = inputs.map((path): Input => ({ path, origin: undefined }));
  return readFiles(root, files, named, { absence: 'fine' }, diagnostics);
}
