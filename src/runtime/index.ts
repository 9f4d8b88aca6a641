export type { AgentPlace, RouterPlace } from './place.ts';
