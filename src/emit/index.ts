export { emitCodes } from './codes.ts';
export type { EmittedFile, Emitter } from './emitter.ts';
export { emitters } from './emitters.ts';
export { checkPlanSize, checkPods } from './kubernetes/check.ts';
export { yamlText } from './kubernetes/yaml.ts';
