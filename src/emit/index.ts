export { emitCodes } from './codes.ts';
export type { EmittedFile, Emitter } from './emitter.ts';
export { emitters } from './emitters.ts';
export { checkPods } from './kubernetes/check.ts';
export { yamlText } from './kubernetes/yaml.ts';
