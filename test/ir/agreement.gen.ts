// Generated from schemas/ by scripts/generate-types.ts.

import type { Evidence, FleetStatus, Placement, Problem } from '../../src/ir/index.ts';
import type { ProblemWire } from '../../src/ir/problem.gen.ts';
import type { SolutionWire } from '../../src/ir/solution.gen.ts';
import type { StatusWire } from '../../src/ir/status.gen.ts';
import type { EvidenceWire } from '../../src/ir/evidence.gen.ts';

/** Shapes are readonly, generated types are not: that is no difference. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Fits<A extends B, B> = [A, B];

/** Does not compile where a shape in src/ir is not what its schema says. */
export type Agreement = [
  Fits<Problem, Frozen<ProblemWire>>,
  Fits<Placement, Frozen<SolutionWire>>,
  Fits<Frozen<SolutionWire>, Placement>,
  Fits<FleetStatus, Frozen<StatusWire>>,
  Fits<Frozen<StatusWire>, FleetStatus>,
  Fits<Evidence, Frozen<EvidenceWire>>,
  Fits<Frozen<EvidenceWire>, Evidence>,
];
