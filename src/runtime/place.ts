export type { AgentPlace, RouterPlace } from '../ir/index.ts';
