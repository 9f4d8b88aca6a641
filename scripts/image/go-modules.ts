/** A Go module that a program is linked from. */
export interface GoModule {
  readonly path: string;
  readonly version: string;
}

/** What a Go program says of itself. */
export interface GoBuild {
  /** Version of Go. */
  readonly go: string;
  readonly main: GoModule;
  readonly modules: readonly GoModule[];
}

const magic = Buffer.from('\xff Go buildinf:', 'latin1');
const headerSize = 32;
/** The flag of a header that the texts follow, each after its length: all that Go 1.18 and newer write. */
const inline = 2;
/** Marks before and after the list of modules, for who looks for it in memory. */
const sentinel = 16;

/**
 * Reads which modules a Go program is linked from, as the linker writes them into it. In the order of their paths.
 *
 * @param program the file's contents
 * @throws where it is no Go program, or of Go before 1.18
 */
export function goBuild(program: Buffer): GoBuild {
  for (let at = program.indexOf(magic); at >= 0; at = program.indexOf(magic, at + 1)) {
    if (at % 16 !== 0 || program[at + magic.length + 1] !== inline) continue;
    const [go, afterGo] = readText(program, at + headerSize);
    const [list] = readText(program, afterGo);
    const lines = list.subarray(sentinel, -sentinel).toString('utf8').split('\n');
    const parts = lines.map((line) => line.split('\t'));
    const [main] = modulesOf(parts, 'mod');
    if (main === undefined) break;
    return { go: go.toString('utf8'), main, modules: replaced(parts) };
  }
  throw new Error('not a program of Go 1.18 or newer');
}

/** A length in groups of seven bits, the lowest first, and so many bytes. */
function readText(program: Buffer, from: number): readonly [text: Buffer, end: number] {
  let length = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = program[at++] ?? 0;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return [program.subarray(at, at + length), at + length];
}

function modulesOf(lines: readonly (readonly string[])[], kind: string): readonly GoModule[] {
  return lines.flatMap(([is, path, version]) =>
    is === kind && path !== undefined && version !== undefined ? [{ path, version }] : [],
  );
}

/** The modules, each as what it was replaced by where it was: that line follows its own. */
function replaced(lines: readonly (readonly string[])[]): readonly GoModule[] {
  return lines.flatMap((line, index) => {
    if (line[0] !== 'dep') return [];
    const next = lines[index + 1];
    return next?.[0] === '=>' ? modulesOf([next], '=>') : modulesOf([line], 'dep');
  });
}
