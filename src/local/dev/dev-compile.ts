import {
  type Compilation,
  compile,
  Diagnostics,
  type ListedEnvironment,
  loadEnvironment,
  type SourceFile,
} from '../../compiler/index.ts';
import type { Target } from '../localise.ts';

/** What one compile of a local run came to. */
export interface DevCompilation {
  readonly compilation: Compilation;
  readonly diagnostics: Diagnostics;
  /** All that was read, for printing places. */
  readonly sources: readonly SourceFile[];
  /** Absent after an error. */
  readonly target?: Target;
}

/** Compiles an environment again and again, in memory: each time on from where the last one that was good left off. */
export class DevCompiler {
  readonly #root: string;
  readonly #environment: ListedEnvironment;
  #lock: SourceFile | undefined;

  constructor(root: string, environment: ListedEnvironment) {
    this.#root = root;
    this.#environment = environment;
  }

  /** The lock as the last good compile left it. Undefined: there was none. */
  get lock(): string | undefined {
    return this.#lock?.text;
  }

  async compile(): Promise<DevCompilation> {
    const diagnostics = new Diagnostics();
    const read = loadEnvironment(this.#root, this.#environment, undefined, diagnostics);
    const input = { ...read, lock: this.#lock ?? read.lock };
    const sources = [...input.sources, input.lock, input.sizes].filter((source) => source !== undefined);
    const compilation = diagnostics.hasErrors ? {} : await compile(input, diagnostics);
    const { fleet, plan, output } = compilation;
    if (!fleet || !plan || !output) return { compilation, diagnostics, sources };
    this.#lock = { path: this.#environment.lock, text: output.lock };
    return { compilation, diagnostics, sources, target: { fleet, plan } };
  }
}
