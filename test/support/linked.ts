import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { type Diagnostic, Diagnostics } from '../../src/diagnostics/index.ts';
import { readDialects } from '../../src/dialects/index.ts';
import type { Fleet, FleetParts, JsonObject, Sizes } from '../../src/ir/index.ts';
import { link } from '../../src/link/index.ts';
import type { Document } from '../../src/read/index.ts';
import { root } from './root.ts';

/** The documents of one file, read by another library than the product's. */
export function documents(text: string, file = 'specs/example.yaml'): readonly Document[] {
  return parseAllDocuments(text).map((document, index) => ({ file, index, value: document.toJS() as JsonObject }));
}

/** The documents of `test/fixtures/link/<name>.yaml`. */
export function fixtureDocuments(name: string): readonly Document[] {
  return documents(readFileSync(`${root}test/fixtures/link/${name}.yaml`, 'utf8'), `specs/${name}.yaml`);
}

/** What every example starts with: an Environment with one store, and one server. */
export const base: readonly Document[] = [
  ...documents(
    `
apiVersion: stowage.dev/v1alpha1
kind: Environment
metadata: {name: test}
spec:
  namespace: models
  stores:
    - {name: artifacts, uri: s3://example-models}
`,
    'specs/environment.yaml',
  ),
  ...documents(
    `
apiVersion: stowage.dev/v1alpha1
kind: Server
metadata: {name: cpu}
spec: {runtime: mlserver, replicas: 2, memory: 4Gi}
`,
    'specs/servers.yaml',
  ),
];

export interface Compiled {
  readonly fleet: Fleet | undefined;
  readonly parts: FleetParts;
  readonly found: readonly Diagnostic[];
}

/** Reads and links documents. */
export function compile(inputs: readonly Document[], sizes?: Sizes): Compiled {
  const diagnostics = new Diagnostics();
  const parts = readDialects(inputs, diagnostics);
  const fleet = link(parts, sizes, diagnostics);
  return { fleet, parts, found: diagnostics.list() };
}

/** `STW1110 specs/example.yaml#0/spec/memroy (key)`, one for each diagnostic. */
export function summary(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, origin }) => {
    if (!origin) return code;
    const { file, document, pointer = '', part } = origin;
    return `${code} ${file}#${document ?? ''}${pointer}${part ? ` (${part})` : ''}`;
  });
}
