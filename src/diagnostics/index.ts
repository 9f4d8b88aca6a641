export { Diagnostics, type Particulars } from './collector.ts';
export type { Code, Diagnostic, Fix, Origin, Related, Severity } from './diagnostic.ts';
export { byCodeUnit } from './order.ts';
export type { Location, SourceMap } from './source-map.ts';
export { suggest } from './suggest.ts';
