import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './support/root.ts';

/** What each room may import; the drawing of docs/architecture.md. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  ir: ['diagnostics'],
  names: ['ir'],
  read: ['diagnostics', 'ir'],
  dialects: ['diagnostics', 'ir', 'read'],
  link: ['diagnostics', 'ir'],
  lock: ['diagnostics', 'ir'],
  place: ['diagnostics', 'ir'],
  plan: ['diagnostics', 'ir', 'names'],
  envoy: ['ir', 'names'],
  emit: ['diagnostics', 'ir', 'names', 'envoy'],
  compiler: ['diagnostics', 'ir', 'names', 'read', 'dialects', 'link', 'lock', 'place', 'plan', 'envoy', 'emit'],
  runtime: ['diagnostics', 'ir', 'names', 'envoy'],
  local: ['compiler', 'diagnostics', 'envoy', 'ir', 'names'],
  cli: ['compiler', 'place', 'local', 'runtime', 'diagnostics'],
};
const rooms = Object.keys(allowed);

describe('room boundaries', () => {
  // A tree of wrong imports of its own, under the project's configuration: nothing is written into src.
  const copy = mkdtempSync(join(tmpdir(), 'stowage-boundaries-'));
  let reported: ReadonlyMap<string, readonly number[]>;

  beforeAll(() => {
    const configuration = JSON.parse(readFileSync(`${root}biome.json`, 'utf8')) as object;
    writeFileSync(join(copy, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    for (const room of rooms) {
      mkdirSync(join(copy, 'src', room), { recursive: true });
      const lines = rooms.map((other) => `import '../${other}/index.ts';`);
      writeFileSync(join(copy, 'src', room, 'probe.ts'), [...lines, `import '../ir/fleet.ts';`, ''].join('\n'));
    }
    reported = lint();
  });

  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  it('knows every room', () => {
    expect(readdirSync(`${root}src`).toSorted()).toEqual(rooms.toSorted());
  });

  for (const room of rooms) {
    it(`lets ${room} import ${allowed[room]?.join(', ') || 'nothing'}, by the door alone`, () => {
      const refused = rooms.flatMap((other, i) => (other === room || allowed[room]?.includes(other) ? [] : [i + 1]));
      const behindTheDoor = room === 'ir' ? [] : [rooms.length + 1];
      expect(reported.get(room)?.toSorted((a, b) => a - b)).toEqual([...refused, ...behindTheDoor]);
    });
  }

  /** Lines at which Biome refuses an import, by room. */
  function lint(): ReadonlyMap<string, readonly number[]> {
    let out = '';
    try {
      const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', 'src'];
      out = execFileSync(`${root}node_modules/.bin/biome`, args, {
        cwd: copy,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      out = (error as { stdout: string }).stdout;
    }
    const { diagnostics } = JSON.parse(out) as { diagnostics: readonly BiomeDiagnostic[] };
    const lines = new Map(rooms.map((room) => [room, [] as number[]]));
    for (const { category, location } of diagnostics) {
      if (category !== 'lint/style/noRestrictedImports') continue;
      const room = /src\/([a-z]+)\/probe/.exec(location.path)?.[1];
      if (room) lines.get(room)?.push(location.start.line);
    }
    return lines;
  }
});

describe('the folders of the solver', () => {
  /** From the top: each uses those after it and none before; the table of docs/placement.md. */
  const folders = ['explain', 'search', 'change', 'extras', 'pack', 'bounds', 'problem', 'state'];
  const place = `${root}src/place/`;

  it('are all known', () => {
    const found = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(found.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
  });

  it.each(folders)('%s uses what is below it', (folder) => {
    const upward = readdirSync(`${place}${folder}`).flatMap((file) => {
      const imports = readFileSync(`${place}${folder}/${file}`, 'utf8').matchAll(/from '\.\.\/([a-z-]+)(?:\/|\.ts)/g);
      return [...imports].flatMap(([, used]) =>
        folders.indexOf(used!) > folders.indexOf(folder) ? [] : [`${file} uses ${used}`],
      );
    });
    expect(upward).toEqual([]);
  });
});

interface BiomeDiagnostic {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}
