export { type Decision, decide } from './decide.ts';
export {
  type AgentView,
  copyKey,
  type Failure,
  isInside,
  isRoutable,
  type KnownRouter,
  type LocalCopy,
} from './view.ts';
