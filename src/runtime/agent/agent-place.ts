import type { AgentPlace } from '../../ir/index.ts';
import { environmentVariables, ports } from '../../names/index.ts';
import { readPlaceFile } from '../place-file.ts';

/** What the command line of a pod's agent names. */
export type AgentFolders = Pick<
  AgentPlace,
  'settings' | 'plan' | 'run' | 'artifacts' | 'repository' | 'modules' | 'state'
>;

/**
 * Where the agent of a pod lives: what is not on its command line, its pod tells it in variables.
 *
 * @returns the place, or what is wrong
 */
export function agentPodPlace(
  folders: AgentFolders,
  env: Readonly<Record<string, string | undefined>>,
): AgentPlace | string {
  const pod = env[environmentVariables.podName];
  const host = env[environmentVariables.podIp];
  const ordinal = env[environmentVariables.ordinal];
  if (!pod) return `the variable ${environmentVariables.podName} is not set`;
  if (!host) return `the variable ${environmentVariables.podIp} is not set`;
  if (!ordinal || !/^(0|[1-9][0-9]{0,8})$/.test(ordinal)) {
    return `the variable ${environmentVariables.ordinal} is not the number of a replica`;
  }
  return {
    ...folders,
    pod,
    ordinal: Number(ordinal),
    address: { host, port: ports.inbound.port },
    probes: { host: '0.0.0.0', port: ports.agent.port },
    metrics: { host: '0.0.0.0', port: ports.agentMetrics.port },
  };
}

/** Reads where an agent lives from a file of JSON; what is wrong where it says no such thing. */
export function readAgentPlace(path: string): AgentPlace | string {
  const texts = ['pod', 'settings', 'plan', 'run', 'artifacts', 'repository', 'modules', 'state'];
  const place = readPlaceFile(path, texts, ['address', 'probes', 'metrics']);
  if (typeof place === 'string') return place;
  return Number.isSafeInteger(place['ordinal']) ? (place as unknown as AgentPlace) : `${path} does not say \`ordinal\``;
}
