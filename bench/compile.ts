/**
 * Times whole processes on generated fleets, against floors measured in the same run: parsing the same files with the
 * `yaml` library, and an empty Node. Rounds alternate, so that a slow moment of the machine hits all alike.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelFile, writeFleet } from './fleet.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'build/cli/main.js');
const rounds = 5;
/** Where the compiler keeps its cache in this run. */
const cache = mkdtempSync(join(tmpdir(), 'stowage-bench-cache-'));
const folders: string[] = [cache];
const parseScript = `
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
const specs = join(process.argv[1], 'specs');
let documents = 0;
for (const file of readdirSync(specs, { recursive: true })) {
  if (file.endsWith('.yaml')) for (const document of parseAllDocuments(readFileSync(join(specs, file), 'utf8'))) { document.toJS(); documents++; }
}
if (documents === 0) throw new Error('nothing was parsed');
`;

try {
  build();
  console.log(`medians of ${rounds} alternating rounds of whole processes\n`);
  start();
  compileAgainstParse(10_000);
  growth([1_000, 10_000, 100_000]);
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Start of the command line. Goal: at most 2.5 times an empty Node. */
function start(): void {
  const [empty = 0, version = 0, help = 0] = alternate([
    () => time(['-e', '0']),
    () => time([cli, '--version']),
    () => time([cli, '--help']),
  ]);
  row('node -e 0', empty);
  row('stowage --version', version, version / empty, 2.5);
  row('stowage --help', help, help / empty, 2.5);
}

/** Compile and write, cold and warm, against parsing alone. Goals: 1.0 cold, 0.3 warm with one file changed. */
function compileAgainstParse(models: number): void {
  const folder = project(models);
  const parse = ['--input-type=module', '-e', parseScript, '--', folder];
  let edits = 0;
  const [parsed = 0, cold = 0, warm = 0] = alternate([
    () => time(parse, root),
    () => {
      for (const path of ['dist', 'specs/bench.lock']) rmSync(join(folder, path), { recursive: true, force: true });
      rmSync(cache, { recursive: true, force: true });
      return time([cli, 'compile'], folder);
    },
    () => {
      edit(folder, ++edits);
      return time([cli, 'compile'], folder);
    },
  ]);
  console.log();
  row(`yaml parses ${models} models`, parsed);
  row(`compile ${models} models, cold, written`, cold, cold / parsed, 1);
  row('  again, one file changed, warm', warm, warm / parsed, 0.3);
}

/** How the compile grows; the last column is the time per model against that of the fleet before. */
function growth(sizes: readonly number[]): void {
  console.log();
  let before: number | undefined;
  for (const models of sizes) {
    const folder = project(models);
    const cold = time([cli, 'compile'], folder);
    edit(folder, 1);
    const warm = time([cli, 'compile'], folder);
    const each = cold / models;
    const ratio = before === undefined ? '' : `, ${(each / before).toFixed(2)}× per model`;
    console.log(`${`compile ${models} models`.padEnd(44)} ${ms(cold)} cold, ${ms(warm)} warm${ratio}`);
    before = each;
  }
}

function build(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
}

function project(models: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  folders.push(folder);
  writeFleet(folder, models);
  return folder;
}

/** Gives one model a new version and adds another model, in one file. */
function edit(folder: string, n: number): void {
  const file = modelFile(folder, n % 7);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/version: "\d+"/, `version: "${100 + n}"`));
  appendFileSync(file, `---\n${text.split('---\n')[1]?.replace(/name: model-\d+/, `name: added-${n}`)}`);
}

/** Runs each in turn, for all rounds, and gives the median of each. */
function alternate(runs: readonly (() => number)[]): readonly number[] {
  const times: number[][] = runs.map(() => []);
  for (let round = 0; round < rounds; round++) for (const [i, run] of runs.entries()) times[i]?.push(run());
  return times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
}

function time(args: readonly string[], cwd = root): number {
  const started = performance.now();
  const env = { ...process.env, XDG_CACHE_HOME: cache };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ').slice(0, 200)}: ${stderr}`);
  return performance.now() - started;
}

function row(name: string, milliseconds: number, ratio?: number, goal?: number): void {
  const against = ratio === undefined ? '' : `   ${ratio.toFixed(2)}× (goal ≤ ${goal})`;
  console.log(`${name.padEnd(44)} ${ms(milliseconds)}${against}`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0).padStart(7)} ms`;
}
