export type { Fault } from './check-value.ts';
export { placeCodes } from './codes.ts';
export type { Effort } from './instance.ts';
export { parseProblem } from './parse-problem.ts';
export { parseProblemText } from './problem-text.ts';
export { type Rebalanced, rebalance } from './rebalance.ts';
export { reportUnplaced } from './report.ts';
export { solve, solverVersion, solveWithEvidence } from './solve.ts';
export { type Asked, toProblem } from './to-problem.ts';
