import { type CompileInput, compile, Diagnostics, Sources } from '../../src/compiler/index.ts';
import { renderJson, renderText } from '../../src/diagnostics/index.ts';

/** How many mutations each kind of fuzzing tries: half of all in CI; `FUZZ_RUNS` says otherwise. */
export const fuzzRuns = Number(process.env['FUZZ_RUNS'] ?? (process.env['CI'] ? 50_000 : 2_000));
/** Milliseconds: generous, since it guards against a hang and measures nothing. */
export const fuzzTimeout = 60_000 + 60 * fuzzRuns;
export const fuzzSeed = Number(process.env['FUZZ_SEED'] ?? 1);

/** Compiles, prints what was found, and says what went wrong: nothing may throw, and output comes only without errors. */
export async function tryCompile(input: CompileInput): Promise<'compiled' | 'refused'> {
  const diagnostics = new Diagnostics();
  const { output } = await compile(input, diagnostics);
  const sources = new Sources([
    ...input.sources,
    ...(input.lock ? [input.lock] : []),
    ...(input.sizes ? [input.sizes] : []),
  ]);
  renderText(diagnostics.list(), { sources, color: true });
  renderJson(diagnostics.list(), { sources });
  if ((output !== undefined) === diagnostics.hasErrors) throw new Error('output and errors must exclude each other');
  return output ? 'compiled' : 'refused';
}
