export { Diagnostics } from '../diagnostics/index.ts';
export type { ProjectEnvironment } from '../dialects/index.ts';
export { readInputs, readStdin, type SourceFile, Sources } from '../read/index.ts';
export { compilerCodes } from './codes.ts';
export { type Compilation, type CompileInput, compile, type Output, type ReadSource } from './compile.ts';
export {
  compileEnvironment,
  type EnvironmentOptions,
  type EnvironmentResult,
  loadEnvironment,
  type Stdin,
} from './environment.ts';
export { type OutputChange, reportStale, writeOutput } from './output.ts';
export { environmentName, environmentOf, projectFile, readProject } from './project.ts';
export { reportOutput, reportPlacement, reportRefuge, reportTransition } from './report.ts';
