export { Diagnostics } from '../diagnostics/index.ts';
export type { ProjectEnvironment } from '../dialects/index.ts';
export { agentSettings, manifestsFolder, routerSettings, witnessSettings } from '../emit/index.ts';
export { readInputs, readStdin, type SourceFile, Sources, systemErrorCode } from '../read/index.ts';
export { writeApplicationSet } from './application-set.ts';
export { cacheFolder } from './cache-folder.ts';
export { checkPaths } from './check-paths.ts';
export { compilerCodes } from './codes.ts';
export { type Compilation, type CompileInput, compile, type Output, type ReadSource } from './compile.ts';
export {
  compileEnvironment,
  type EnvironmentOptions,
  type EnvironmentResult,
  type Inspection,
  inspectEnvironment,
  loadEnvironment,
  type Stdin,
} from './environment.ts';
export {
  type EnvironmentOrigins,
  type ListedApplicationSet,
  type ListedEnvironment,
  type ListedProject,
  projectFile,
  withInputs,
} from './listed.ts';
export { type OutputChange, reportStale, type Target, writeOutput } from './output.ts';
export { environmentName, environmentOf, readProject } from './project.ts';
export { reportOutput, reportPlacement, reportRebalance, reportRefuge, reportTransition } from './report.ts';
