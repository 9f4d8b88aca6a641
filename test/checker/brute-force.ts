import type { Problem, ProblemModel, ProblemServer } from '../../src/ir/index.ts';

/**
 * The least Σ cost × base over all legal placements of every model, without history, by trying everything; undefined
 * where there is none. Required copies alone: further copies and refuges never raise a base. Only for tiny problems.
 */
export function bruteForce(problem: Problem): number | undefined {
  const { servers, models } = problem;
  const held: ProblemModel[][][] = servers.map((server) => Array.from({ length: server.replicas.max }, () => []));
  let best: number | undefined;

  const cost = (): number =>
    servers.reduce((sum, server, s) => {
      const used = held[s]!.reduce((top, ordinal, k) => (ordinal.length > 0 ? k + 1 : top), 0);
      return sum + server.cost * Math.max(server.replicas.min, used);
    }, 0);

  const place = (m: number): void => {
    if (best !== undefined && cost() >= best) return;
    const model = models[m];
    if (!model) {
      best = cost();
      return;
    }
    for (const [s, server] of servers.entries()) {
      if (model.server !== null && model.server !== server.name) continue;
      if (!model.requires.every((word) => server.capabilities.includes(word))) continue;
      spread(m, s, 0, model.replicas.min);
    }
  };

  // Ordinals are alike, so the first empty one stands for all empty ones after it.
  const spread = (m: number, s: number, from: number, left: number): void => {
    if (left === 0) {
      place(m + 1);
      return;
    }
    const model = models[m]!;
    for (let k = from; k < held[s]!.length; k++) {
      const empty = held[s]![k]!.length === 0;
      held[s]![k]!.push(model);
      if (legal(servers[s]!, held[s]![k]!)) spread(m, s, k + 1, left - 1);
      held[s]![k]!.pop();
      if (empty) return;
    }
  };

  place(0);
  return best;
}

/** Whether one ordinal may hold these models together: rules 1 to 3. */
export function legal(server: ProblemServer, models: readonly ProblemModel[]): boolean {
  const sum = (of: (model: ProblemModel) => number): number => models.reduce((total, model) => total + of(model), 0);
  const top = (of: (model: ProblemModel) => number): number =>
    models.reduce((most, model) => Math.max(most, of(model)), 0);
  const stays = (model: ProblemModel): number => (model.residency === 'always' ? 1 : 0);
  const replaced = (model: ProblemModel): number => (stays(model) === 1 && model.update === 'recreate' ? 1 : 0);
  const { capacity, workers: w, overcommit } = server;
  const memoryTop = top((model) => model.peak - replaced(model) * model.memory);
  const gpuTop = top((model) => model.gpuPeak - replaced(model) * model.gpuMemory);
  return (
    w * (sum((model) => stays(model) * model.memory) + memoryTop) <= capacity.memory &&
    100 * w * sum((model) => model.memory) <= capacity.memory * (100 + overcommit) &&
    w * (sum((model) => stays(model) * model.gpuMemory) + gpuTop) <= capacity.gpuMemory &&
    100 * w * sum((model) => model.gpuMemory) <= capacity.gpuMemory * (100 + overcommit) &&
    models.length <= (capacity.slots ?? models.length) &&
    2 * sum((model) => model.disk) <= (capacity.disk ?? Number.MAX_SAFE_INTEGER)
  );
}
