export { LocalEnvironment, type LocalOptions } from './local-environment.ts';
export { localise, type Target } from './localise.ts';
export { findParts, type Parts } from './parts.ts';
export { inferencePrograms } from './pods/inference-program.ts';
export { swapMount } from './pods/mounted-folder.ts';
export type { LocalPod, ProcessEnd } from './pods/pod.ts';
export { fetchStatus } from './status/fetch-status.ts';
