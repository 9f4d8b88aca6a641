import type { Highs, Model, ModelData } from 'highs';

/** The LP and MIP engine. */
export type Engine = Highs;
/** A program in the engine's memory; whoever makes one disposes of it. */
export type Program = Model;
export type ProgramData = ModelData;

/** The package's types take it for CommonJS; what Node imports is an ES module. */
interface Loader {
  default(): Promise<Engine>;
}

let loading: Promise<Engine> | undefined;

/**
 * Loads the engine (HiGHS, compiled to WebAssembly) once, when something first needs it: most problems never do. It
 * runs on one thread and is given limits in iterations and nodes only, so that the same program has the same answer.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= import('highs').then((module) => (module as unknown as Loader).default());
  return loading;
}

/** Iterations of a solve, but one a column where there are more: now and then the simplex method stalls. */
const ITERATIONS = 20_000;

/** Lets a program that was solved and then changed a little not take long to be solved again. */
export function limitIterations(program: Program, most: number): void {
  program.options.set({ simplex_iteration_limit: most });
}

/** A program that says nothing and does not guess. */
export function createProgram(engine: Engine, data: ProgramData): Program {
  const program = engine.createModel(data);
  program.options.set({
    output_flag: false,
    random_seed: 0,
    simplex_iteration_limit: Math.max(ITERATIONS, data.numCols),
  });
  return program;
}

/**
 * Runs a program. Whether it found an optimum; the engine gives up on some for numerical reasons, which is no fault of
 * the problem: what it says is only ever used where it can be checked.
 */
export function runToOptimum(program: Program): boolean {
  try {
    return program.run().modelStatus === OPTIMAL;
  } catch {
    return false;
  }
}

/** The engine's word for an optimal solution. */
const OPTIMAL = 7;
