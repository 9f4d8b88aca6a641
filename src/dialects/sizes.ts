import type { Diagnostics } from '../diagnostics/index.ts';
import type { ModelPart, Sizes } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { Amounts } from './amounts.ts';
import { pointerStep } from './describe.ts';
import { checkDocument } from './faults.ts';
import { demand } from './native/model.ts';
import type { SizesDocument } from './sizes.gen.ts';

/** What `sizes.yaml` says. Undefined where it has faults, which are reported. */
export function readSizes(document: Document, diagnostics: Diagnostics): Sizes | undefined {
  const subject = (): string => '`sizes.yaml`';
  if (!checkDocument(document, 'sizes', subject, diagnostics)) return undefined;
  const amounts = new Amounts(document, subject, diagnostics);
  const models = Object.entries((document.value as unknown as SizesDocument).models).map(
    ([name, sizes]): [string, ModelPart['demand']] => [name, demand(sizes, `/models/${pointerStep(name)}`, amounts)],
  );
  if (amounts.faulty) return undefined;
  return { origin: { file: document.file, document: document.index }, models: Object.fromEntries(models) };
}
