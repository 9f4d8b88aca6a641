import type { Version } from '../../../ir/index.ts';

/**
 * The inference server of a pod, as the agent drives it. Faults of models are answers, not exceptions; none of these
 * throws. Each driver is for one layout of the model repository.
 */
export interface InferenceServer {
  /** Whether it answers at all. */
  live(): Promise<boolean>;
  /** Names that it would answer requests for now. Undefined: it could not be asked. */
  loaded(): Promise<ReadonlySet<string> | undefined>;
  /** Puts a version's folder into the repository, under the name that it is to be loaded by; replaces what was there. */
  prepare(version: Version, artifact: string): Promise<ServerFault | undefined>;
  /** Loads what `prepare` put there, or loads it anew; ends when it is loaded. */
  load(name: string): Promise<ServerFault | undefined>;
  /** Sends a request that the model's signature allows, or, where it gives none, asks whether it is ready. */
  warmUp(name: string): Promise<ServerFault | undefined>;
  /** Unloads it, requests in flight finished, and takes its folder out of the repository. */
  unload(name: string): Promise<ServerFault | undefined>;
  /** Takes folders out of the repository that are none of these names. */
  tidy(names: ReadonlySet<string>): Promise<void>;
  /** What the server really takes, in MiB. Undefined: it does not say. */
  memory(): Promise<number | undefined>;
}

export interface ServerFault {
  readonly reason: string;
  /**
   * `model`: the server refused it, and would again; `server`: the server went away meanwhile, perhaps because of it;
   * `passing`: neither is known.
   */
  readonly kind: 'model' | 'server' | 'passing';
}
