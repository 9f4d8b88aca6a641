export type { EmittedFile, Emitter } from './emitter.ts';
export { emitters } from './emitters.ts';
export { yamlText } from './kubernetes/yaml.ts';
