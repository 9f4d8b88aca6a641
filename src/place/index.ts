export { placeCodes } from './codes.ts';
export type { Fault } from './problem/check-value.ts';
export { parseProblem } from './problem/parse-problem.ts';
export { parseProblemText } from './problem/problem-text.ts';
export { type Asked, toProblem } from './problem/to-problem.ts';
export { type Rebalanced, rebalance } from './rebalance.ts';
export { reportUnplaced } from './report.ts';
export { solve, solverVersion, solveWithEvidence } from './solve.ts';
export type { Effort } from './state/instance.ts';
