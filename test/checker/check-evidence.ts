import type { Evidence, Placement, Problem } from '../../src/ir/index.ts';
import { checkShortages } from './check-shortages.ts';
import { Component } from './component.ts';
import { findHomes } from './homes.ts';

/**
 * Checks that the evidence proves every lower bound of a placement's certificate, and of what has no place that it has
 * none, in exact integers; that no model joins two components is for `checkPlacement` to check. Shares no code with the
 * solver. Gives what does not hold, in words.
 */
export function checkEvidence(problem: Problem, placement: Placement, evidence: Evidence): string[] {
  const { components } = placement.certificate;
  if (evidence.components.length !== components.length) return ['the evidence is of other components'];
  const servers = new Map(problem.servers.map((server) => [server.name, server]));
  const placed = problem.models.filter(({ name }) => Object.hasOwn(placement.assignments, name));
  const homes = findHomes(problem.servers, placed);
  const byFirst = Map.groupBy(placed, (model) => homes.get(model)![0]?.name);
  const ofBounds = evidence.components.flatMap((given, i) => {
    const { servers: names, lowerBound } = components[i]!;
    const own = names.map((name) => servers.get(name)!);
    const models = names.flatMap((name) => byFirst.get(name) ?? []);
    const faults = new Component(own, models, homes).faultsOf(given);
    if (given.servers.join() !== names.join()) faults.push('is of other servers');
    if (given.lowerBound !== lowerBound) faults.push(`proves ${given.lowerBound}, not ${lowerBound}`);
    return faults.map((fault) => `component ${i} ${fault}`);
  });
  return [...ofBounds, ...checkShortages(problem, placement, evidence.shortages)];
}
