import { type NodeOrigin, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { podContainers, serverContainer } from '../pod.ts';
import { asList, asObject, quoted } from '../words.ts';

/** Ports of the parts that the compiler adds to pods. */
const reserved = { first: 18400, last: 18439 };

interface Use {
  readonly port: number;
  readonly owner: string;
  readonly origin: NodeOrigin | undefined;
  readonly pointer: string;
}

export const portCollision: Check = {
  code: { code: 'STW1222', severity: 'error', title: 'Ports that collide' },
  run({ servers, runtimes, environment }, report) {
    const check = (what: string, uses: readonly Use[]): void => {
      const seen = new Map<number, Use>();
      for (const use of uses) {
        const { port, owner, origin, pointer } = use;
        const first = seen.get(port);
        const ours = port >= reserved.first && port <= reserved.last;
        if (!first) seen.set(port, use);
        if (!first && !ours) continue;
        report({
          message: first
            ? `In ${what} both ${first.owner} and ${owner} use port ${port}`
            : `In ${what} ${owner} uses port ${port}, which is one of Stowage's own`,
          origin: origin && originAt(origin, pointer),
          related: first?.origin && [{ origin: originAt(first.origin, first.pointer), message: first.owner }],
          help: ours
            ? `Take a port outside ${reserved.first}–${reserved.last}.`
            : 'The containers of a pod share their ports: give one of them another.',
        });
      }
    };

    if (environment) {
      const { ports } = environment.gateway;
      const uses = (['http', 'grpc'] as const).map((name) => ({
        port: ports[name],
        owner: name === 'http' ? 'the HTTP port' : 'the gRPC port',
        origin: environment.origin,
        pointer: `/spec/gateway/ports/${name}`,
      }));
      check('the gateway', uses);
    }
    for (const runtime of runtimes.values()) {
      if (runtime.origin) check(`the Runtime ${quoted(runtime.name)}`, runtimeUses(runtime));
    }
    for (const { part, runtime } of servers) {
      if (runtime === undefined) continue;
      const taken = new Map(runtimeUses(runtime).map((use) => [use.port, use]));
      const own: Use[] = [
        ...podContainers(part.pod, 'containers'),
        ...podContainers(part.pod, 'initContainers'),
      ].flatMap(({ name, fields, pointer }) =>
        asList(fields['ports']).flatMap((entry, index) => {
          const port = asObject(entry)['containerPort'];
          // The inference server may list the ports that it has anyway.
          if (typeof port !== 'number' || (name === serverContainer && taken.has(port))) return [];
          const owner = `container ${quoted(name ?? '')}`;
          return [{ port, owner, origin: part.origin, pointer: `${pointer}/ports/${index}/containerPort` }];
        }),
      );
      if (own.length === 0) continue;
      // A fault of the runtime's own ports is told of the runtime.
      const sound = [...taken.values()].filter(({ port }) => port < reserved.first || port > reserved.last);
      check(`the pod of Server ${quoted(part.name)}`, [...sound, ...own]);
    }
  },
};

function runtimeUses({ name, ports, origin }: { name: string; ports: object; origin?: NodeOrigin }): readonly Use[] {
  return Object.entries(ports).map(([kind, port]: [string, number]) => ({
    port,
    owner: `the ${kind} port of the Runtime ${quoted(name)}`,
    origin,
    pointer: `/spec/ports/${kind}`,
  }));
}
