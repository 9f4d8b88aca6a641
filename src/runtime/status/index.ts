export { type Difference, differences } from './differences.ts';
export { renderStatus } from './render-status.ts';
export { since } from './since.ts';
export { stateText } from './state-text.ts';
