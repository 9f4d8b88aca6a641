export { agentPodPlace, readAgentPlace } from './agent/agent-place.ts';
export { runAgent } from './agent/run-agent.ts';
export type { AgentPlace, RouterPlace } from './place.ts';
