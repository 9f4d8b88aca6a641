export { dialectCodes } from './codes.ts';
export { type Project, type ProjectApplicationSet, type ProjectEnvironment, readProject } from './project.ts';
export { readDialects } from './read-dialects.ts';
export { builtInRuntimes } from './runtimes/index.ts';
export { readSizes } from './sizes.ts';
