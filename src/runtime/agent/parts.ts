import type { AgentPlace, AgentSettings, PodStatus, RouterWord } from '../../ir/index.ts';
import type { Log } from '../log.ts';
import type { Artifacts } from './artifacts/artifacts.ts';
import type { Notes } from './notes.ts';
import type { Pace } from './pace.ts';
import type { InferenceServer } from './servers/server.ts';
import type { Doors } from './sidecar.ts';

/** What an agent has to do with, so that tests can stand in for each. */
export interface AgentParts {
  readonly settings: AgentSettings;
  readonly place: Pick<AgentPlace, 'pod' | 'ordinal' | 'address'>;
  /** One run of the agent. */
  readonly instance: string;
  readonly server: InferenceServer;
  readonly artifacts: Artifacts;
  readonly doors: Doors;
  readonly notes: Notes;
  readonly routers: Routers;
  readonly log: Log;
  readonly pace: Pace;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Whether this pod counted as ready in an earlier run of its agent, and how the next one is to know. */
  readonly ready: { readonly was: boolean; remember(): void };
}

/** The streams to all routers. */
export interface Routers {
  /** Undefined: nobody knows how many there are. */
  routers(): readonly { readonly word?: RouterWord }[] | undefined;
  send(status: PodStatus): void;
  close(): void;
}
