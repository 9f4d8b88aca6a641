export { solve, solverVersion } from './solve.ts';
