export { type Simulated, simulate } from './simulate.ts';
