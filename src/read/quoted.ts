import { findSecrets, masked } from './secrets.ts';

const longest = 60;

/** A piece of what a person wrote, for a message: in backticks, cut where it is long, with secrets hidden. */
export function quoted(text: string): string {
  // A little more than is shown, so that a secret that begins in the shown part is recognised.
  const piece = text.slice(0, 4 * longest);
  const safe = masked(piece, findSecrets(piece));
  return safe.length > longest ? `\`${safe.slice(0, longest)}…\`` : `\`${safe}\``;
}
