import type { Diagnostics } from '../diagnostics/index.ts';
import { type ModelPart, pointerStep, type Sizes } from '../ir/index.ts';
import type { Document } from '../read/index.ts';
import { Amounts } from './amounts.ts';
import { checkDocument } from './faults.ts';
import { demand } from './native/model.ts';
import type { SizesDocument } from './sizes.gen.ts';

/** What `sizes.yaml` says. Where it has faults, which are reported, it says nothing. */
export function readSizes(document: Document, diagnostics: Diagnostics): Sizes {
  const origin = { file: document.file, document: document.index };
  const faulty: Sizes = { origin, models: {}, faulty: true };
  const subject = (): string => '`sizes.yaml`';
  if (!checkDocument(document, 'sizes', subject, diagnostics)) return faulty;
  const amounts = new Amounts(document, subject, diagnostics);
  const models = Object.entries((document.value as unknown as SizesDocument).models).map(
    ([name, sizes]): [string, ModelPart['demand']] => [name, demand(sizes, `/models/${pointerStep(name)}`, amounts)],
  );
  if (amounts.faulty) return faulty;
  return { origin, models: Object.fromEntries(models) };
}
