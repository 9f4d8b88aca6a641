// Makes `.venv` with what test/tools/requirements.txt lists, each file checked by its hash. Does nothing when that is
// there already. Prints one line where something lacks, and fails: tests that need real servers cannot run without it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const requirements = join(root, 'test/tools/requirements.txt');
const folder = join(root, '.venv');
const unfinished = join(root, `.cache/venv-${process.pid}`);
const stamp = 'requirements.sha256';
const oldest = [3, 11];

const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');

function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The first Python on the path that is new enough. */
function findPython() {
  for (const name of ['python3', 'python3.13', 'python3.12', 'python3.11', 'python']) {
    try {
      const version = run(name, ['-c', 'import sys; print(*sys.version_info[:2])']).trim().split(' ').map(Number);
      if (version[0] === oldest[0] && version[1] >= oldest[1]) return name;
    } catch {
      // Not there, or not a Python: the next one may do.
    }
  }
  return undefined;
}

/** Scripts name the Python of the folder that they were installed to; they are to name the one of the folder they end in. */
function moveScripts() {
  for (const name of readdirSync(join(unfinished, 'bin'))) {
    const path = join(unfinished, 'bin', name);
    if (!lstatSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const shebang = Buffer.from(`#!${unfinished}/`);
    if (!bytes.subarray(0, shebang.length).equals(shebang)) continue;
    writeFileSync(path, Buffer.concat([Buffer.from(`#!${folder}/`), bytes.subarray(shebang.length)]));
  }
}

function isThere() {
  const present = join(folder, stamp);
  return existsSync(present) && readFileSync(present, 'utf8') === wanted;
}

function setUp() {
  if (isThere()) return;
  const python = findPython();
  if (!python) throw new Error(`Python ${oldest.join('.')} or newer is missing`);
  try {
    run(python, ['-m', 'venv', unfinished]);
    const pip = ['-m', 'pip', '--disable-pip-version-check', 'install', '--quiet', '--no-deps', '--require-hashes'];
    run(join(unfinished, 'bin/python'), [...pip, '--only-binary=:all:', '-r', requirements]);
    moveScripts();
    writeFileSync(join(unfinished, stamp), wanted);
    // Another process may have been faster, and its tests run.
    if (isThere()) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

try {
  setUp();
} catch (error) {
  const stderr = typeof error.stderr === 'string' ? error.stderr.trim().split('\n').at(-1) : '';
  console.error(`setup-python: ${stderr || error.message}`);
  process.exitCode = 1;
}
