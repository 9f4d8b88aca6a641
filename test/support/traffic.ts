import { type Environment, type Fleet, isScaledByKeda } from '../../src/ir/index.ts';
import { componentSelector, gatewayListenPort, labelKeys, type PortName, ports } from '../../src/names/index.ts';

/**
 * Who may talk to whom, written by hand from what the programs need: what is emitted is compared with it, by a judge and
 * in a cluster.
 */

/** Those that talk or are talked to. */
export type Actor = Ours | Stranger | Onlooker | Place;
type Ours = 'gateway' | 'server' | 'second server' | 'witness';
type Stranger = keyof typeof strangers;
/** Pods of others that an Environment lets in, where it names them. */
type Onlooker = 'Prometheus' | 'KEDA';
export type Place = (typeof places)[number];

/** Pods that are not ours: whose they seem to be, and whether they are in our namespace. */
export const strangers = {
  /** Of somebody else's, in a namespace of theirs. */
  client: { inside: false },
  /** Of somebody else's, in our namespace. */
  neighbour: { inside: true },
  /** Has the labels of the gateway, in another namespace. */
  'impostor abroad': { inside: false, as: 'gateway' },
  /** Has the labels of the gateway, in our namespace. */
  impostor: { inside: true, as: 'gateway' },
} as const satisfies Readonly<Record<string, { readonly inside: boolean; readonly as?: 'gateway' }>>;

/** Addresses that are no pod's. */
export const places = ['name server', 'store', 'metadata service'] as const;

/** One line of the table. */
export interface Talk {
  readonly from: readonly ('anybody' | Ours | Onlooker)[];
  readonly to: readonly ('anything else' | 'anything else but metadata services' | Ours)[];
  readonly ports: readonly Port[];
  readonly why: string;
}

export interface Port {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
  readonly name: string;
}

const servers = ['server', 'second server'] as const;

/** All that is allowed; what is not here is denied. */
export function talks(
  { environment, servers: all }: Pick<Fleet, 'environment' | 'servers'>,
  storePorts: readonly number[],
): readonly Talk[] {
  const { gateway, stores, observability } = environment;
  const { http, grpc } = gateway.ports;
  return [
    {
      from: ['anybody'],
      to: ['gateway'],
      ports: [tcp('http', gatewayListenPort(http)), tcp('grpc', gatewayListenPort(grpc))],
      why: 'requests, from clients and from whatever exposes the gateway',
    },
    {
      from: ['gateway'],
      to: servers,
      ports: [tcp(ports.inbound.name, ports.inbound.port)],
      why: 'requests, to the sidecar that stands before the inference server',
    },
    {
      from: [...servers, 'witness'],
      to: ['gateway'],
      ports: [tcp(ports.routerStream.name, ports.routerStream.port)],
      why: 'statuses up, words down; what runs, for the witness',
    },
    {
      from: [...servers, 'witness'],
      to: ['anything else'],
      ports: [{ protocol: 'UDP', port: 53, name: 'dns' }, tcp('dns', 53)],
      why: 'names of the gateway’s pods and of stores; a name server may be anywhere, also at the node',
    },
    ...(stores.length === 0
      ? []
      : [
          {
            from: servers,
            to: ['anything else but metadata services'],
            ports: storePorts.map((port) => tcp('store', port)),
            why: 'artifacts; a policy knows no names, so a store may have any address',
          } as const,
        ]),
    ...(observability.prometheus === undefined
      ? []
      : [
          scrapes('gateway', ports.envoyMetrics, ports.routerMetrics),
          scrapes(servers, ports.envoyMetrics, ports.serverMetrics, ports.agentMetrics),
          scrapes('witness', ports.witness),
        ]),
    ...(all.some(isScaledByKeda)
      ? [
          {
            from: ['KEDA'],
            to: ['gateway'],
            ports: [tcp(ports.routerMetrics.name, ports.routerMetrics.port)],
            why: 'how much there is to do, for who scales servers',
          } as const,
        ]
      : []),
  ];
}

function scrapes(to: Ours | readonly Ours[], ...from: readonly PortName[]): Talk {
  return {
    from: ['Prometheus'],
    to: [to].flat(),
    ports: from.map(({ name, port }) => tcp(name, port)),
    why: 'metrics, where the Environment names a Prometheus',
  };
}

function tcp(name: string, port: number): Port {
  return { protocol: 'TCP', port, name };
}

/** Whether the table allows a connection. An end that has the labels of ours is ours to a policy of its namespace. */
export function isAllowed(table: readonly Talk[], from: Actor, to: Actor, protocol: string, port: number): boolean {
  return table.some(
    (talk) =>
      talk.ports.some((each) => each.protocol === protocol && each.port === port) &&
      talk.from.some((each) => each === seemsToBe(from) || (each === 'anybody' && !isOurs(seemsToBe(from)))) &&
      talk.to.some(
        (each) =>
          each === seemsToBe(to) ||
          (each.startsWith('anything else') &&
            !isOurs(seemsToBe(to)) &&
            !(each.endsWith('metadata services') && to === 'metadata service')),
      ),
  );
}

/** Whether one of the two ends is ours: the policies are about no other connections. */
export function concerns(from: Actor, to: Actor): boolean {
  return isOurs(seemsToBe(from)) || isOurs(seemsToBe(to));
}

function seemsToBe(actor: Actor): Actor {
  return actor === 'impostor' ? 'gateway' : actor;
}

function isOurs(actor: Actor): actor is Ours {
  return actor === 'gateway' || actor === 'witness' || (servers as readonly Actor[]).includes(actor);
}

export interface CastPod {
  readonly actor: Actor;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The pods of the table: ours with the labels that their templates have, and the strangers.
 *
 * @param templates Labels of the pod templates that are emitted.
 */
export function cast(
  templates: readonly Readonly<Record<string, string>>[],
  { namespace, observability: { prometheus }, keda }: Environment,
  abroad: string,
): readonly CastPod[] {
  const having = (labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined =>
    templates.find((each) => Object.entries(labels).every(([key, value]) => each[key] === value));
  const isServer = (labels: Readonly<Record<string, string>>): boolean => labelKeys.server in labels;
  const [first, second] = templates.filter(isServer);
  const gateway = having(componentSelector('gateway'));
  const ours = { gateway, witness: having(componentSelector('witness')), server: first, 'second server': second };
  return [
    ...Object.entries(ours).flatMap(([actor, labels]) => (labels ? [{ actor: actor as Ours, namespace, labels }] : [])),
    ...Object.entries(strangers).map(([actor, { inside, ...stranger }]) => ({
      actor: actor as Stranger,
      namespace: inside ? namespace : abroad,
      labels: 'as' in stranger ? (gateway ?? {}) : { app: actor.replace(' ', '-') },
    })),
    ...(prometheus ? [{ actor: 'Prometheus' as const, namespace: prometheus.namespace, labels: prometheus.pods }] : []),
    { actor: 'KEDA', namespace: keda.namespace, labels: {} },
  ];
}
