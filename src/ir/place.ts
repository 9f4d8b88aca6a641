import type { HostPort } from './address.ts';

/**
 * Where one agent lives. In a pod all of it is fixed (`agentPodPlace`); on a developer's machine each pod has ports and
 * folders of its own, in a file that `--place` names.
 */
export interface AgentPlace {
  /** Name of the pod. */
  readonly pod: string;
  readonly ordinal: number;
  /** Where gateways send requests: the sidecar's listener. */
  readonly address: HostPort;
  /** Where probes are answered. */
  readonly probes: HostPort;
  /** Where metrics are told. */
  readonly metrics: HostPort;
  /** File of `AgentSettings`. */
  readonly settings: string;
  /** Folders of the mounted plan, of sockets and Envoy's files, of artifacts, the repository, modules and state. */
  readonly plan: string;
  readonly run: string;
  readonly artifacts: string;
  readonly repository: string;
  readonly modules: string;
  readonly state: string;
  /** File of a JSON list of routers' addresses, watched. Absent: DNS names them. */
  readonly routers?: string;
  /** The rclone program. Absent: the one on the PATH. */
  readonly rclone?: string;
  /** Whether stores may be folders of this machine. Absent: no. */
  readonly local?: true;
}

/** Where one router lives: as `AgentPlace`. */
export interface RouterPlace {
  readonly pod: string;
  /** Where probes are answered, and the state of the fleet is told. */
  readonly probes: HostPort;
  /** Where metrics are told, and what servers have to do. */
  readonly metrics: HostPort;
  /** Where agents and the witness hold their streams. */
  readonly stream: HostPort;
  readonly settings: string;
  readonly plan: string;
  readonly run: string;
}
