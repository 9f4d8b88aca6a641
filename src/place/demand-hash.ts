import { byCodeUnit } from '../diagnostics/index.ts';
import { canonicalJson, type ProblemModel, sha256 } from '../ir/index.ts';

/** A short hash of what the solver is asked for a model: another hash means that the model changed and may move. */
export function demandHash(model: ProblemModel): string {
  const { name: _name, load: _load, ...demand } = model;
  return sha256(canonicalJson({ ...demand, requires: model.requires.toSorted(byCodeUnit) }), 12);
}
