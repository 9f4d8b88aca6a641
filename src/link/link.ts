import { byCodeUnit, type Diagnostics } from '../diagnostics/index.ts';
import type { Fleet, FleetParts, NodeOrigin, Runtime, Sizes } from '../ir/index.ts';
import { askedVersions } from './capabilities.ts';
import { checks } from './checks/index.ts';
import type { Linked, LinkedServer } from './linked.ts';
import { linkModel } from './models.ts';
import { linkServer } from './servers.ts';

/**
 * Joins the parts of all dialects to one Fleet: looks up every name, fills in what is absent (from the Environment,
 * then by default), and runs all checks. Undefined where anything at all was reported as an error, then or before.
 *
 * @param expected name of the Environment that is compiled, where that is known: of several it is the right one
 */
export function link(
  parts: FleetParts,
  sizes: Sizes | undefined,
  diagnostics: Diagnostics,
  expected?: string,
): Fleet | undefined {
  const linked = lookUp(sorted(parts), sizes, expected);
  for (const { code, run } of checks) run(linked, (particulars) => diagnostics.report(code, particulars));
  const { environment } = linked;
  if (diagnostics.hasErrors || environment === undefined) return undefined;

  const { defaults: _defaults, runtimeImages: _images, ...rest } = environment;
  const used = new Set(linked.servers.map(({ part }) => part.runtime));
  return {
    environment: rest,
    runtimes: [...linked.runtimes.values()].filter(({ name }) => used.has(name)),
    servers: linked.servers.map(({ part, server }) => server ?? unreported('server', part.name)),
    models: linked.models.map(({ part, model }) => model ?? unreported('model', part.name)),
  };
}

/** What cannot be linked has been reported by a check; else a check is missing. */
function unreported(kind: string, name: string): never {
  throw new Error(`The ${kind} ${name} was not linked, and no check says why.`);
}

/** Looks up all names. What cannot be found stays undefined; the checks report it. */
export function lookUp(parts: FleetParts, sizes: Sizes | undefined, expected?: string): Linked {
  const environment = parts.environments.length === 1 ? parts.environments[0] : undefined;
  const runtimes = runtimesOf(parts, environment?.runtimeImages ?? {});
  const tenants = [...parts.servers, ...parts.models].some(({ tenant }) => tenant !== undefined);
  const words = { tenants, asked: askedVersions(parts.models) };
  const servers = firstOfName(parts.servers).map((part): LinkedServer => {
    const runtime = runtimes.get(part.runtime);
    return { part, runtime, server: runtime && linkServer(part, runtime, environment, words) };
  });
  const scope = { environment, servers, sizes, tenants, found: new Map() };
  return {
    parts,
    expected,
    environment,
    runtimes,
    servers,
    serverNamed: new Map(servers.map((server) => [server.part.name, server])),
    models: firstOfName(parts.models).map((part) => linkModel(part, scope)),
    sizes,
    tenants,
    mayExist: (kind, name) =>
      parts.faulty.some(
        (faulty) =>
          (faulty.kind ?? kind) === kind && (name === undefined || faulty.name === undefined || faulty.name === name),
      ),
  };
}

/** By name, with the images of the Environment; users' own win over built-in ones. */
function runtimesOf({ runtimes }: FleetParts, images: Readonly<Record<string, string>>): ReadonlyMap<string, Runtime> {
  const own = firstOfName(runtimes.filter(({ origin }) => origin !== undefined));
  const names = new Set(own.map(({ name }) => name));
  const builtIn = runtimes.filter(({ name, origin }) => origin === undefined && !names.has(name));
  return new Map(
    [...own, ...builtIn]
      .toSorted((a, b) => byCodeUnit(a.name, b.name))
      .map((runtime) => {
        const image = Object.hasOwn(images, runtime.name) ? images[runtime.name] : undefined;
        return [runtime.name, image === undefined ? runtime : { ...runtime, image }];
      }),
  );
}

/** The parts in an order that does not depend on that of the documents. */
function sorted(parts: FleetParts): FleetParts {
  return {
    environments: parts.environments.toSorted(byNameAndPlace),
    runtimes: parts.runtimes.toSorted(byNameAndPlace),
    servers: parts.servers.toSorted(byNameAndPlace),
    models: parts.models.toSorted(byNameAndPlace),
    faulty: parts.faulty,
  };
}

interface Named {
  readonly name: string;
  readonly origin?: NodeOrigin;
}

function byNameAndPlace(a: Named, b: Named): number {
  return (
    byCodeUnit(a.name, b.name) ||
    byCodeUnit(a.origin?.file ?? '', b.origin?.file ?? '') ||
    (a.origin?.document ?? -1) - (b.origin?.document ?? -1)
  );
}

function firstOfName<T extends Named>(parts: readonly T[]): readonly T[] {
  return parts.filter(({ name }, index) => index === 0 || parts[index - 1]?.name !== name);
}
