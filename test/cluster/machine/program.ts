/** A program that a machine keeps running. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Whether it does its work now; the programs after it are started when it does. Absent: they do not wait. */
  readonly ready?: () => Promise<boolean>;
  /** Done once when it is ready, or started where it says nothing of that, before the programs after it are started. */
  readonly onReady?: () => Promise<void>;
}

/** What a machine is told: read from `machine.json` in its folder. */
export interface MachineConfig {
  /** Name of the machine, which is a node's name, too. */
  readonly name: string;
  /** Of this machine alone: logs, state, sockets. */
  readonly folder: string;
  /** Of the cluster: its kubeconfig lies here. */
  readonly cluster: string;
  /** With our programs. */
  readonly programs: string;
  /** With Debian's programs, as a root file system. */
  readonly packages: string;
  /** A node's number, from 1; 0 for the control machine. */
  readonly node: number;
  /** Name of its cgroup, in every hierarchy. */
  readonly cgroup: string;
  /** Whether the machine ends when its standard input does, which the process that started it holds. */
  readonly owned: boolean;
  readonly control?: ControlConfig;
}

/** What runs on the control machine besides the control plane. */
export interface ControlConfig {
  readonly argocd?: { readonly module: string; readonly plugin?: string };
  readonly kwok?: { readonly module: string };
  readonly metrics: boolean;
}
