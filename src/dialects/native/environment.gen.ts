// Generated from schemas/environment.schema.json by scripts/generate-types.ts.

/**
 * One target: a namespace of a cluster, and what all of its servers and models share. A project has exactly one Environment for each of its environments.
 */
export interface EnvironmentDocument {
  /**
   * The version of this kind.
   */
  apiVersion: 'stowage.dev/v1alpha1';
  /**
   * What the document describes.
   */
  kind: 'Environment';
  /**
   * The object's name, and labels and annotations for your own tools.
   */
  metadata: {
    /**
     * Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 45 characters.
     */
    name: string;
    /**
     * For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.
     */
    labels?: {
      [k: string]: string;
    };
    /**
     * For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.
     */
    annotations?: {
      [k: string]: string;
    };
  };
  /**
   * The target and what its servers and models share.
   */
  spec: {
    /**
     * Kubernetes namespace of everything that is emitted.
     */
    namespace: string;
    /**
     * Where artifacts may come from; agents fetch from nowhere else. Every `storage.uri` of a model lies under one of them. Absent: none.
     *
     * @maxItems 1000
     *
     * Items: One artifact store.
     */
    stores?: {
      /**
       * How messages and the plan name the store.
       */
      name: string;
      /**
       * Everything below it belongs to the store.
       */
      uri: string;
      /**
       * Secret in the namespace with one key that holds an rclone remote. Absent: the store is public.
       */
      secret?: string;
      /**
       * TCP port of the store's endpoint, which the agents' NetworkPolicy opens; for a store behind an endpoint of its own, such as MinIO. Absent: the port in the URI, else 443.
       */
      port?: number;
    }[];
    /**
     * Container images of this environment. Absent: those that this version of Stowage was made with.
     */
    images?: {
      /**
       * Image of agent, router and witness.
       */
      stowage?: string;
      /**
       * Image of Envoy, in the gateway and beside each server.
       */
      envoy?: string;
      /**
       * Images that replace those of runtimes, by the runtime's name. Absent: none is replaced.
       */
      runtimes?: {
        /**
         * Image of the runtime's servers in this environment.
         */
        [k: string]: string;
      };
    };
    /**
     * The pods through which all requests come in. Absent: the defaults of its fields.
     */
    gateway?: {
      /**
       * How many gateway pods run.
       */
      replicas?: number;
      /**
       * Ports that clients use.
       */
      ports?: {
        /**
         * Port for REST.
         */
        http?: number;
        /**
         * Port for gRPC.
         */
        grpc?: number;
      };
      /**
       * Type of the Service that clients use.
       */
      service?: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
      /**
       * Annotations of that Service: settings of a load balancer. Absent: none.
       */
      annotations?: {
        [k: string]: string;
      };
      /**
       * Largest body that may be retried. Larger ones are routed but not retried.
       */
      retryBuffer?: string | number;
      /**
       * Largest body that is accepted at all.
       */
      maxRequest?: string | number;
      /**
       * How many clients may be connected to one gateway pod.
       */
      maxConnections?: number;
      /**
       * Longest that a request may take, where the model does not say.
       */
      requestTimeout?: string;
      /**
       * What each gateway pod's Envoy asks of its node.
       */
      resources?: {
        /**
         * Cores that it requests.
         */
        cpu?: string | number;
        /**
         * Memory that it requests and is limited to.
         */
        memory?: string | number;
      };
      /**
       * In how many ConfigMaps the gateway's plan travels; each holds about 3,000 models. Changing it restarts the gateway's pods one by one.
       */
      planShards?: number;
    };
    /**
     * How clients outside the cluster reach the gateway's Service, by form. Forms stand side by side, so that one can take the place of another without a gap. Absent: only by that Service.
     */
    exposure?: {
      /**
       * HTTPRoutes and GRPCRoutes of the Gateway API. Absent: none.
       *
       * @maxItems 32
       *
       * Items: A route for each protocol, at a Gateway of the cluster.
       */
      gatewayApi?: {
        /**
         * Ends the names of the objects; unique among the exposures of its form.
         */
        name: string;
        /**
         * Names under which REST is served.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        hosts: string[];
        /**
         * Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        grpcHosts?: string[];
        /**
         * The Gateway that the routes attach to; it must admit them.
         */
        gateway: {
          /**
           * Its name.
           */
          name: string;
          /**
           * Its namespace. Absent: the Environment's.
           */
          namespace?: string;
          /**
           * Section of the Gateway. Absent: all of its listeners whose host fits.
           */
          listener?: string;
        };
        /**
         * Annotations of its objects, external-dns's for one. Absent: none.
         */
        annotations?: {
          [k: string]: string;
        };
      }[];
      /**
       * Ingresses. Absent: none.
       *
       * @maxItems 32
       *
       * Items: An Ingress for each protocol: controllers are told the protocol towards the gateway by annotations, which hold for a whole Ingress.
       */
      ingress?: {
        /**
         * Ends the names of the objects; unique among the exposures of its form.
         */
        name: string;
        /**
         * Names under which REST is served.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        hosts: string[];
        /**
         * Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        grpcHosts?: string[];
        /**
         * The `ingressClassName`: which controller serves it.
         */
        class: string;
        /**
         * How clients' connections are encrypted. Absent: plain text, or what the controller does by itself.
         */
        tls?: {
          /**
           * Secret with `tls.crt` and `tls.key` for all hosts.
           */
          secret: string;
          issuer?: Issuer;
        };
        /**
         * Annotations of the Ingresses: settings of the controller. Absent: none.
         */
        annotations?: {
          [k: string]: string;
        };
        /**
         * Annotations of the Ingress for gRPC, above those of both: the controller's word for gRPC towards the gateway. Absent: none.
         */
        grpcAnnotations?: {
          [k: string]: string;
        };
      }[];
      /**
       * VirtualServices of Istio. Absent: none.
       *
       * @maxItems 32
       *
       * Items: A VirtualService for each protocol, at a Gateway of Istio.
       */
      istio?: {
        /**
         * Ends the names of the objects; unique among the exposures of its form.
         */
        name: string;
        /**
         * Names under which REST is served.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        hosts: string[];
        /**
         * Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        grpcHosts?: string[];
        /**
         * Istio's Gateway that the hosts are served by.
         */
        gateway: {
          /**
           * Its name.
           */
          name: string;
          /**
           * Its namespace. Absent: the Environment's.
           */
          namespace?: string;
        };
        /**
         * Annotations of its objects, external-dns's for one. Absent: none.
         */
        annotations?: {
          [k: string]: string;
        };
      }[];
      /**
       * IngressRoutes of Traefik. Absent: none.
       *
       * @maxItems 32
       *
       * Items: An IngressRoute for each protocol.
       */
      traefik?: {
        /**
         * Ends the names of the objects; unique among the exposures of its form.
         */
        name: string;
        /**
         * Names under which REST is served.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        hosts: string[];
        /**
         * Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        grpcHosts?: string[];
        /**
         * Value of the annotation `kubernetes.io/ingress.class`: which Traefik serves it. Absent: those that are given no class.
         */
        class?: string;
        /**
         * Traefik's entry points. Absent: Traefik's default ones.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: Its name.
         */
        entryPoints?: string[];
        /**
         * How clients' connections are encrypted. Absent: what the entry points say.
         */
        tls?: {
          /**
           * Secret with `tls.crt` and `tls.key` for all hosts.
           */
          secret: string;
          issuer?: Issuer1;
        };
        /**
         * Annotations of its objects, external-dns's for one. Absent: none.
         */
        annotations?: {
          [k: string]: string;
        };
      }[];
      /**
       * Mappings of Ambassador (Emissary-ingress). Absent: none.
       *
       * @maxItems 32
       *
       * Items: A Mapping for each host. The Host that ends TLS is yours.
       */
      ambassador?: {
        /**
         * Ends the names of the objects; unique among the exposures of its form.
         */
        name: string;
        /**
         * Names under which REST is served.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        hosts: string[];
        /**
         * Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.
         *
         * @minItems 1
         * @maxItems 16
         *
         * Items: A DNS name, without a port.
         */
        grpcHosts?: string[];
        /**
         * Which Ambassador serves it. Absent: the one without an ID of its own.
         */
        ambassadorId?: string;
        /**
         * Annotations of its objects, external-dns's for one. Absent: none.
         */
        annotations?: {
          [k: string]: string;
        };
      }[];
    };
    /**
     * Which connections are encrypted. Absent: none.
     */
    tls?: {
      /**
       * Secret with `tls.crt` and `tls.key` for clients of the gateway. Absent: they speak plain text.
       */
      gatewaySecret?: string;
      /**
       * ConfigMap with `ca.crt`, by which proxies that expose the gateway check its certificate; for Istio a Secret of that name beside its gateway pods. Absent: the public authorities.
       */
      gatewayAuthority?: string;
      /**
       * Secret with `tls.crt`, `tls.key` and `ca.crt` for mutual TLS between gateway and servers. Absent: plain text, guarded by NetworkPolicies alone.
       */
      internalSecret?: string;
      issuer?: Issuer2;
      internalIssuer?: Issuer3;
    };
    /**
     * What scales servers that are to be scaled by requests. Absent: the defaults of its fields.
     */
    keda?: {
      /**
       * Namespace of KEDA's operator, which the gateway lets in to ask what servers have to do.
       */
      namespace?: string;
    };
    /**
     * Who looks on. Absent: nobody, and the metrics ports stay closed.
     */
    observability?: {
      /**
       * A Prometheus that the Prometheus operator runs: it is let in to the metrics ports, and gets PodMonitors and rules for alerts. Absent: none.
       */
      prometheus?: {
        /**
         * Its namespace.
         */
        namespace: string;
        /**
         * Labels of its pods, which alone are let in. Absent: any pod of the namespace.
         */
        pods?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Labels of the PodMonitors and rules, by which it finds them. Absent: none.
         */
        labels?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
        /**
         * Time between two scrapes, of at most `1m`: alerts look at the last five minutes.
         */
        interval?: string;
        /**
         * Whether the inference servers' own metrics are scraped too. They have series for each model, so that their number grows with models.
         */
        modelMetrics?: boolean;
      };
      /**
       * How long a commit may take until all runs as it says; alerts on what is new wait as long. After that the witness's Deployment counts as failed, so that Argo CD shows the environment as Degraded; what is missing, and why, the witness says at once. Absent: ten minutes, or the longest load of the runtimes in use and two minutes where that is more.
       */
      degradedAfter?: string;
      /**
       * A Grafana dashboard in a ConfigMap. Absent: none.
       */
      dashboard?: {
        /**
         * Labels of the ConfigMap, by which Grafana's sidecar finds it. Absent: `grafana_dashboard: "1"`.
         */
        labels?: {
          /**
           * Value of the label.
           */
          [k: string]: string;
        };
      };
    };
    /**
     * Values for what models and servers leave out. Absent: the defaults of the kinds.
     */
    defaults?: {
      /**
       * Defaults of models.
       */
      model?: {
        /**
         * Copies of each model.
         */
        replicas?:
          | number
          | {
              /**
               * Copies that always exist. Absent: 1.
               */
              min?: number;
              /**
               * Copies that exist where there is room or a scaled-up replica. Absent: as many as `min`.
               */
              max?: number;
            };
        /**
         * Whether models stay loaded.
         */
        residency?: 'always' | 'onDemand';
        /**
         * How new versions come in.
         */
        update?: 'surge' | 'recreate';
        /**
         * What one copy of the model is protected from.
         */
        limits?: {
          /**
           * Requests in flight for each copy. Absent: no limit.
           */
          concurrency?: number;
          /**
           * Longest that one request may take. Absent: the gateway's `requestTimeout`.
           */
          timeout?: string;
        };
      };
      /**
       * Defaults of servers.
       */
      server?: {
        /**
         * Percent of the capacity by which `onDemand` models may exceed it.
         */
        overcommit?: number;
        /**
         * The agent's cache of artifacts on each replica.
         */
        cache?: {
          /**
           * Disk that the cache may use. Absent: 10Gi.
           */
          size?: string | number;
          /**
           * Class of a volume for each replica, which outlives its pod. Absent: an emptyDir, lost with the pod.
           */
          storageClass?: string;
        };
        /**
         * Cores that each replica requests.
         */
        cpu?: string | number;
      };
    };
    /**
     * What the placement must keep to. Absent: the defaults of its fields.
     */
    policy?: {
      /**
       * How many other models may move for each model that a commit changes: to make room for it, or on the way to closing a replica of a server. 0: what a commit does not change stays where it is.
       */
      moves?: number;
      /**
       * `replica`: with any one replica of a server lost, each model still has a copy, or room on another replica for its only one; servers get replicas for that. `none`: not asked for.
       */
      survive?: 'none' | 'replica';
    };
  };
}
/**
 * cert-manager's issuer that the Secret comes from: a Certificate for all hosts is emitted. Absent: you make the Secret.
 */
export interface Issuer {
  /**
   * Its name.
   */
  name: string;
  /**
   * `Issuer` is one of the namespace, `ClusterIssuer` one of the cluster; other groups have kinds of their own.
   */
  kind?: string;
  /**
   * API group of the kind.
   */
  group?: string;
}
/**
 * cert-manager's issuer that the Secret comes from: a Certificate for all hosts is emitted. Absent: you make the Secret.
 */
export interface Issuer1 {
  /**
   * Its name.
   */
  name: string;
  /**
   * `Issuer` is one of the namespace, `ClusterIssuer` one of the cluster; other groups have kinds of their own.
   */
  kind?: string;
  /**
   * API group of the kind.
   */
  group?: string;
}
/**
 * cert-manager's issuer that both Secrets come from: a Certificate is emitted for each. It must be able to certify names of the cluster. Absent: you make the Secrets.
 */
export interface Issuer2 {
  /**
   * Its name.
   */
  name: string;
  /**
   * `Issuer` is one of the namespace, `ClusterIssuer` one of the cluster; other groups have kinds of their own.
   */
  kind?: string;
  /**
   * API group of the kind.
   */
  group?: string;
}
/**
 * Issuer of the internal Secret alone. Its authority opens every server, so it is best one that certifies nothing else. Absent: `issuer`.
 */
export interface Issuer3 {
  /**
   * Its name.
   */
  name: string;
  /**
   * `Issuer` is one of the namespace, `ClusterIssuer` one of the cluster; other groups have kinds of their own.
   */
  kind?: string;
  /**
   * API group of the kind.
   */
  group?: string;
}
