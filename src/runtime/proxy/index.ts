export { adminText } from './admin.ts';
export { type Acceptance, EnvoyFiles, type Resources, type WatchedFile } from './envoy-files.ts';
export { watchedFiles } from './watched-files.ts';
