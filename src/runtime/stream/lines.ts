/** Longest line that is read from a peer, in bytes: a status of 50,000 copies fits. */
const longestLine = 16 * 1024 * 1024;

/**
 * Cuts what comes in into lines, whatever the pieces. A peer that sends no line break for too long is at fault.
 *
 * @returns takes the next piece, and gives whether the peer kept to the limit so far
 */
export function lineReader(line: (text: string) => void, limit = longestLine): (piece: Buffer) => boolean {
  let pieces: Buffer[] = [];
  let length = 0;
  return (piece) => {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      if (length + end - from > limit) return false;
      pieces.push(piece.subarray(from, end));
      const text = Buffer.concat(pieces).toString('utf8').trim();
      pieces = [];
      length = 0;
      from = end + 1;
      if (text !== '') line(text);
    }
    length += piece.length - from;
    if (length > limit) return false;
    if (from < piece.length) pieces.push(piece.subarray(from));
    return true;
  };
}
