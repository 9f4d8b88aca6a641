import { type EnvironmentPart, type Exposed, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const exposedTwice: Check = {
  code: { code: 'STW1250', severity: 'error', title: 'A host that is exposed twice' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { origin } = environment;
    const seen = new Map<string, string>();
    for (const { exposed, proxy, pointer } of exposures(environment)) {
      for (const field of ['hosts', 'grpcHosts'] as const) {
        exposed[field].forEach((host, index) => {
          const at = `${pointer}/${field}/${index}`;
          const first = seen.get(`${proxy} ${host}`);
          if (first === undefined) {
            seen.set(`${proxy} ${host}`, at);
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

interface Place {
  readonly exposed: Exposed;
  /** What it is that would serve one host in two ways. */
  readonly proxy: string;
  readonly pointer: string;
}

function exposures({ exposure }: EnvironmentPart): readonly Place[] {
  const { gatewayApi, ingress, istio, traefik, ambassador } = exposure;
  const places = <Form extends Exposed>(form: string, list: readonly Form[], proxy: (of: Form) => string): Place[] =>
    list.map((exposed, index) => ({
      exposed,
      proxy: `${form} ${proxy(exposed)}`,
      pointer: `/spec/exposure/${form}/${index}`,
    }));
  return [
    ...places('gatewayApi', gatewayApi, ({ gateway }) => `${gateway.namespace}/${gateway.name}`),
    ...places('ingress', ingress, (of) => of.class),
    ...places('istio', istio, ({ gateway }) => `${gateway.namespace}/${gateway.name}`),
    ...places('traefik', traefik, (of) => of.class ?? ''),
    ...places('ambassador', ambassador, ({ ambassadorId }) => ambassadorId ?? ''),
  ];
}
