export type { ArtifactFault, Artifacts, FetchedArtifact } from './artifacts.ts';
export { VerifiedArtifacts } from './verified-artifacts.ts';
