import { readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { emitters } from '../../../src/emit/index.ts';
import type { Delivery, Fleet, Plan } from '../../../src/ir/index.ts';
import { compileWell } from '../../support/compiled.ts';
import { fleets } from '../../support/emitted-fleets.ts';
import { exampleInput } from '../../support/example.ts';
import { fixtureInput } from '../../support/fixture.ts';
import { aPlan } from '../../support/nodes.ts';
import { root } from '../../support/root.ts';
import type { Live } from './kubectl.ts';

/** A fleet that has a golden or is an example, and what it runs. */
export interface EmittedCase {
  readonly name: string;
  readonly fleet: Fleet;
  readonly plan: Plan;
}

/** A manifest; `Live` without what the API server adds. */
export type Manifest = Pick<Live, 'kind' | 'spec'> & {
  readonly apiVersion: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

/** Every example and every golden of what is emitted or compiled. */
export async function emittedCases(): Promise<readonly EmittedCase[]> {
  const examples = readdirSync(`${root}specs`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'models' ? [entry.name] : [],
  );
  const compiled = [
    ...examples.map((name) => ({ name, input: exampleInput(name) })),
    ...['shop', 'tenants'].map((name) => ({ name, input: fixtureInput(name) })),
    { name: 'commits', input: fixtureInput('commits', ['specs', '1-start']) },
  ];
  const cases: EmittedCase[] = Object.entries(fleets).map(([name, fleet]) => ({ name, fleet, plan: aPlan(fleet) }));
  for (const { name, input } of compiled) {
    const { fleet, plan } = await compileWell(input);
    cases.push({ name, fleet, plan });
  }
  return cases;
}

/** What is emitted of a case into a namespace, by path. */
export function emittedFiles(
  { fleet, plan }: EmittedCase,
  namespace: string,
  delivery?: Delivery,
): ReadonlyMap<string, string> {
  const moved = { ...fleet, environment: { ...fleet.environment, namespace } };
  return new Map(
    Object.values(emitters).flatMap((emit) =>
      emit(moved, plan, delivery).map(({ path, text }) => [path, text] as const),
    ),
  );
}

/** The objects of the manifests among emitted files. */
export function manifestsOf(files: ReadonlyMap<string, string>): readonly Manifest[] {
  return [...files].flatMap(([path, text]) => (path.startsWith('manifests/') ? [parse(text) as Manifest] : []));
}

/** Whether there is a CRD, where one is needed: Ambassador's are in no module that tests can get. */
export function hasCrd({ apiVersion }: Manifest): boolean {
  return !apiVersion.startsWith('getambassador.io/');
}
