import { type EnvironmentPart, type Exposed, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const exposedTwice: Check = {
  code: { code: 'STW1250', severity: 'error', title: 'A host that is exposed twice' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { origin } = environment;
    const seen = new Map<string, Seen[]>();
    for (const { exposed, proxies, doors, pointer } of exposures(environment)) {
      for (const field of ['hosts', 'grpcHosts'] as const) {
        exposed[field].forEach((host, index) => {
          const at = `${pointer}/${field}/${index}`;
          const keys = proxies.map((proxy) => `${proxy} ${host}`);
          const first = keys.flatMap((key) => seen.get(key) ?? []).find((other) => haveOneDoor(other.doors, doors))?.at;
          if (first === undefined) {
            for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), { doors, at }]);
            return;
          }
          report({
            message: `The host ${quoted(host)} is exposed twice by the same proxy`,
            origin: originAt(origin, at),
            related: [{ origin: originAt(origin, first), message: 'the first time' }],
            help: first.startsWith(`${pointer}/hosts/`)
              ? 'Remove one of them. REST and gRPC need hosts of their own: they go to different ports.'
              : 'Remove one of them.',
          });
        });
      }
    }
  },
};

/** Where a host was exposed before. */
interface Seen {
  readonly doors: Doors;
  readonly at: string;
}

/** Listeners or entry points of a proxy, each with routes of its own. Undefined: whichever the proxy takes. */
type Doors = readonly string[] | undefined;

function haveOneDoor(a: Doors, b: Doors): boolean {
  return a === undefined || b === undefined || a.some((door) => b.includes(door));
}

interface Place {
  readonly exposed: Exposed;
  /** Those that would serve one host in two ways. */
  readonly proxies: readonly string[];
  readonly doors: Doors;
  readonly pointer: string;
}

function exposures({ exposure }: EnvironmentPart): readonly Place[] {
  const { gatewayApi, ingress, istio, traefik, ambassador } = exposure;
  const places = <Form extends Exposed>(
    form: string,
    list: readonly Form[],
    proxies: (of: Form) => readonly string[],
    doors: (of: Form) => Doors = () => undefined,
  ): Place[] =>
    list.map((exposed, index) => ({
      exposed,
      proxies: proxies(exposed).map((proxy) => `${form} ${proxy}`),
      doors: doors(exposed),
      pointer: `/spec/exposure/${form}/${index}`,
    }));
  return [
    ...places(
      'gatewayApi',
      gatewayApi,
      ({ gateway }) => [`${gateway.namespace}/${gateway.name}`],
      ({ listener }) => (listener === undefined ? undefined : [listener]),
    ),
    ...places('ingress', ingress, (of) => [of.class]),
    ...places('istio', istio, ({ gateway }) => [`${gateway.namespace}/${gateway.name}`]),
    ...places(
      'traefik',
      traefik,
      (of) => traefiks(of.class),
      ({ entryPoints }) => (entryPoints.length === 0 ? undefined : entryPoints),
    ),
    // It has this ID where none is given.
    ...places('ambassador', ambassador, ({ ambassadorId }) => [ambassadorId ?? 'default']),
  ];
}

/** Which of them serve a class: a Traefik that is given none serves what has none, and the class `traefik`. */
function traefiks(name: string | undefined): readonly string[] {
  if (name === undefined) return [''];
  return name === 'traefik' ? ['', name] : [name];
}
