export { applicationSetFile, type Delivered, emitApplicationSet } from './argocd/application-set.ts';
export type { EmittedFile, Emitter } from './emitter.ts';
export { emitters } from './emitters.ts';
export { manifestsFolder } from './kubernetes/emit.ts';
export { yamlText } from './kubernetes/yaml.ts';
export { agentSettings } from './settings/agent-settings.ts';
export { routerSettings } from './settings/router-settings.ts';
export { witnessSettings } from './settings/witness-settings.ts';
