import { type Environment, isScaledByKeda, type Server } from '../../ir/index.ts';
import {
  allServersSelector,
  componentSelector,
  defaultDenyPolicy,
  gatewayListenPort,
  gatewayNames,
  type PortName,
  podSelector,
  ports,
  serversNetworkPolicy,
  witnessNames,
} from '../../names/index.ts';
import { supportMetadata } from './metadata.ts';
import type { Labels, NetworkPolicy, Peer, PolicyPort } from './types.ts';

/**
 * Who may talk to whom. All is denied but what stands here; probes need no rule, since traffic from a pod's own node is
 * always allowed.
 */
export function defaultDeny(environment: Environment): NetworkPolicy {
  return policy(environment, defaultDenyPolicy, {}, podSelector, {});
}

/**
 * Gateways come in; the agent goes out to gateways, names and stores. One for all servers, so that it does not go with
 * a server whose pods still end: they answer, and tell gateways, until their models are ready elsewhere.
 */
export function serversPolicy(environment: Environment): NetworkPolicy {
  return policy(environment, serversNetworkPolicy, allServersSelector, allServersSelector, {
    ingress: [
      { from: [pods(componentSelector('gateway'))], ports: tcp(ports.inbound.port) },
      ...scrapes(environment, ports.envoyMetrics, ports.serverMetrics, ports.agentMetrics),
    ],
    egress: [
      { to: [pods(componentSelector('gateway'))], ports: tcp(ports.routerStream.port) },
      dns,
      // A rule without ports would open them all.
      ...(environment.stores.length === 0 ? [] : [{ to: anywhere, ports: tcp(...storePorts(environment)) }]),
    ],
  });
}

/** Clients come in from anywhere, agents and the witness to the router, KEDA to ask; requests go out to servers. */
export function gatewayPolicy(environment: Environment, servers: readonly Server[]): NetworkPolicy {
  const labels = componentSelector('gateway');
  const { http, grpc } = environment.gateway.ports;
  return policy(environment, gatewayNames.networkPolicy, labels, labels, {
    ingress: [
      { ports: tcp(gatewayListenPort(http), gatewayListenPort(grpc)) },
      {
        from: [pods(allServersSelector), pods(componentSelector('witness'))],
        ports: tcp(ports.routerStream.port),
      },
      ...scrapes(environment, ports.envoyMetrics, ports.routerMetrics),
      ...(servers.some(isScaledByKeda)
        ? [{ from: [ofNamespace(environment.keda.namespace)], ports: tcp(ports.routerMetrics.port) }]
        : []),
    ],
    egress: [{ to: [pods(allServersSelector)], ports: tcp(ports.inbound.port) }],
  });
}

export function witnessPolicy(environment: Environment): NetworkPolicy {
  const labels = componentSelector('witness');
  return policy(environment, witnessNames.networkPolicy, labels, labels, {
    ...ingressIfAny(scrapes(environment, ports.witness)),
    egress: [{ to: [pods(componentSelector('gateway'))], ports: tcp(ports.routerStream.port) }, dns],
  });
}

function policy(
  environment: Environment,
  name: string,
  labels: Labels,
  selector: Labels,
  rules: Pick<NetworkPolicy['spec'], 'ingress' | 'egress'>,
): NetworkPolicy {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: supportMetadata(environment, name, labels),
    spec: { podSelector: { matchLabels: selector }, policyTypes: ['Ingress', 'Egress'], ...rules },
  };
}

/** Prometheus comes in to the metrics ports, where there is one. */
function scrapes(
  { observability: { prometheus } }: Environment,
  ...from: readonly PortName[]
): NetworkPolicy['spec']['ingress'] & object {
  if (prometheus === undefined) return [];
  const peer = { ...ofNamespace(prometheus.namespace), ...podsOf(prometheus.pods) };
  return [{ from: [peer], ports: tcp(...from.map(({ port }) => port)) }];
}

function podsOf(labels: Labels): Peer {
  return Object.keys(labels).length === 0 ? {} : pods(labels);
}

function ofNamespace(name: string): Peer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

/** An empty list would look changed for ever. */
function ingressIfAny(ingress: NetworkPolicy['spec']['ingress'] & object): Pick<NetworkPolicy['spec'], 'ingress'> {
  return ingress.length === 0 ? {} : { ingress };
}

function pods(labels: Labels): Peer {
  return { podSelector: { matchLabels: labels } };
}

function tcp(...numbers: readonly number[]): readonly PolicyPort[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b).map((port) => ({ protocol: 'TCP', port }));
}

/** Name servers: pods of another namespace, a cache of the node, an address of the cloud. */
const dns = {
  ports: [
    { protocol: 'TCP', port: 53 },
    { protocol: 'UDP', port: 53 },
  ],
} as const satisfies { readonly ports: readonly PolicyPort[] };

/**
 * All addresses but those where clouds hand out a node's own credentials: link-local ones, and what Alibaba, Azure, AWS
 * and Google have besides.
 */
const anywhere: readonly Peer[] = [
  { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'] } },
  { ipBlock: { cidr: '::/0', except: ['fe80::/10', 'fd00:ec2::254/128', 'fd20:ce::254/128'] } },
];

/** Where agents reach the stores: the port that a store gives, or that its address names, or that of all object stores. */
function storePorts(environment: Environment): readonly number[] {
  return environment.stores.map(({ uri, port }) => port ?? portOf(uri) ?? 443);
}

function portOf(uri: string): number | undefined {
  if (!/^https?:/.test(uri) || !URL.canParse(uri)) return undefined;
  const { protocol, port } = new URL(uri);
  if (port !== '') return Number(port);
  return protocol === 'http:' ? 80 : 443;
}
