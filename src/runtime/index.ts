export type { AgentPlace, RouterPlace } from '../ir/index.ts';
export { agentPodPlace, readAgentPlace } from './agent/agent-place.ts';
export { runAgent } from './agent/run-agent.ts';
export { type RouterFolders, readRouterPlace, routerPodPlace } from './router/router-place.ts';
export { runRouter } from './router/run-router.ts';
export { type Difference, differences, renderStatus } from './status/index.ts';
export { runWitness, type WitnessPlace } from './witness/index.ts';
