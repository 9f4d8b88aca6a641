import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadName, type Version } from '../../../ir/index.ts';
import { fileSteps } from '../../files.ts';
import type { Layout } from './layout.ts';
import type { ServerFault } from './server.ts';

/** Names that begin so are folders on their way in or out: no model has such a name, and no server looks at them. */
const onTheWay = '.';

/** The model repository on disk: one folder a model, which comes and goes as a whole. None of these throws. */
export class RepositoryFolder {
  readonly #root: string;
  readonly #layout: Layout;

  constructor(root: string, layout: Layout) {
    this.#root = root;
    this.#layout = layout;
  }

  /** Names of the models that have a folder, sorted. */
  names(): readonly string[] {
    try {
      return readdirSync(this.#root)
        .filter((name) => !name.startsWith(onTheWay))
        .sort();
    } catch {
      return [];
    }
  }

  /** Makes the folder of a version, in place of the one of that name. */
  put(version: Version, artifact: string): ServerFault | undefined {
    const name = loadName(version);
    const coming = join(this.#root, `${onTheWay}new-${name}`);
    try {
      rmSync(coming, { recursive: true, force: true });
      fileSteps.before('write', coming);
      mkdirSync(coming, { recursive: true });
      const reason = this.#layout(version, artifact, coming);
      if (reason !== undefined) {
        rmSync(coming, { recursive: true, force: true });
        return { kind: 'model', reason };
      }
      this.#remove(name);
      fileSteps.before('rename', join(this.#root, name));
      renameSync(coming, join(this.#root, name));
      return undefined;
    } catch (error) {
      return { kind: 'passing', reason: `its folder in the repository cannot be written: ${messageOf(error)}` };
    }
  }

  /** Takes a folder out, if it is there. */
  take(name: string): ServerFault | undefined {
    try {
      this.#remove(name);
      return undefined;
    } catch (error) {
      return { kind: 'passing', reason: `its folder in the repository cannot be removed: ${messageOf(error)}` };
    }
  }

  /** Takes out what is none of these. What cannot be removed takes disk, and is tried again the next time. */
  tidy(names: ReadonlySet<string>): void {
    try {
      for (const name of readdirSync(this.#root)) {
        if (name.startsWith(onTheWay)) rmSync(join(this.#root, name), { recursive: true, force: true });
        else if (!names.has(name)) this.take(name);
      }
    } catch {
      // There is no repository yet.
    }
  }

  #remove(name: string): void {
    const going = join(this.#root, `${onTheWay}old-${name}`);
    rmSync(going, { recursive: true, force: true });
    try {
      fileSteps.before('rename', going);
      renameSync(join(this.#root, name), going);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    fileSteps.before('remove', going);
    rmSync(going, { recursive: true, force: true });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
