export type { ArtifactFault, Artifacts, FetchedArtifact } from './artifacts.ts';
export type { CacheUsage } from './cache.ts';
export { VerifiedArtifacts } from './verified-artifacts.ts';
