import type { Code } from '../diagnostics/index.ts';
import { checks } from './checks/index.ts';

/** The codes of all checks, by code. Each is defined with its check. */
export const linkCodes: Readonly<Record<string, Code>> = Object.fromEntries(
  checks.map(({ code }) => [code.code, code]),
);
