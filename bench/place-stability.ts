import type { Problem, ProblemModel } from '../src/ir/index.ts';
import type { Random } from '../test/support/random.ts';

/** One model comes, goes or grows; `none`: nothing changes. */
export function oneChange(
  asked: Problem,
  kind: 'none' | 'added' | 'removed' | 'grown',
  random: Random,
): { readonly problem: Problem } {
  const at = random.int(asked.models.length);
  const one = asked.models[at]!;
  switch (kind) {
    case 'none':
      return { problem: asked };
    case 'added': {
      const name = `new-${at}`;
      return { problem: { ...asked, models: [...asked.models, { ...one, name }], changed: [name] } };
    }
    case 'removed':
      return { problem: { ...asked, models: asked.models.filter((_, i) => i !== at) } };
    default:
      return { problem: { ...asked, models: asked.models.with(at, grow(one, 1.5)), changed: [one.name] } };
  }
}

/** One commit: a model comes, goes, grows or shrinks, each as often as the others. */
export function randomCommit(asked: Problem, random: Random, commit: number): Problem {
  const kind = random.int(4);
  if (kind === 0) return oneChange(asked, 'removed', random).problem;
  if (kind === 1) {
    const one = { ...random.pick(asked.models), name: `new-${String(commit).padStart(4, '0')}` };
    return { ...asked, models: [...asked.models, one], changed: [one.name] };
  }
  const at = random.int(asked.models.length);
  const one = asked.models[at]!;
  const factor = kind === 2 ? 1 + random.int(100) / 100 : 0.5 + random.int(50) / 100;
  return { ...asked, models: asked.models.with(at, grow(one, factor)), changed: [one.name] };
}

function grow(one: ProblemModel, factor: number): ProblemModel {
  const memory = Math.max(16, Math.min(4096, Math.round(one.memory * factor)));
  return { ...one, memory, peak: memory + one.peak - one.memory };
}
