/** How clients outside the cluster reach the gateway's Service, by form. Lists are sorted by name. */
export interface Exposure {
  readonly gatewayApi: readonly GatewayApiExposure[];
  readonly ingress: readonly IngressExposure[];
  readonly istio: readonly IstioExposure[];
  readonly traefik: readonly TraefikExposure[];
  readonly ambassador: readonly AmbassadorExposure[];
}

/** What each form of exposure has. */
export interface Exposed {
  /** Ends the names of its objects. */
  readonly name: string;
  /** Names under which REST is served; at least one. */
  readonly hosts: readonly string[];
  /** Names under which gRPC is served. Empty: it is not exposed. */
  readonly grpcHosts: readonly string[];
  /** Of each of its objects. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** A route for each protocol, at a Gateway of the cluster. */
export interface GatewayApiExposure extends Exposed {
  readonly gateway: ObjectReference;
  /** Section of that Gateway. Absent: all whose host fits. */
  readonly listener?: string;
}

/** An Ingress for each protocol. */
export interface IngressExposure extends Exposed {
  readonly class: string;
  /** Absent: plain text, or what the controller does by itself. */
  readonly tls?: EdgeTls;
  /** Of the Ingress for gRPC, those of both among them. */
  readonly grpcAnnotations: Readonly<Record<string, string>>;
}

/** A VirtualService for each protocol, at a Gateway of Istio. */
export interface IstioExposure extends Exposed {
  readonly gateway: ObjectReference;
}

/** An IngressRoute for each protocol. */
export interface TraefikExposure extends Exposed {
  /** Which Traefik serves it. Absent: those that are given no class. */
  readonly class?: string;
  /** Empty: Traefik's default ones. */
  readonly entryPoints: readonly string[];
  /** Absent: what the entry points say. */
  readonly tls?: EdgeTls;
}

/** A Mapping for each host. */
export interface AmbassadorExposure extends Exposed {
  /** Which Ambassador serves it. Absent: the one without an ID of its own. */
  readonly ambassadorId?: string;
}

export interface ObjectReference {
  readonly name: string;
  readonly namespace: string;
}

/** TLS between clients and the proxy before the gateway. */
export interface EdgeTls {
  readonly secret: string;
  /** Absent: the user makes the Secret. */
  readonly issuer?: Issuer;
}

/** An issuer of cert-manager. */
export interface Issuer {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
}
