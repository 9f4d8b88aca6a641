// Generated from schemas/ by scripts/generate-types.ts. Plain JavaScript as ajv writes it, so types are not checked.
// @ts-nocheck
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
export const environment = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://stowage.dev/schemas/environment.schema.json","title":"Environment","description":"One target: a namespace of a cluster, and what all of its servers and models share. A project has exactly one Environment for each of its environments.","type":"object","properties":{"apiVersion":{"title":"API version","description":"The version of this kind.","type":"string","const":"stowage.dev/v1alpha1"},"kind":{"title":"Kind","description":"What the document describes.","type":"string","const":"Environment"},"metadata":{"title":"Metadata","description":"The object's name, and labels and annotations for your own tools.","type":"object","properties":{"name":{"title":"Name of an environment","description":"Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 45 characters.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["production"]},"labels":{"title":"Labels","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}},"annotations":{"title":"Annotations","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}}},"required":["name"],"additionalProperties":false},"spec":{"title":"Environment","description":"The target and what its servers and models share.","type":"object","properties":{"namespace":{"title":"Namespace","description":"Kubernetes namespace of everything that is emitted.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["models"]},"stores":{"title":"Artifact stores","description":"Where artifacts may come from; agents fetch from nowhere else. Every `storage.uri` of a model lies under one of them. Absent: none.","type":"array","maxItems":1000,"items":{"title":"Store","description":"One artifact store.","type":"object","properties":{"name":{"title":"Name","description":"How messages and the plan name the store.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["artifacts"]},"uri":{"title":"URI prefix","description":"Everything below it belongs to the store.","$ref":"#/$defs/uri"},"secret":{"title":"Secret","description":"Secret in the namespace with one key that holds an rclone remote. Absent: the store is public.","$ref":"#/$defs/secretName"},"port":{"title":"Port","description":"TCP port of the store's endpoint, which the agents' NetworkPolicy opens; for a store behind an endpoint of its own, such as MinIO. Absent: the port in the URI, else 443.","type":"integer","minimum":1,"maximum":65535,"examples":[9000]}},"required":["name","uri"],"additionalProperties":false}},"images":{"title":"Images","description":"Container images of this environment. Absent: those that this version of Stowage was made with.","type":"object","properties":{"stowage":{"title":"Stowage","description":"Image of agent, router and witness.","$ref":"#/$defs/image","default":"ghcr.io/stowage-dev/stowage:0.1.0"},"envoy":{"title":"Envoy","description":"Image of Envoy, in the gateway and beside each server.","$ref":"#/$defs/image","default":"docker.io/envoyproxy/envoy:distroless-v1.40.0"},"runtimes":{"title":"Runtimes","description":"Images that replace those of runtimes, by the runtime's name. Absent: none is replaced.","type":"object","propertyNames":{"title":"Name of a runtime","description":"Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 45 characters.","maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"additionalProperties":{"title":"Image","description":"Image of the runtime's servers in this environment.","$ref":"#/$defs/image"}}},"additionalProperties":false},"gateway":{"title":"Gateway","description":"The pods through which all requests come in. Absent: the defaults of its fields.","type":"object","properties":{"replicas":{"title":"Replicas","description":"How many gateway pods run.","type":"integer","minimum":1,"maximum":100,"default":2},"ports":{"title":"Ports","description":"Ports that clients use.","type":"object","properties":{"http":{"title":"HTTP","description":"Port for REST.","$ref":"#/$defs/port","default":8080},"grpc":{"title":"gRPC","description":"Port for gRPC.","$ref":"#/$defs/port","default":8081}},"additionalProperties":false},"service":{"title":"Service type","description":"Type of the Service that clients use.","type":"string","enum":["ClusterIP","LoadBalancer","NodePort"],"default":"ClusterIP"},"annotations":{"title":"Annotations","description":"Annotations of that Service: settings of a load balancer. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"}},"retryBuffer":{"title":"Retry buffer","description":"Largest body that may be retried. Larger ones are routed but not retried.","$ref":"#/$defs/memory","default":"4Mi"},"maxRequest":{"title":"Largest request","description":"Largest body that is accepted at all.","$ref":"#/$defs/memory","default":"64Mi"},"maxConnections":{"title":"Connections","description":"How many clients may be connected to one gateway pod.","type":"integer","minimum":1,"maximum":1000000,"default":10000},"requestTimeout":{"title":"Request timeout","description":"Longest that a request may take, where the model does not say.","$ref":"#/$defs/duration","default":"60s"},"resources":{"title":"Resources","description":"What each gateway pod's Envoy asks of its node.","type":"object","properties":{"cpu":{"title":"CPU","description":"Cores that it requests.","$ref":"#/$defs/cpu","default":"500m"},"memory":{"title":"Memory","description":"Memory that it requests and is limited to.","$ref":"#/$defs/memory","default":"512Mi"}},"additionalProperties":false},"planShards":{"title":"Plan shards","description":"In how many ConfigMaps the gateway's plan travels; each holds about 3,000 models. Changing it restarts the gateway's pods one by one.","type":"integer","minimum":1,"maximum":256,"default":8}},"additionalProperties":false},"exposure":{"title":"Exposure","description":"How clients outside the cluster reach the gateway's Service, by form. Forms stand side by side, so that one can take the place of another without a gap. Absent: only by that Service.","type":"object","properties":{"gatewayApi":{"title":"Gateway API","description":"HTTPRoutes and GRPCRoutes of the Gateway API. Absent: none.","type":"array","maxItems":32,"items":{"title":"Gateway API","description":"A route for each protocol, at a Gateway of the cluster.","type":"object","properties":{"name":{"title":"Name","description":"Ends the names of the objects; unique among the exposures of its form.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["public"]},"hosts":{"title":"Hosts","description":"Names under which REST is served.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["models.example.com"]]},"grpcHosts":{"title":"gRPC hosts","description":"Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["grpc.models.example.com"]]},"gateway":{"title":"Gateway","description":"The Gateway that the routes attach to; it must admit them.","type":"object","properties":{"name":{"title":"Name","description":"Its name.","$ref":"#/$defs/objectName","examples":["edge"]},"namespace":{"title":"Namespace","description":"Its namespace. Absent: the Environment's.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"listener":{"title":"Listener","description":"Section of the Gateway. Absent: all of its listeners whose host fits.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["https"]}},"required":["name"],"additionalProperties":false},"annotations":{"title":"Annotations","description":"Annotations of its objects, external-dns's for one. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"}}},"required":["name","hosts","gateway"],"additionalProperties":false}},"ingress":{"title":"Ingress","description":"Ingresses. Absent: none.","type":"array","maxItems":32,"items":{"title":"Ingress","description":"An Ingress for each protocol: controllers are told the protocol towards the gateway by annotations, which hold for a whole Ingress.","type":"object","properties":{"name":{"title":"Name","description":"Ends the names of the objects; unique among the exposures of its form.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["public"]},"hosts":{"title":"Hosts","description":"Names under which REST is served.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["models.example.com"]]},"grpcHosts":{"title":"gRPC hosts","description":"Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["grpc.models.example.com"]]},"class":{"title":"Class","description":"The `ingressClassName`: which controller serves it.","$ref":"#/$defs/objectName","examples":["nginx"]},"tls":{"title":"TLS","description":"How clients' connections are encrypted. Absent: plain text, or what the controller does by itself.","type":"object","properties":{"secret":{"title":"Secret","description":"Secret with `tls.crt` and `tls.key` for all hosts.","$ref":"#/$defs/secretName"},"issuer":{"title":"Issuer","description":"cert-manager's issuer that the Secret comes from: a Certificate for all hosts is emitted. Absent: you make the Secret.","$ref":"#/$defs/issuer"}},"additionalProperties":false,"required":["secret"]},"annotations":{"title":"Annotations","description":"Annotations of the Ingresses: settings of the controller. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"}},"grpcAnnotations":{"title":"gRPC annotations","description":"Annotations of the Ingress for gRPC, above those of both: the controller's word for gRPC towards the gateway. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"},"examples":[{"nginx.ingress.kubernetes.io/backend-protocol":"GRPC"}]}},"required":["name","hosts","class"],"additionalProperties":false}},"istio":{"title":"Istio","description":"VirtualServices of Istio. Absent: none.","type":"array","maxItems":32,"items":{"title":"Istio","description":"A VirtualService for each protocol, at a Gateway of Istio.","type":"object","properties":{"name":{"title":"Name","description":"Ends the names of the objects; unique among the exposures of its form.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["public"]},"hosts":{"title":"Hosts","description":"Names under which REST is served.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["models.example.com"]]},"grpcHosts":{"title":"gRPC hosts","description":"Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["grpc.models.example.com"]]},"gateway":{"title":"Gateway","description":"Istio's Gateway that the hosts are served by.","type":"object","properties":{"name":{"title":"Name","description":"Its name.","$ref":"#/$defs/objectName","examples":["edge"]},"namespace":{"title":"Namespace","description":"Its namespace. Absent: the Environment's.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}},"required":["name"],"additionalProperties":false},"annotations":{"title":"Annotations","description":"Annotations of its objects, external-dns's for one. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"}}},"required":["name","hosts","gateway"],"additionalProperties":false}},"traefik":{"title":"Traefik","description":"IngressRoutes of Traefik. Absent: none.","type":"array","maxItems":32,"items":{"title":"Traefik","description":"An IngressRoute for each protocol.","type":"object","properties":{"name":{"title":"Name","description":"Ends the names of the objects; unique among the exposures of its form.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["public"]},"hosts":{"title":"Hosts","description":"Names under which REST is served.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["models.example.com"]]},"grpcHosts":{"title":"gRPC hosts","description":"Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["grpc.models.example.com"]]},"class":{"title":"Class","description":"Value of the annotation `kubernetes.io/ingress.class`: which Traefik serves it. Absent: those that are given no class.","$ref":"#/$defs/objectName"},"entryPoints":{"title":"Entry points","description":"Traefik's entry points. Absent: Traefik's default ones.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Entry point","description":"Its name.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$"},"examples":[["websecure"]]},"tls":{"title":"TLS","description":"How clients' connections are encrypted. Absent: what the entry points say.","type":"object","properties":{"secret":{"title":"Secret","description":"Secret with `tls.crt` and `tls.key` for all hosts.","$ref":"#/$defs/secretName"},"issuer":{"title":"Issuer","description":"cert-manager's issuer that the Secret comes from: a Certificate for all hosts is emitted. Absent: you make the Secret.","$ref":"#/$defs/issuer"}},"required":["secret"],"additionalProperties":false},"annotations":{"title":"Annotations","description":"Annotations of its objects, external-dns's for one. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"}}},"required":["name","hosts"],"additionalProperties":false}},"ambassador":{"title":"Ambassador","description":"Mappings of Ambassador (Emissary-ingress). Absent: none.","type":"array","maxItems":32,"items":{"title":"Ambassador","description":"A Mapping for each host. The Host that ends TLS is yours.","type":"object","properties":{"name":{"title":"Name","description":"Ends the names of the objects; unique among the exposures of its form.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["public"]},"hosts":{"title":"Hosts","description":"Names under which REST is served.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["models.example.com"]]},"grpcHosts":{"title":"gRPC hosts","description":"Names under which gRPC is served; none of them is among `hosts`. Absent: gRPC is not exposed.","type":"array","minItems":1,"maxItems":16,"items":{"title":"Host","description":"A DNS name, without a port.","$ref":"#/$defs/host"},"examples":[["grpc.models.example.com"]]},"ambassadorId":{"title":"Ambassador ID","description":"Which Ambassador serves it. Absent: the one without an ID of its own.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$"},"annotations":{"title":"Annotations","description":"Annotations of its objects, external-dns's for one. Absent: none.","type":"object","propertyNames":{"title":"Annotation","description":"Key of a Kubernetes annotation.","maxLength":317,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"type":"string"}}},"required":["name","hosts"],"additionalProperties":false}}},"additionalProperties":false},"tls":{"title":"TLS","description":"Which connections are encrypted. Absent: none.","type":"object","properties":{"gatewaySecret":{"title":"Gateway","description":"Secret with `tls.crt` and `tls.key` for clients of the gateway. Absent: they speak plain text.","$ref":"#/$defs/secretName"},"gatewayAuthority":{"title":"Gateway's authority","description":"ConfigMap with `ca.crt`, by which proxies that expose the gateway check its certificate; for Istio a Secret of that name beside its gateway pods. Absent: the public authorities.","$ref":"#/$defs/objectName"},"internalSecret":{"title":"Internal","description":"Secret with `tls.crt`, `tls.key` and `ca.crt` for mutual TLS between gateway and servers. Absent: plain text, guarded by NetworkPolicies alone.","$ref":"#/$defs/secretName"},"issuer":{"title":"Issuer","description":"cert-manager's issuer that both Secrets come from: a Certificate is emitted for each. It must be able to certify names of the cluster. Absent: you make the Secrets.","$ref":"#/$defs/issuer"},"internalIssuer":{"title":"Internal issuer","description":"Issuer of the internal Secret alone. Its authority opens every server, so it is best one that certifies nothing else. Absent: `issuer`.","$ref":"#/$defs/issuer"}},"additionalProperties":false},"keda":{"title":"KEDA","description":"What scales servers that are to be scaled by requests. Absent: the defaults of its fields.","type":"object","properties":{"namespace":{"title":"Namespace","description":"Namespace of KEDA's operator, which the gateway lets in to ask what servers have to do.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","default":"keda"}},"additionalProperties":false},"observability":{"title":"Observability","description":"Who looks on. Absent: nobody, and the metrics ports stay closed.","type":"object","properties":{"prometheus":{"title":"Prometheus","description":"A Prometheus that the Prometheus operator runs: it is let in to the metrics ports, and gets PodMonitors and rules for alerts. Absent: none.","type":"object","properties":{"namespace":{"title":"Namespace","description":"Its namespace.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["monitoring"]},"pods":{"title":"Pods","description":"Labels of its pods, which alone are let in. Absent: any pod of the namespace.","type":"object","maxProperties":20,"propertyNames":{"title":"Label","description":"Key of a Kubernetes label.","maxLength":317,"pattern":"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"title":"Value","description":"Value of the label.","type":"string","maxLength":63,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"},"examples":[{"app.kubernetes.io/name":"prometheus"}]},"labels":{"title":"Labels","description":"Labels of the PodMonitors and rules, by which it finds them. Absent: none.","type":"object","maxProperties":20,"propertyNames":{"title":"Label","description":"Key of a Kubernetes label.","maxLength":317,"pattern":"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"title":"Value","description":"Value of the label.","type":"string","maxLength":63,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"},"examples":[{"release":"monitoring"}]},"interval":{"title":"Interval","description":"Time between two scrapes, of at most `1m`: alerts look at the last five minutes.","$ref":"#/$defs/duration","default":"30s"},"modelMetrics":{"title":"Metrics of models","description":"Whether the inference servers' own metrics are scraped too. They have series for each model, so that their number grows with models.","type":"boolean","default":false}},"required":["namespace"],"additionalProperties":false},"degradedAfter":{"title":"Degraded after","description":"How long a commit may take until all runs as it says; alerts on what is new wait as long. After that the witness's Deployment counts as failed, so that Argo CD shows the environment as Degraded; what is missing, and why, the witness says at once. Absent: ten minutes, or the longest load of the runtimes in use and two minutes where that is more.","$ref":"#/$defs/duration","examples":["5m"]},"dashboard":{"title":"Dashboard","description":"A Grafana dashboard in a ConfigMap. Absent: none.","type":"object","properties":{"labels":{"title":"Labels","description":"Labels of the ConfigMap, by which Grafana's sidecar finds it. Absent: `grafana_dashboard: \"1\"`.","type":"object","maxProperties":20,"propertyNames":{"title":"Label","description":"Key of a Kubernetes label.","maxLength":317,"pattern":"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"additionalProperties":{"title":"Value","description":"Value of the label.","type":"string","maxLength":63,"pattern":"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"}}},"additionalProperties":false}},"additionalProperties":false},"defaults":{"title":"Defaults","description":"Values for what models and servers leave out. Absent: the defaults of the kinds.","type":"object","properties":{"model":{"title":"Models","description":"Defaults of models.","type":"object","properties":{"replicas":{"title":"Copies","description":"Copies of each model.","type":["integer","object"],"minimum":1,"maximum":1000,"properties":{"min":{"title":"At least","description":"Copies that always exist. Absent: 1.","type":"integer","minimum":1,"maximum":1000,"default":1},"max":{"title":"At most","description":"Copies that exist where there is room or a scaled-up replica. Absent: as many as `min`.","type":"integer","minimum":1,"maximum":1000}},"additionalProperties":false,"examples":[2,{"min":1,"max":3}]},"residency":{"title":"Residency","description":"Whether models stay loaded.","type":"string","enum":["always","onDemand"]},"update":{"title":"Update","description":"How new versions come in.","type":"string","enum":["surge","recreate"]},"limits":{"title":"Limits","description":"What one copy of the model is protected from.","type":"object","properties":{"concurrency":{"title":"Concurrency","description":"Requests in flight for each copy. Absent: no limit.","type":"integer","minimum":1,"maximum":100000,"examples":[8]},"timeout":{"title":"Timeout","description":"Longest that one request may take. Absent: the gateway's `requestTimeout`.","$ref":"#/$defs/duration"}},"additionalProperties":false}},"additionalProperties":false},"server":{"title":"Servers","description":"Defaults of servers.","type":"object","properties":{"overcommit":{"title":"Overcommit","description":"Percent of the capacity by which `onDemand` models may exceed it.","type":"integer","minimum":0,"maximum":1000},"cache":{"title":"Artifact cache","description":"The agent's cache of artifacts on each replica.","type":"object","properties":{"size":{"title":"Size","description":"Disk that the cache may use. Absent: 10Gi.","$ref":"#/$defs/memory"},"storageClass":{"title":"Storage class","description":"Class of a volume for each replica, which outlives its pod. Absent: an emptyDir, lost with the pod.","$ref":"#/$defs/storageClass"}},"additionalProperties":false},"cpu":{"title":"CPU","description":"Cores that each replica requests.","$ref":"#/$defs/cpu"}},"additionalProperties":false}},"additionalProperties":false},"policy":{"title":"Policy","description":"What the placement must keep to. Absent: the defaults of its fields.","type":"object","properties":{"moves":{"title":"Moves","description":"How many other models may move for each model that a commit changes: to make room for it, or on the way to closing a replica of a server. 0: what a commit does not change stays where it is.","type":"integer","minimum":0,"maximum":1000000,"default":1},"survive":{"title":"Survive","description":"`replica`: with any one replica of a server lost, each model still has a copy, or room on another replica for its only one; servers get replicas for that. `none`: not asked for.","type":"string","enum":["none","replica"],"default":"none"}},"additionalProperties":false}},"required":["namespace"],"additionalProperties":false}},"required":["apiVersion","kind","metadata","spec"],"additionalProperties":false,"$defs":{"memory":{"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]},"cpu":{"title":"Amount of CPU","description":"A Kubernetes quantity in cores: `500m` is half a core, `2` is two.","type":["string","number"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["500m","2",0.5]},"duration":{"title":"Length of time","description":"Hours, minutes and seconds in whole numbers: `30s`, `5m`, `1h30m`.","type":"string","minLength":2,"maxLength":32,"pattern":"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$","examples":["30s","5m","1m30s"]},"secretName":{"title":"Name of a Secret","description":"A Secret in the namespace of the Environment: lower-case letters, digits, `-` and `.`, as Kubernetes has it.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["artifact-store"]},"image":{"title":"Container image","description":"A reference with a digest (best, since it cannot change) or with a tag other than `latest`.","type":"string","minLength":1,"maxLength":512,"pattern":"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$","examples":["docker.io/seldonio/mlserver:1.7.1","registry.example.com/serving@sha256:0000000000000000000000000000000000000000000000000000000000000000"]},"port":{"title":"Port","description":"A TCP port that a process without privileges may open.","type":"integer","minimum":1024,"maximum":65535,"examples":[8080]},"uri":{"title":"Storage URI","description":"`scheme://…` in printable ASCII, with one of the schemes s3, gs, azure, http and https; no user or password in it.","type":"string","minLength":1,"maxLength":1024,"pattern":"^[!-~]+$","examples":["s3://example-models/fraud"]},"storageClass":{"title":"Storage class","description":"Name of a StorageClass of the cluster.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["fast-ssd"]},"host":{"title":"Host","description":"A DNS name: lower-case letters, digits, `-` and `.`. No address, port or wildcard.","type":"string","minLength":1,"maxLength":253,"pattern":"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$","examples":["models.example.com"]},"issuer":{"title":"Issuer","description":"An issuer of cert-manager.","type":"object","properties":{"name":{"title":"Name","description":"Its name.","$ref":"#/$defs/objectName","examples":["internal-authority"]},"kind":{"title":"Kind","description":"`Issuer` is one of the namespace, `ClusterIssuer` one of the cluster; other groups have kinds of their own.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Z][A-Za-z0-9]*$","default":"Issuer","examples":["ClusterIssuer"]},"group":{"title":"Group","description":"API group of the kind.","$ref":"#/$defs/objectName","default":"cert-manager.io"}},"required":["name"],"additionalProperties":false},"objectName":{"title":"Name of an object","description":"As Kubernetes has it: lower-case letters, digits, `-` and `.`.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["edge"]}}};
const schema32 = {"title":"Storage URI","description":"`scheme://…` in printable ASCII, with one of the schemes s3, gs, azure, http and https; no user or password in it.","type":"string","minLength":1,"maxLength":1024,"pattern":"^[!-~]+$","examples":["s3://example-models/fraud"]};
const schema33 = {"title":"Name of a Secret","description":"A Secret in the namespace of the Environment: lower-case letters, digits, `-` and `.`, as Kubernetes has it.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["artifact-store"]};
const schema34 = {"title":"Container image","description":"A reference with a digest (best, since it cannot change) or with a tag other than `latest`.","type":"string","minLength":1,"maxLength":512,"pattern":"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$","examples":["docker.io/seldonio/mlserver:1.7.1","registry.example.com/serving@sha256:0000000000000000000000000000000000000000000000000000000000000000"]};
const schema37 = {"title":"Port","description":"A TCP port that a process without privileges may open.","type":"integer","minimum":1024,"maximum":65535,"examples":[8080]};
const schema39 = {"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]};
const schema41 = {"title":"Length of time","description":"Hours, minutes and seconds in whole numbers: `30s`, `5m`, `1h30m`.","type":"string","minLength":2,"maxLength":32,"pattern":"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$","examples":["30s","5m","1m30s"]};
const schema42 = {"title":"Amount of CPU","description":"A Kubernetes quantity in cores: `500m` is half a core, `2` is two.","type":["string","number"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["500m","2",0.5]};
const schema44 = {"title":"Host","description":"A DNS name: lower-case letters, digits, `-` and `.`. No address, port or wildcard.","type":"string","minLength":1,"maxLength":253,"pattern":"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$","examples":["models.example.com"]};
const schema46 = {"title":"Name of an object","description":"As Kubernetes has it: lower-case letters, digits, `-` and `.`.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["edge"]};
const schema70 = {"title":"Storage class","description":"Name of a StorageClass of the cluster.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["fast-ssd"]};
const func1 = require("ajv/dist/runtime/ucs2length").default;
const func3 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "u");
const pattern7 = new RegExp("^[!-~]+$", "u");
const pattern8 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", "u");
const pattern9 = new RegExp("^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$", "u");
const pattern13 = new RegExp("^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$", "u");
const pattern14 = new RegExp("^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$", "u");
const pattern16 = new RegExp("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$", "u");
const pattern20 = new RegExp("^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", "u");
const pattern46 = new RegExp("^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$", "u");
const pattern52 = new RegExp("^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$", "u");
const pattern59 = new RegExp("^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$", "u");
const pattern60 = new RegExp("^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$", "u");
const schema51 = {"title":"Issuer","description":"An issuer of cert-manager.","type":"object","properties":{"name":{"title":"Name","description":"Its name.","$ref":"#/$defs/objectName","examples":["internal-authority"]},"kind":{"title":"Kind","description":"`Issuer` is one of the namespace, `ClusterIssuer` one of the cluster; other groups have kinds of their own.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Z][A-Za-z0-9]*$","default":"Issuer","examples":["ClusterIssuer"]},"group":{"title":"Group","description":"API group of the kind.","$ref":"#/$defs/objectName","default":"cert-manager.io"}},"required":["name"],"additionalProperties":false};
const pattern32 = new RegExp("^[A-Z][A-Za-z0-9]*$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema51.required,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "kind")) || (key0 === "group"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func1(data0) > 253){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func1(data0) < 1){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern8.test(data0)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 === "string"){
if(func1(data1) > 63){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema51.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func1(data1) < 1){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema51.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern32.test(data1)){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Za-z0-9]*$"},message:"must match pattern \""+"^[A-Z][A-Za-z0-9]*$"+"\"",schema:"^[A-Z][A-Za-z0-9]*$",parentSchema:schema51.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.kind.type,parentSchema:schema51.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.group !== undefined){
let data2 = data.group;
if(typeof data2 === "string"){
if(func1(data2) > 253){
const err10 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func1(data2) < 1){
const err11 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern8.test(data2)){
const err12 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://stowage.dev/schemas/environment.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.apiVersion.type,parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("stowage.dev/v1alpha1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "stowage.dev/v1alpha1"},message:"must be equal to constant",schema:"stowage.dev/v1alpha1",parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.kind.type,parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Environment" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Environment"},message:"must be equal to constant",schema:"Environment",parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.metadata.required,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "labels")) || (key1 === "annotations"))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func1(data3) > 45){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema31.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func1(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern4.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.name.type,parentSchema:schema31.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.labels !== undefined){
let data4 = data2.labels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.labels.additionalProperties.type,parentSchema:schema31.properties.metadata.properties.labels.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.labels.type,parentSchema:schema31.properties.metadata.properties.labels,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data6 = data2.annotations;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
let data7 = data6[key3];
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.metadata.properties.annotations.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.properties.annotations.type,parentSchema:schema31.properties.metadata.properties.annotations,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.metadata.type,parentSchema:schema31.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.spec !== undefined){
let data8 = data.spec;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.namespace === undefined){
const err20 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'",schema:schema31.properties.spec.required,parentSchema:schema31.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key4 in data8){
if(!(func3.call(schema31.properties.spec.properties, key4))){
const err21 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.namespace !== undefined){
let data9 = data8.namespace;
if(typeof data9 === "string"){
if(func1(data9) > 63){
const err22 = {instancePath:instancePath+"/spec/namespace",schemaPath:"#/properties/spec/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.namespace,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func1(data9) < 1){
const err23 = {instancePath:instancePath+"/spec/namespace",schemaPath:"#/properties/spec/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.namespace,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern4.test(data9)){
const err24 = {instancePath:instancePath+"/spec/namespace",schemaPath:"#/properties/spec/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.namespace,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/spec/namespace",schemaPath:"#/properties/spec/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.namespace.type,parentSchema:schema31.properties.spec.properties.namespace,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.stores !== undefined){
let data10 = data8.stores;
if(Array.isArray(data10)){
if(data10.length > 1000){
const err26 = {instancePath:instancePath+"/spec/stores",schemaPath:"#/properties/spec/properties/stores/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema31.properties.spec.properties.stores,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err27 = {instancePath:instancePath+"/spec/stores/" + i0,schemaPath:"#/properties/spec/properties/stores/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.stores.items.required,parentSchema:schema31.properties.spec.properties.stores.items,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11.uri === undefined){
const err28 = {instancePath:instancePath+"/spec/stores/" + i0,schemaPath:"#/properties/spec/properties/stores/items/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'",schema:schema31.properties.spec.properties.stores.items.required,parentSchema:schema31.properties.spec.properties.stores.items,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key5 in data11){
if(!((((key5 === "name") || (key5 === "uri")) || (key5 === "secret")) || (key5 === "port"))){
const err29 = {instancePath:instancePath+"/spec/stores/" + i0,schemaPath:"#/properties/spec/properties/stores/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.stores.items,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(func1(data12) > 45){
const err30 = {instancePath:instancePath+"/spec/stores/" + i0+"/name",schemaPath:"#/properties/spec/properties/stores/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema31.properties.spec.properties.stores.items.properties.name,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(func1(data12) < 1){
const err31 = {instancePath:instancePath+"/spec/stores/" + i0+"/name",schemaPath:"#/properties/spec/properties/stores/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.stores.items.properties.name,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!pattern4.test(data12)){
const err32 = {instancePath:instancePath+"/spec/stores/" + i0+"/name",schemaPath:"#/properties/spec/properties/stores/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.stores.items.properties.name,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/spec/stores/" + i0+"/name",schemaPath:"#/properties/spec/properties/stores/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.stores.items.properties.name.type,parentSchema:schema31.properties.spec.properties.stores.items.properties.name,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data11.uri !== undefined){
let data13 = data11.uri;
if(typeof data13 === "string"){
if(func1(data13) > 1024){
const err34 = {instancePath:instancePath+"/spec/stores/" + i0+"/uri",schemaPath:"#/$defs/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(func1(data13) < 1){
const err35 = {instancePath:instancePath+"/spec/stores/" + i0+"/uri",schemaPath:"#/$defs/uri/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!pattern7.test(data13)){
const err36 = {instancePath:instancePath+"/spec/stores/" + i0+"/uri",schemaPath:"#/$defs/uri/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"},message:"must match pattern \""+"^[!-~]+$"+"\"",schema:"^[!-~]+$",parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/spec/stores/" + i0+"/uri",schemaPath:"#/$defs/uri/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.type,parentSchema:schema32,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data11.secret !== undefined){
let data14 = data11.secret;
if(typeof data14 === "string"){
if(func1(data14) > 253){
const err38 = {instancePath:instancePath+"/spec/stores/" + i0+"/secret",schemaPath:"#/$defs/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(func1(data14) < 1){
const err39 = {instancePath:instancePath+"/spec/stores/" + i0+"/secret",schemaPath:"#/$defs/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern8.test(data14)){
const err40 = {instancePath:instancePath+"/spec/stores/" + i0+"/secret",schemaPath:"#/$defs/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/spec/stores/" + i0+"/secret",schemaPath:"#/$defs/secretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data11.port !== undefined){
let data15 = data11.port;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err42 = {instancePath:instancePath+"/spec/stores/" + i0+"/port",schemaPath:"#/properties/spec/properties/stores/items/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.stores.items.properties.port.type,parentSchema:schema31.properties.spec.properties.stores.items.properties.port,data:data15};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 65535 || isNaN(data15)){
const err43 = {instancePath:instancePath+"/spec/stores/" + i0+"/port",schemaPath:"#/properties/spec/properties/stores/items/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema31.properties.spec.properties.stores.items.properties.port,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/spec/stores/" + i0+"/port",schemaPath:"#/properties/spec/properties/stores/items/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.stores.items.properties.port,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
}
else {
const err45 = {instancePath:instancePath+"/spec/stores/" + i0,schemaPath:"#/properties/spec/properties/stores/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.stores.items.type,parentSchema:schema31.properties.spec.properties.stores.items,data:data11};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/spec/stores",schemaPath:"#/properties/spec/properties/stores/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.stores.type,parentSchema:schema31.properties.spec.properties.stores,data:data10};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data8.images !== undefined){
let data16 = data8.images;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key6 in data16){
if(!(((key6 === "stowage") || (key6 === "envoy")) || (key6 === "runtimes"))){
const err47 = {instancePath:instancePath+"/spec/images",schemaPath:"#/properties/spec/properties/images/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.images,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data16.stowage !== undefined){
let data17 = data16.stowage;
if(typeof data17 === "string"){
if(func1(data17) > 512){
const err48 = {instancePath:instancePath+"/spec/images/stowage",schemaPath:"#/$defs/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(func1(data17) < 1){
const err49 = {instancePath:instancePath+"/spec/images/stowage",schemaPath:"#/$defs/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern9.test(data17)){
const err50 = {instancePath:instancePath+"/spec/images/stowage",schemaPath:"#/$defs/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"+"\"",schema:"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$",parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/images/stowage",schemaPath:"#/$defs/image/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.type,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data16.envoy !== undefined){
let data18 = data16.envoy;
if(typeof data18 === "string"){
if(func1(data18) > 512){
const err52 = {instancePath:instancePath+"/spec/images/envoy",schemaPath:"#/$defs/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema34,data:data18};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func1(data18) < 1){
const err53 = {instancePath:instancePath+"/spec/images/envoy",schemaPath:"#/$defs/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema34,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern9.test(data18)){
const err54 = {instancePath:instancePath+"/spec/images/envoy",schemaPath:"#/$defs/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"+"\"",schema:"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$",parentSchema:schema34,data:data18};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/spec/images/envoy",schemaPath:"#/$defs/image/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.type,parentSchema:schema34,data:data18};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data16.runtimes !== undefined){
let data19 = data16.runtimes;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key7 in data19){
const _errs52 = errors;
if(typeof key7 === "string"){
if(func1(key7) > 45){
const err56 = {instancePath:instancePath+"/spec/images/runtimes",schemaPath:"#/properties/spec/properties/images/properties/runtimes/propertyNames/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema31.properties.spec.properties.images.properties.runtimes.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!pattern4.test(key7)){
const err57 = {instancePath:instancePath+"/spec/images/runtimes",schemaPath:"#/properties/spec/properties/images/properties/runtimes/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.images.properties.runtimes.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
var valid13 = _errs52 === errors;
if(!valid13){
const err58 = {instancePath:instancePath+"/spec/images/runtimes",schemaPath:"#/properties/spec/properties/images/properties/runtimes/propertyNames",keyword:"propertyNames",params:{propertyName: key7},message:"property name must be valid",schema:schema31.properties.spec.properties.images.properties.runtimes.propertyNames,parentSchema:schema31.properties.spec.properties.images.properties.runtimes,data:data19};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
for(const key8 in data19){
let data20 = data19[key8];
if(typeof data20 === "string"){
if(func1(data20) > 512){
const err59 = {instancePath:instancePath+"/spec/images/runtimes/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema34,data:data20};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(func1(data20) < 1){
const err60 = {instancePath:instancePath+"/spec/images/runtimes/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema34,data:data20};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern9.test(data20)){
const err61 = {instancePath:instancePath+"/spec/images/runtimes/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"+"\"",schema:"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$",parentSchema:schema34,data:data20};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/spec/images/runtimes/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/image/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.type,parentSchema:schema34,data:data20};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/spec/images/runtimes",schemaPath:"#/properties/spec/properties/images/properties/runtimes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.images.properties.runtimes.type,parentSchema:schema31.properties.spec.properties.images.properties.runtimes,data:data19};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/spec/images",schemaPath:"#/properties/spec/properties/images/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.images.type,parentSchema:schema31.properties.spec.properties.images,data:data16};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data8.gateway !== undefined){
let data21 = data8.gateway;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key9 in data21){
if(!(func3.call(schema31.properties.spec.properties.gateway.properties, key9))){
const err65 = {instancePath:instancePath+"/spec/gateway",schemaPath:"#/properties/spec/properties/gateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.gateway,data:data21};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data21.replicas !== undefined){
let data22 = data21.replicas;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err66 = {instancePath:instancePath+"/spec/gateway/replicas",schemaPath:"#/properties/spec/properties/gateway/properties/replicas/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.gateway.properties.replicas.type,parentSchema:schema31.properties.spec.properties.gateway.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 100 || isNaN(data22)){
const err67 = {instancePath:instancePath+"/spec/gateway/replicas",schemaPath:"#/properties/spec/properties/gateway/properties/replicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema31.properties.spec.properties.gateway.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err68 = {instancePath:instancePath+"/spec/gateway/replicas",schemaPath:"#/properties/spec/properties/gateway/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.gateway.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
if(data21.ports !== undefined){
let data23 = data21.ports;
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key10 in data23){
if(!((key10 === "http") || (key10 === "grpc"))){
const err69 = {instancePath:instancePath+"/spec/gateway/ports",schemaPath:"#/properties/spec/properties/gateway/properties/ports/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.gateway.properties.ports,data:data23};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data23.http !== undefined){
let data24 = data23.http;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err70 = {instancePath:instancePath+"/spec/gateway/ports/http",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.type,parentSchema:schema37,data:data24};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 65535 || isNaN(data24)){
const err71 = {instancePath:instancePath+"/spec/gateway/ports/http",schemaPath:"#/$defs/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema37,data:data24};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data24 < 1024 || isNaN(data24)){
const err72 = {instancePath:instancePath+"/spec/gateway/ports/http",schemaPath:"#/$defs/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024",schema:1024,parentSchema:schema37,data:data24};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data23.grpc !== undefined){
let data25 = data23.grpc;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err73 = {instancePath:instancePath+"/spec/gateway/ports/grpc",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.type,parentSchema:schema37,data:data25};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 65535 || isNaN(data25)){
const err74 = {instancePath:instancePath+"/spec/gateway/ports/grpc",schemaPath:"#/$defs/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema37,data:data25};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data25 < 1024 || isNaN(data25)){
const err75 = {instancePath:instancePath+"/spec/gateway/ports/grpc",schemaPath:"#/$defs/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024",schema:1024,parentSchema:schema37,data:data25};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
else {
const err76 = {instancePath:instancePath+"/spec/gateway/ports",schemaPath:"#/properties/spec/properties/gateway/properties/ports/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.gateway.properties.ports.type,parentSchema:schema31.properties.spec.properties.gateway.properties.ports,data:data23};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data21.service !== undefined){
let data26 = data21.service;
if(typeof data26 !== "string"){
const err77 = {instancePath:instancePath+"/spec/gateway/service",schemaPath:"#/properties/spec/properties/gateway/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.gateway.properties.service.type,parentSchema:schema31.properties.spec.properties.gateway.properties.service,data:data26};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(!(((data26 === "ClusterIP") || (data26 === "LoadBalancer")) || (data26 === "NodePort"))){
const err78 = {instancePath:instancePath+"/spec/gateway/service",schemaPath:"#/properties/spec/properties/gateway/properties/service/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.gateway.properties.service.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.gateway.properties.service.enum,parentSchema:schema31.properties.spec.properties.gateway.properties.service,data:data26};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data21.annotations !== undefined){
let data27 = data21.annotations;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key11 in data27){
const _errs75 = errors;
if(typeof key11 === "string"){
if(func1(key11) > 317){
const err79 = {instancePath:instancePath+"/spec/gateway/annotations",schemaPath:"#/properties/spec/properties/gateway/properties/annotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.gateway.properties.annotations.propertyNames,data:key11,propertyName:key11};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(!pattern13.test(key11)){
const err80 = {instancePath:instancePath+"/spec/gateway/annotations",schemaPath:"#/properties/spec/properties/gateway/properties/annotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.gateway.properties.annotations.propertyNames,data:key11,propertyName:key11};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
var valid20 = _errs75 === errors;
if(!valid20){
const err81 = {instancePath:instancePath+"/spec/gateway/annotations",schemaPath:"#/properties/spec/properties/gateway/properties/annotations/propertyNames",keyword:"propertyNames",params:{propertyName: key11},message:"property name must be valid",schema:schema31.properties.spec.properties.gateway.properties.annotations.propertyNames,parentSchema:schema31.properties.spec.properties.gateway.properties.annotations,data:data27};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
for(const key12 in data27){
let data28 = data27[key12];
if(typeof data28 !== "string"){
const err82 = {instancePath:instancePath+"/spec/gateway/annotations/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/gateway/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.gateway.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.gateway.properties.annotations.additionalProperties,data:data28};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/spec/gateway/annotations",schemaPath:"#/properties/spec/properties/gateway/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.gateway.properties.annotations.type,parentSchema:schema31.properties.spec.properties.gateway.properties.annotations,data:data27};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data21.retryBuffer !== undefined){
let data29 = data21.retryBuffer;
if((typeof data29 !== "string") && (!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29))))){
const err84 = {instancePath:instancePath+"/spec/gateway/retryBuffer",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema39.type},message:"must be string,integer",schema:schema39.type,parentSchema:schema39,data:data29};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err85 = {instancePath:instancePath+"/spec/gateway/retryBuffer",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39,data:data29};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(typeof data29 === "string"){
if(func1(data29) > 32){
const err86 = {instancePath:instancePath+"/spec/gateway/retryBuffer",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema39,data:data29};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern14.test(data29)){
const err87 = {instancePath:instancePath+"/spec/gateway/retryBuffer",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema39,data:data29};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
if(data21.maxRequest !== undefined){
let data30 = data21.maxRequest;
if((typeof data30 !== "string") && (!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30))))){
const err88 = {instancePath:instancePath+"/spec/gateway/maxRequest",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema39.type},message:"must be string,integer",schema:schema39.type,parentSchema:schema39,data:data30};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
const err89 = {instancePath:instancePath+"/spec/gateway/maxRequest",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39,data:data30};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(typeof data30 === "string"){
if(func1(data30) > 32){
const err90 = {instancePath:instancePath+"/spec/gateway/maxRequest",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema39,data:data30};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!pattern14.test(data30)){
const err91 = {instancePath:instancePath+"/spec/gateway/maxRequest",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema39,data:data30};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
if(data21.maxConnections !== undefined){
let data31 = data21.maxConnections;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err92 = {instancePath:instancePath+"/spec/gateway/maxConnections",schemaPath:"#/properties/spec/properties/gateway/properties/maxConnections/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.gateway.properties.maxConnections.type,parentSchema:schema31.properties.spec.properties.gateway.properties.maxConnections,data:data31};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 1000000 || isNaN(data31)){
const err93 = {instancePath:instancePath+"/spec/gateway/maxConnections",schemaPath:"#/properties/spec/properties/gateway/properties/maxConnections/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema31.properties.spec.properties.gateway.properties.maxConnections,data:data31};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err94 = {instancePath:instancePath+"/spec/gateway/maxConnections",schemaPath:"#/properties/spec/properties/gateway/properties/maxConnections/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.gateway.properties.maxConnections,data:data31};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
if(data21.requestTimeout !== undefined){
let data32 = data21.requestTimeout;
if(typeof data32 === "string"){
if(func1(data32) > 32){
const err95 = {instancePath:instancePath+"/spec/gateway/requestTimeout",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema41,data:data32};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(func1(data32) < 2){
const err96 = {instancePath:instancePath+"/spec/gateway/requestTimeout",schemaPath:"#/$defs/duration/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters",schema:2,parentSchema:schema41,data:data32};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern16.test(data32)){
const err97 = {instancePath:instancePath+"/spec/gateway/requestTimeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"},message:"must match pattern \""+"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"+"\"",schema:"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",parentSchema:schema41,data:data32};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/spec/gateway/requestTimeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.type,parentSchema:schema41,data:data32};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data21.resources !== undefined){
let data33 = data21.resources;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key13 in data33){
if(!((key13 === "cpu") || (key13 === "memory"))){
const err99 = {instancePath:instancePath+"/spec/gateway/resources",schemaPath:"#/properties/spec/properties/gateway/properties/resources/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.gateway.properties.resources,data:data33};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data33.cpu !== undefined){
let data34 = data33.cpu;
if((typeof data34 !== "string") && (!((typeof data34 == "number") && (isFinite(data34))))){
const err100 = {instancePath:instancePath+"/spec/gateway/resources/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema42.type},message:"must be string,number",schema:schema42.type,parentSchema:schema42,data:data34};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
const err101 = {instancePath:instancePath+"/spec/gateway/resources/cpu",schemaPath:"#/$defs/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42,data:data34};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(typeof data34 === "string"){
if(func1(data34) > 32){
const err102 = {instancePath:instancePath+"/spec/gateway/resources/cpu",schemaPath:"#/$defs/cpu/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema42,data:data34};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(!pattern14.test(data34)){
const err103 = {instancePath:instancePath+"/spec/gateway/resources/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema42,data:data34};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data33.memory !== undefined){
let data35 = data33.memory;
if((typeof data35 !== "string") && (!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35))))){
const err104 = {instancePath:instancePath+"/spec/gateway/resources/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema39.type},message:"must be string,integer",schema:schema39.type,parentSchema:schema39,data:data35};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
const err105 = {instancePath:instancePath+"/spec/gateway/resources/memory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39,data:data35};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(typeof data35 === "string"){
if(func1(data35) > 32){
const err106 = {instancePath:instancePath+"/spec/gateway/resources/memory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema39,data:data35};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!pattern14.test(data35)){
const err107 = {instancePath:instancePath+"/spec/gateway/resources/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema39,data:data35};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
}
else {
const err108 = {instancePath:instancePath+"/spec/gateway/resources",schemaPath:"#/properties/spec/properties/gateway/properties/resources/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.gateway.properties.resources.type,parentSchema:schema31.properties.spec.properties.gateway.properties.resources,data:data33};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data21.planShards !== undefined){
let data36 = data21.planShards;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err109 = {instancePath:instancePath+"/spec/gateway/planShards",schemaPath:"#/properties/spec/properties/gateway/properties/planShards/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.gateway.properties.planShards.type,parentSchema:schema31.properties.spec.properties.gateway.properties.planShards,data:data36};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 256 || isNaN(data36)){
const err110 = {instancePath:instancePath+"/spec/gateway/planShards",schemaPath:"#/properties/spec/properties/gateway/properties/planShards/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema31.properties.spec.properties.gateway.properties.planShards,data:data36};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data36 < 1 || isNaN(data36)){
const err111 = {instancePath:instancePath+"/spec/gateway/planShards",schemaPath:"#/properties/spec/properties/gateway/properties/planShards/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.gateway.properties.planShards,data:data36};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
}
else {
const err112 = {instancePath:instancePath+"/spec/gateway",schemaPath:"#/properties/spec/properties/gateway/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.gateway.type,parentSchema:schema31.properties.spec.properties.gateway,data:data21};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data8.exposure !== undefined){
let data37 = data8.exposure;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key14 in data37){
if(!(((((key14 === "gatewayApi") || (key14 === "ingress")) || (key14 === "istio")) || (key14 === "traefik")) || (key14 === "ambassador"))){
const err113 = {instancePath:instancePath+"/spec/exposure",schemaPath:"#/properties/spec/properties/exposure/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure,data:data37};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data37.gatewayApi !== undefined){
let data38 = data37.gatewayApi;
if(Array.isArray(data38)){
if(data38.length > 32){
const err114 = {instancePath:instancePath+"/spec/exposure/gatewayApi",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi,data:data38};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
const len1 = data38.length;
for(let i1=0; i1<len1; i1++){
let data39 = data38[i1];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.name === undefined){
const err115 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1,schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items,data:data39};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data39.hosts === undefined){
const err116 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1,schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items,data:data39};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data39.gateway === undefined){
const err117 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1,schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/required",keyword:"required",params:{missingProperty: "gateway"},message:"must have required property '"+"gateway"+"'",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items,data:data39};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
for(const key15 in data39){
if(!(((((key15 === "name") || (key15 === "hosts")) || (key15 === "grpcHosts")) || (key15 === "gateway")) || (key15 === "annotations"))){
const err118 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1,schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items,data:data39};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data39.name !== undefined){
let data40 = data39.name;
if(typeof data40 === "string"){
if(func1(data40) > 40){
const err119 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.name,data:data40};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(func1(data40) < 1){
const err120 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.name,data:data40};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!pattern4.test(data40)){
const err121 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.name,data:data40};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.name.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.name,data:data40};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data39.hosts !== undefined){
let data41 = data39.hosts;
if(Array.isArray(data41)){
if(data41.length > 16){
const err123 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.hosts,data:data41};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data41.length < 1){
const err124 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.hosts,data:data41};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
const len2 = data41.length;
for(let i2=0; i2<len2; i2++){
let data42 = data41[i2];
if(typeof data42 === "string"){
if(func1(data42) > 253){
const err125 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts/" + i2,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data42};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(func1(data42) < 1){
const err126 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts/" + i2,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data42};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(!pattern20.test(data42)){
const err127 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts/" + i2,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data42};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts/" + i2,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data42};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.hosts,data:data41};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data39.grpcHosts !== undefined){
let data43 = data39.grpcHosts;
if(Array.isArray(data43)){
if(data43.length > 16){
const err130 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/grpcHosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.grpcHosts,data:data43};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data43.length < 1){
const err131 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/grpcHosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.grpcHosts,data:data43};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
const len3 = data43.length;
for(let i3=0; i3<len3; i3++){
let data44 = data43[i3];
if(typeof data44 === "string"){
if(func1(data44) > 253){
const err132 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts/" + i3,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data44};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(func1(data44) < 1){
const err133 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts/" + i3,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data44};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(!pattern20.test(data44)){
const err134 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts/" + i3,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data44};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts/" + i3,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data44};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/grpcHosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.grpcHosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.grpcHosts,data:data43};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data39.gateway !== undefined){
let data45 = data39.gateway;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(data45.name === undefined){
const err137 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.required,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway,data:data45};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
for(const key16 in data45){
if(!(((key16 === "name") || (key16 === "namespace")) || (key16 === "listener"))){
const err138 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway,data:data45};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data45.name !== undefined){
let data46 = data45.name;
if(typeof data46 === "string"){
if(func1(data46) > 253){
const err139 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/name",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data46};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(func1(data46) < 1){
const err140 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/name",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data46};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(!pattern8.test(data46)){
const err141 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/name",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data46};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/name",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data46};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data45.namespace !== undefined){
let data47 = data45.namespace;
if(typeof data47 === "string"){
if(func1(data47) > 63){
const err143 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.namespace,data:data47};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(func1(data47) < 1){
const err144 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.namespace,data:data47};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(!pattern4.test(data47)){
const err145 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.namespace,data:data47};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.namespace.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.namespace,data:data47};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data45.listener !== undefined){
let data48 = data45.listener;
if(typeof data48 === "string"){
if(func1(data48) > 253){
const err147 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/listener",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/listener/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.listener,data:data48};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(func1(data48) < 1){
const err148 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/listener",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/listener/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.listener,data:data48};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!pattern8.test(data48)){
const err149 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/listener",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/listener/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.listener,data:data48};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway/listener",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/properties/listener/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.listener.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.properties.listener,data:data48};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
else {
const err151 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/gateway",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/gateway/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.gateway,data:data45};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data39.annotations !== undefined){
let data49 = data39.annotations;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key17 in data49){
const _errs133 = errors;
if(typeof key17 === "string"){
if(func1(key17) > 317){
const err152 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/annotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations.propertyNames,data:key17,propertyName:key17};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(!pattern13.test(key17)){
const err153 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/annotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations.propertyNames,data:key17,propertyName:key17};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
var valid40 = _errs133 === errors;
if(!valid40){
const err154 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/annotations/propertyNames",keyword:"propertyNames",params:{propertyName: key17},message:"property name must be valid",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations.propertyNames,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations,data:data49};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
for(const key18 in data49){
let data50 = data49[key18];
if(typeof data50 !== "string"){
const err155 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/annotations/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations.additionalProperties,data:data50};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.properties.annotations,data:data49};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/spec/exposure/gatewayApi/" + i1,schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi.items,data:data39};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/spec/exposure/gatewayApi",schemaPath:"#/properties/spec/properties/exposure/properties/gatewayApi/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.gatewayApi.type,parentSchema:schema31.properties.spec.properties.exposure.properties.gatewayApi,data:data38};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data37.ingress !== undefined){
let data51 = data37.ingress;
if(Array.isArray(data51)){
if(data51.length > 32){
const err159 = {instancePath:instancePath+"/spec/exposure/ingress",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress,data:data51};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
const len4 = data51.length;
for(let i4=0; i4<len4; i4++){
let data52 = data51[i4];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.name === undefined){
const err160 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4,schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items,data:data52};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data52.hosts === undefined){
const err161 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4,schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items,data:data52};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(data52.class === undefined){
const err162 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4,schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/required",keyword:"required",params:{missingProperty: "class"},message:"must have required property '"+"class"+"'",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items,data:data52};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
for(const key19 in data52){
if(!(((((((key19 === "name") || (key19 === "hosts")) || (key19 === "grpcHosts")) || (key19 === "class")) || (key19 === "tls")) || (key19 === "annotations")) || (key19 === "grpcAnnotations"))){
const err163 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4,schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items,data:data52};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data52.name !== undefined){
let data53 = data52.name;
if(typeof data53 === "string"){
if(func1(data53) > 40){
const err164 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.name,data:data53};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(func1(data53) < 1){
const err165 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.name,data:data53};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(!pattern4.test(data53)){
const err166 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.name,data:data53};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.name.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.name,data:data53};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data52.hosts !== undefined){
let data54 = data52.hosts;
if(Array.isArray(data54)){
if(data54.length > 16){
const err168 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.hosts,data:data54};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data54.length < 1){
const err169 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.hosts,data:data54};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
const len5 = data54.length;
for(let i5=0; i5<len5; i5++){
let data55 = data54[i5];
if(typeof data55 === "string"){
if(func1(data55) > 253){
const err170 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts/" + i5,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data55};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(func1(data55) < 1){
const err171 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts/" + i5,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data55};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!pattern20.test(data55)){
const err172 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts/" + i5,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data55};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts/" + i5,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data55};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.hosts,data:data54};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data52.grpcHosts !== undefined){
let data56 = data52.grpcHosts;
if(Array.isArray(data56)){
if(data56.length > 16){
const err175 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcHosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcHosts,data:data56};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(data56.length < 1){
const err176 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcHosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcHosts,data:data56};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
const len6 = data56.length;
for(let i6=0; i6<len6; i6++){
let data57 = data56[i6];
if(typeof data57 === "string"){
if(func1(data57) > 253){
const err177 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts/" + i6,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data57};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(func1(data57) < 1){
const err178 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts/" + i6,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data57};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!pattern20.test(data57)){
const err179 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts/" + i6,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data57};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts/" + i6,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data57};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcHosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcHosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcHosts,data:data56};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data52.class !== undefined){
let data58 = data52.class;
if(typeof data58 === "string"){
if(func1(data58) > 253){
const err182 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/class",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data58};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(func1(data58) < 1){
const err183 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/class",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data58};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!pattern8.test(data58)){
const err184 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/class",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data58};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/class",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data58};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data52.tls !== undefined){
let data59 = data52.tls;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.secret === undefined){
const err186 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/tls/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.tls.required,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.tls,data:data59};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
for(const key20 in data59){
if(!((key20 === "secret") || (key20 === "issuer"))){
const err187 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.tls,data:data59};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data59.secret !== undefined){
let data60 = data59.secret;
if(typeof data60 === "string"){
if(func1(data60) > 253){
const err188 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls/secret",schemaPath:"#/$defs/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema33,data:data60};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(func1(data60) < 1){
const err189 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls/secret",schemaPath:"#/$defs/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data60};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!pattern8.test(data60)){
const err190 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls/secret",schemaPath:"#/$defs/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema33,data:data60};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls/secret",schemaPath:"#/$defs/secretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data60};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data59.issuer !== undefined){
if(!(validate21(data59.issuer, {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls/issuer",parentData:data59,parentDataProperty:"issuer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err192 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/tls",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.tls.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.tls,data:data59};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data52.annotations !== undefined){
let data62 = data52.annotations;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key21 in data62){
const _errs166 = errors;
if(typeof key21 === "string"){
if(func1(key21) > 317){
const err193 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/annotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations.propertyNames,data:key21,propertyName:key21};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(!pattern13.test(key21)){
const err194 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/annotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations.propertyNames,data:key21,propertyName:key21};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
var valid54 = _errs166 === errors;
if(!valid54){
const err195 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/annotations/propertyNames",keyword:"propertyNames",params:{propertyName: key21},message:"property name must be valid",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations.propertyNames,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations,data:data62};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
for(const key22 in data62){
let data63 = data62[key22];
if(typeof data63 !== "string"){
const err196 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/annotations/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations.additionalProperties,data:data63};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
}
else {
const err197 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.annotations,data:data62};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data52.grpcAnnotations !== undefined){
let data64 = data52.grpcAnnotations;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key23 in data64){
const _errs172 = errors;
if(typeof key23 === "string"){
if(func1(key23) > 317){
const err198 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcAnnotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcAnnotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations.propertyNames,data:key23,propertyName:key23};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!pattern13.test(key23)){
const err199 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcAnnotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcAnnotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations.propertyNames,data:key23,propertyName:key23};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
var valid56 = _errs172 === errors;
if(!valid56){
const err200 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcAnnotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcAnnotations/propertyNames",keyword:"propertyNames",params:{propertyName: key23},message:"property name must be valid",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations.propertyNames,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations,data:data64};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
for(const key24 in data64){
let data65 = data64[key24];
if(typeof data65 !== "string"){
const err201 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcAnnotations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcAnnotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations.additionalProperties,data:data65};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
else {
const err202 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4+"/grpcAnnotations",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/properties/grpcAnnotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items.properties.grpcAnnotations,data:data64};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
else {
const err203 = {instancePath:instancePath+"/spec/exposure/ingress/" + i4,schemaPath:"#/properties/spec/properties/exposure/properties/ingress/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.ingress.items.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress.items,data:data52};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
}
else {
const err204 = {instancePath:instancePath+"/spec/exposure/ingress",schemaPath:"#/properties/spec/properties/exposure/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.ingress.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ingress,data:data51};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data37.istio !== undefined){
let data66 = data37.istio;
if(Array.isArray(data66)){
if(data66.length > 32){
const err205 = {instancePath:instancePath+"/spec/exposure/istio",schemaPath:"#/properties/spec/properties/exposure/properties/istio/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema31.properties.spec.properties.exposure.properties.istio,data:data66};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
const len7 = data66.length;
for(let i7=0; i7<len7; i7++){
let data67 = data66[i7];
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
if(data67.name === undefined){
const err206 = {instancePath:instancePath+"/spec/exposure/istio/" + i7,schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.istio.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items,data:data67};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(data67.hosts === undefined){
const err207 = {instancePath:instancePath+"/spec/exposure/istio/" + i7,schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.exposure.properties.istio.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items,data:data67};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data67.gateway === undefined){
const err208 = {instancePath:instancePath+"/spec/exposure/istio/" + i7,schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/required",keyword:"required",params:{missingProperty: "gateway"},message:"must have required property '"+"gateway"+"'",schema:schema31.properties.spec.properties.exposure.properties.istio.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items,data:data67};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
for(const key25 in data67){
if(!(((((key25 === "name") || (key25 === "hosts")) || (key25 === "grpcHosts")) || (key25 === "gateway")) || (key25 === "annotations"))){
const err209 = {instancePath:instancePath+"/spec/exposure/istio/" + i7,schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items,data:data67};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data67.name !== undefined){
let data68 = data67.name;
if(typeof data68 === "string"){
if(func1(data68) > 40){
const err210 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.name,data:data68};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(func1(data68) < 1){
const err211 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.name,data:data68};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(!pattern4.test(data68)){
const err212 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.name,data:data68};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
else {
const err213 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.name.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.name,data:data68};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data67.hosts !== undefined){
let data69 = data67.hosts;
if(Array.isArray(data69)){
if(data69.length > 16){
const err214 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.hosts,data:data69};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(data69.length < 1){
const err215 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.hosts,data:data69};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
const len8 = data69.length;
for(let i8=0; i8<len8; i8++){
let data70 = data69[i8];
if(typeof data70 === "string"){
if(func1(data70) > 253){
const err216 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts/" + i8,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data70};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(func1(data70) < 1){
const err217 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts/" + i8,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data70};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(!pattern20.test(data70)){
const err218 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts/" + i8,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data70};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts/" + i8,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data70};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
}
else {
const err220 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.hosts,data:data69};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data67.grpcHosts !== undefined){
let data71 = data67.grpcHosts;
if(Array.isArray(data71)){
if(data71.length > 16){
const err221 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/grpcHosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.grpcHosts,data:data71};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(data71.length < 1){
const err222 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/grpcHosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.grpcHosts,data:data71};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
const len9 = data71.length;
for(let i9=0; i9<len9; i9++){
let data72 = data71[i9];
if(typeof data72 === "string"){
if(func1(data72) > 253){
const err223 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts/" + i9,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data72};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(func1(data72) < 1){
const err224 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts/" + i9,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data72};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(!pattern20.test(data72)){
const err225 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts/" + i9,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data72};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
else {
const err226 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts/" + i9,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data72};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
}
else {
const err227 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/grpcHosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.grpcHosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.grpcHosts,data:data71};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data67.gateway !== undefined){
let data73 = data67.gateway;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.name === undefined){
const err228 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.required,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway,data:data73};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
for(const key26 in data73){
if(!((key26 === "name") || (key26 === "namespace"))){
const err229 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway,data:data73};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data73.name !== undefined){
let data74 = data73.name;
if(typeof data74 === "string"){
if(func1(data74) > 253){
const err230 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/name",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data74};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(func1(data74) < 1){
const err231 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/name",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data74};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(!pattern8.test(data74)){
const err232 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/name",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data74};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
else {
const err233 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/name",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data74};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data73.namespace !== undefined){
let data75 = data73.namespace;
if(typeof data75 === "string"){
if(func1(data75) > 63){
const err234 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.properties.namespace,data:data75};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(func1(data75) < 1){
const err235 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.properties.namespace,data:data75};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(!pattern4.test(data75)){
const err236 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.properties.namespace,data:data75};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway/namespace",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.properties.namespace.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.properties.namespace,data:data75};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
}
else {
const err238 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/gateway",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/gateway/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.gateway,data:data73};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data67.annotations !== undefined){
let data76 = data67.annotations;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key27 in data76){
const _errs203 = errors;
if(typeof key27 === "string"){
if(func1(key27) > 317){
const err239 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/annotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations.propertyNames,data:key27,propertyName:key27};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(!pattern13.test(key27)){
const err240 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/annotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations.propertyNames,data:key27,propertyName:key27};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
var valid69 = _errs203 === errors;
if(!valid69){
const err241 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/annotations/propertyNames",keyword:"propertyNames",params:{propertyName: key27},message:"property name must be valid",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations.propertyNames,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations,data:data76};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
for(const key28 in data76){
let data77 = data76[key28];
if(typeof data77 !== "string"){
const err242 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/annotations/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations.additionalProperties,data:data77};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
}
else {
const err243 = {instancePath:instancePath+"/spec/exposure/istio/" + i7+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items.properties.annotations,data:data76};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/spec/exposure/istio/" + i7,schemaPath:"#/properties/spec/properties/exposure/properties/istio/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.istio.items.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio.items,data:data67};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
else {
const err245 = {instancePath:instancePath+"/spec/exposure/istio",schemaPath:"#/properties/spec/properties/exposure/properties/istio/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.istio.type,parentSchema:schema31.properties.spec.properties.exposure.properties.istio,data:data66};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data37.traefik !== undefined){
let data78 = data37.traefik;
if(Array.isArray(data78)){
if(data78.length > 32){
const err246 = {instancePath:instancePath+"/spec/exposure/traefik",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik,data:data78};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
const len10 = data78.length;
for(let i10=0; i10<len10; i10++){
let data79 = data78[i10];
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.name === undefined){
const err247 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items,data:data79};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if(data79.hosts === undefined){
const err248 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items,data:data79};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
for(const key29 in data79){
if(!(((((((key29 === "name") || (key29 === "hosts")) || (key29 === "grpcHosts")) || (key29 === "class")) || (key29 === "entryPoints")) || (key29 === "tls")) || (key29 === "annotations"))){
const err249 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items,data:data79};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data79.name !== undefined){
let data80 = data79.name;
if(typeof data80 === "string"){
if(func1(data80) > 40){
const err250 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.name,data:data80};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(func1(data80) < 1){
const err251 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.name,data:data80};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(!pattern4.test(data80)){
const err252 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.name,data:data80};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
else {
const err253 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.name.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.name,data:data80};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data79.hosts !== undefined){
let data81 = data79.hosts;
if(Array.isArray(data81)){
if(data81.length > 16){
const err254 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.hosts,data:data81};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(data81.length < 1){
const err255 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.hosts,data:data81};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
const len11 = data81.length;
for(let i11=0; i11<len11; i11++){
let data82 = data81[i11];
if(typeof data82 === "string"){
if(func1(data82) > 253){
const err256 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts/" + i11,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data82};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(func1(data82) < 1){
const err257 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts/" + i11,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data82};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
if(!pattern20.test(data82)){
const err258 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts/" + i11,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data82};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
else {
const err259 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts/" + i11,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data82};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
}
else {
const err260 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.hosts,data:data81};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data79.grpcHosts !== undefined){
let data83 = data79.grpcHosts;
if(Array.isArray(data83)){
if(data83.length > 16){
const err261 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/grpcHosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.grpcHosts,data:data83};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(data83.length < 1){
const err262 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/grpcHosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.grpcHosts,data:data83};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
const len12 = data83.length;
for(let i12=0; i12<len12; i12++){
let data84 = data83[i12];
if(typeof data84 === "string"){
if(func1(data84) > 253){
const err263 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts/" + i12,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data84};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(func1(data84) < 1){
const err264 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts/" + i12,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data84};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if(!pattern20.test(data84)){
const err265 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts/" + i12,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data84};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
else {
const err266 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts/" + i12,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data84};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
}
else {
const err267 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/grpcHosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.grpcHosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.grpcHosts,data:data83};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
if(data79.class !== undefined){
let data85 = data79.class;
if(typeof data85 === "string"){
if(func1(data85) > 253){
const err268 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/class",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data85};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(func1(data85) < 1){
const err269 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/class",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data85};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(!pattern8.test(data85)){
const err270 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/class",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data85};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
else {
const err271 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/class",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data85};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
if(data79.entryPoints !== undefined){
let data86 = data79.entryPoints;
if(Array.isArray(data86)){
if(data86.length > 16){
const err272 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints,data:data86};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data86.length < 1){
const err273 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints,data:data86};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
const len13 = data86.length;
for(let i13=0; i13<len13; i13++){
let data87 = data86[i13];
if(typeof data87 === "string"){
if(func1(data87) > 63){
const err274 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints/" + i13,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints.items,data:data87};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(func1(data87) < 1){
const err275 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints/" + i13,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints.items,data:data87};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(!pattern46.test(data87)){
const err276 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints/" + i13,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$"+"\"",schema:"^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints.items,data:data87};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
else {
const err277 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints/" + i13,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints.items.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints.items,data:data87};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
}
else {
const err278 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/entryPoints",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/entryPoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.entryPoints,data:data86};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
if(data79.tls !== undefined){
let data88 = data79.tls;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
if(data88.secret === undefined){
const err279 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/tls/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.tls.required,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.tls,data:data88};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
for(const key30 in data88){
if(!((key30 === "secret") || (key30 === "issuer"))){
const err280 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.tls,data:data88};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data88.secret !== undefined){
let data89 = data88.secret;
if(typeof data89 === "string"){
if(func1(data89) > 253){
const err281 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls/secret",schemaPath:"#/$defs/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema33,data:data89};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(func1(data89) < 1){
const err282 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls/secret",schemaPath:"#/$defs/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data89};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
if(!pattern8.test(data89)){
const err283 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls/secret",schemaPath:"#/$defs/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema33,data:data89};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
else {
const err284 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls/secret",schemaPath:"#/$defs/secretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data89};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
if(data88.issuer !== undefined){
if(!(validate21(data88.issuer, {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls/issuer",parentData:data88,parentDataProperty:"issuer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err285 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/tls",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.tls.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.tls,data:data88};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data79.annotations !== undefined){
let data91 = data79.annotations;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
for(const key31 in data91){
const _errs240 = errors;
if(typeof key31 === "string"){
if(func1(key31) > 317){
const err286 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/annotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations.propertyNames,data:key31,propertyName:key31};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if(!pattern13.test(key31)){
const err287 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/annotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations.propertyNames,data:key31,propertyName:key31};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
var valid85 = _errs240 === errors;
if(!valid85){
const err288 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/annotations/propertyNames",keyword:"propertyNames",params:{propertyName: key31},message:"property name must be valid",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations.propertyNames,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations,data:data91};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
for(const key32 in data91){
let data92 = data91[key32];
if(typeof data92 !== "string"){
const err289 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/annotations/" + key32.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations.additionalProperties,data:data92};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
else {
const err290 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items.properties.annotations,data:data91};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
else {
const err291 = {instancePath:instancePath+"/spec/exposure/traefik/" + i10,schemaPath:"#/properties/spec/properties/exposure/properties/traefik/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.traefik.items.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik.items,data:data79};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
}
else {
const err292 = {instancePath:instancePath+"/spec/exposure/traefik",schemaPath:"#/properties/spec/properties/exposure/properties/traefik/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.traefik.type,parentSchema:schema31.properties.spec.properties.exposure.properties.traefik,data:data78};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
if(data37.ambassador !== undefined){
let data93 = data37.ambassador;
if(Array.isArray(data93)){
if(data93.length > 32){
const err293 = {instancePath:instancePath+"/spec/exposure/ambassador",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador,data:data93};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
const len14 = data93.length;
for(let i14=0; i14<len14; i14++){
let data94 = data93[i14];
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.name === undefined){
const err294 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14,schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items,data:data94};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
if(data94.hosts === undefined){
const err295 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14,schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.required,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items,data:data94};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
for(const key33 in data94){
if(!(((((key33 === "name") || (key33 === "hosts")) || (key33 === "grpcHosts")) || (key33 === "ambassadorId")) || (key33 === "annotations"))){
const err296 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14,schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items,data:data94};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
if(data94.name !== undefined){
let data95 = data94.name;
if(typeof data95 === "string"){
if(func1(data95) > 40){
const err297 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.name,data:data95};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(func1(data95) < 1){
const err298 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.name,data:data95};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(!pattern4.test(data95)){
const err299 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.name,data:data95};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
else {
const err300 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/name",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.name.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.name,data:data95};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data94.hosts !== undefined){
let data96 = data94.hosts;
if(Array.isArray(data96)){
if(data96.length > 16){
const err301 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.hosts,data:data96};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
if(data96.length < 1){
const err302 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/hosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.hosts,data:data96};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
const len15 = data96.length;
for(let i15=0; i15<len15; i15++){
let data97 = data96[i15];
if(typeof data97 === "string"){
if(func1(data97) > 253){
const err303 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts/" + i15,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data97};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(func1(data97) < 1){
const err304 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts/" + i15,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data97};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(!pattern20.test(data97)){
const err305 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts/" + i15,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data97};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
else {
const err306 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts/" + i15,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data97};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
}
else {
const err307 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/hosts",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.hosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.hosts,data:data96};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
if(data94.grpcHosts !== undefined){
let data98 = data94.grpcHosts;
if(Array.isArray(data98)){
if(data98.length > 16){
const err308 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/grpcHosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.grpcHosts,data:data98};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if(data98.length < 1){
const err309 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/grpcHosts/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.grpcHosts,data:data98};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
const len16 = data98.length;
for(let i16=0; i16<len16; i16++){
let data99 = data98[i16];
if(typeof data99 === "string"){
if(func1(data99) > 253){
const err310 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts/" + i16,schemaPath:"#/$defs/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema44,data:data99};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(func1(data99) < 1){
const err311 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts/" + i16,schemaPath:"#/$defs/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema44,data:data99};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(!pattern20.test(data99)){
const err312 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts/" + i16,schemaPath:"#/$defs/host/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",parentSchema:schema44,data:data99};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
else {
const err313 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts/" + i16,schemaPath:"#/$defs/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.type,parentSchema:schema44,data:data99};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
}
else {
const err314 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/grpcHosts",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/grpcHosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.grpcHosts.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.grpcHosts,data:data98};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data94.ambassadorId !== undefined){
let data100 = data94.ambassadorId;
if(typeof data100 === "string"){
if(func1(data100) > 63){
const err315 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/ambassadorId",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/ambassadorId/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.ambassadorId,data:data100};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(func1(data100) < 1){
const err316 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/ambassadorId",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/ambassadorId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.ambassadorId,data:data100};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if(!pattern52.test(data100)){
const err317 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/ambassadorId",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/ambassadorId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$"+"\"",schema:"^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.ambassadorId,data:data100};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
else {
const err318 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/ambassadorId",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/ambassadorId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.ambassadorId.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.ambassadorId,data:data100};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data94.annotations !== undefined){
let data101 = data94.annotations;
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
for(const key34 in data101){
const _errs265 = errors;
if(typeof key34 === "string"){
if(func1(key34) > 317){
const err319 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/annotations/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations.propertyNames,data:key34,propertyName:key34};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(!pattern13.test(key34)){
const err320 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/annotations/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations.propertyNames,data:key34,propertyName:key34};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
var valid96 = _errs265 === errors;
if(!valid96){
const err321 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/annotations/propertyNames",keyword:"propertyNames",params:{propertyName: key34},message:"property name must be valid",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations.propertyNames,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations,data:data101};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
for(const key35 in data101){
let data102 = data101[key35];
if(typeof data102 !== "string"){
const err322 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/annotations/" + key35.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations.additionalProperties.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations.additionalProperties,data:data102};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
}
else {
const err323 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14+"/annotations",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items.properties.annotations,data:data101};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
}
else {
const err324 = {instancePath:instancePath+"/spec/exposure/ambassador/" + i14,schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.properties.ambassador.items.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador.items,data:data94};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
}
else {
const err325 = {instancePath:instancePath+"/spec/exposure/ambassador",schemaPath:"#/properties/spec/properties/exposure/properties/ambassador/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.exposure.properties.ambassador.type,parentSchema:schema31.properties.spec.properties.exposure.properties.ambassador,data:data93};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
}
else {
const err326 = {instancePath:instancePath+"/spec/exposure",schemaPath:"#/properties/spec/properties/exposure/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.exposure.type,parentSchema:schema31.properties.spec.properties.exposure,data:data37};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data8.tls !== undefined){
let data103 = data8.tls;
if(data103 && typeof data103 == "object" && !Array.isArray(data103)){
for(const key36 in data103){
if(!(((((key36 === "gatewaySecret") || (key36 === "gatewayAuthority")) || (key36 === "internalSecret")) || (key36 === "issuer")) || (key36 === "internalIssuer"))){
const err327 = {instancePath:instancePath+"/spec/tls",schemaPath:"#/properties/spec/properties/tls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.tls,data:data103};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
if(data103.gatewaySecret !== undefined){
let data104 = data103.gatewaySecret;
if(typeof data104 === "string"){
if(func1(data104) > 253){
const err328 = {instancePath:instancePath+"/spec/tls/gatewaySecret",schemaPath:"#/$defs/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema33,data:data104};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if(func1(data104) < 1){
const err329 = {instancePath:instancePath+"/spec/tls/gatewaySecret",schemaPath:"#/$defs/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data104};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(!pattern8.test(data104)){
const err330 = {instancePath:instancePath+"/spec/tls/gatewaySecret",schemaPath:"#/$defs/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema33,data:data104};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
else {
const err331 = {instancePath:instancePath+"/spec/tls/gatewaySecret",schemaPath:"#/$defs/secretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data104};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
if(data103.gatewayAuthority !== undefined){
let data105 = data103.gatewayAuthority;
if(typeof data105 === "string"){
if(func1(data105) > 253){
const err332 = {instancePath:instancePath+"/spec/tls/gatewayAuthority",schemaPath:"#/$defs/objectName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema46,data:data105};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
if(func1(data105) < 1){
const err333 = {instancePath:instancePath+"/spec/tls/gatewayAuthority",schemaPath:"#/$defs/objectName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46,data:data105};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
if(!pattern8.test(data105)){
const err334 = {instancePath:instancePath+"/spec/tls/gatewayAuthority",schemaPath:"#/$defs/objectName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema46,data:data105};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
else {
const err335 = {instancePath:instancePath+"/spec/tls/gatewayAuthority",schemaPath:"#/$defs/objectName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.type,parentSchema:schema46,data:data105};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
if(data103.internalSecret !== undefined){
let data106 = data103.internalSecret;
if(typeof data106 === "string"){
if(func1(data106) > 253){
const err336 = {instancePath:instancePath+"/spec/tls/internalSecret",schemaPath:"#/$defs/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema33,data:data106};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(func1(data106) < 1){
const err337 = {instancePath:instancePath+"/spec/tls/internalSecret",schemaPath:"#/$defs/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data106};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(!pattern8.test(data106)){
const err338 = {instancePath:instancePath+"/spec/tls/internalSecret",schemaPath:"#/$defs/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema33,data:data106};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
else {
const err339 = {instancePath:instancePath+"/spec/tls/internalSecret",schemaPath:"#/$defs/secretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data106};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
if(data103.issuer !== undefined){
if(!(validate21(data103.issuer, {instancePath:instancePath+"/spec/tls/issuer",parentData:data103,parentDataProperty:"issuer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data103.internalIssuer !== undefined){
if(!(validate21(data103.internalIssuer, {instancePath:instancePath+"/spec/tls/internalIssuer",parentData:data103,parentDataProperty:"internalIssuer",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err340 = {instancePath:instancePath+"/spec/tls",schemaPath:"#/properties/spec/properties/tls/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.tls.type,parentSchema:schema31.properties.spec.properties.tls,data:data103};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
}
if(data8.keda !== undefined){
let data109 = data8.keda;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
for(const key37 in data109){
if(!(key37 === "namespace")){
const err341 = {instancePath:instancePath+"/spec/keda",schemaPath:"#/properties/spec/properties/keda/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.keda,data:data109};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data109.namespace !== undefined){
let data110 = data109.namespace;
if(typeof data110 === "string"){
if(func1(data110) > 63){
const err342 = {instancePath:instancePath+"/spec/keda/namespace",schemaPath:"#/properties/spec/properties/keda/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.keda.properties.namespace,data:data110};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(func1(data110) < 1){
const err343 = {instancePath:instancePath+"/spec/keda/namespace",schemaPath:"#/properties/spec/properties/keda/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.keda.properties.namespace,data:data110};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(!pattern4.test(data110)){
const err344 = {instancePath:instancePath+"/spec/keda/namespace",schemaPath:"#/properties/spec/properties/keda/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.keda.properties.namespace,data:data110};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
else {
const err345 = {instancePath:instancePath+"/spec/keda/namespace",schemaPath:"#/properties/spec/properties/keda/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.keda.properties.namespace.type,parentSchema:schema31.properties.spec.properties.keda.properties.namespace,data:data110};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
}
else {
const err346 = {instancePath:instancePath+"/spec/keda",schemaPath:"#/properties/spec/properties/keda/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.keda.type,parentSchema:schema31.properties.spec.properties.keda,data:data109};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
if(data8.observability !== undefined){
let data111 = data8.observability;
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
for(const key38 in data111){
if(!(((key38 === "prometheus") || (key38 === "degradedAfter")) || (key38 === "dashboard"))){
const err347 = {instancePath:instancePath+"/spec/observability",schemaPath:"#/properties/spec/properties/observability/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.observability,data:data111};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
if(data111.prometheus !== undefined){
let data112 = data111.prometheus;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.namespace === undefined){
const err348 = {instancePath:instancePath+"/spec/observability/prometheus",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'",schema:schema31.properties.spec.properties.observability.properties.prometheus.required,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus,data:data112};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
for(const key39 in data112){
if(!(((((key39 === "namespace") || (key39 === "pods")) || (key39 === "labels")) || (key39 === "interval")) || (key39 === "modelMetrics"))){
const err349 = {instancePath:instancePath+"/spec/observability/prometheus",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus,data:data112};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(data112.namespace !== undefined){
let data113 = data112.namespace;
if(typeof data113 === "string"){
if(func1(data113) > 63){
const err350 = {instancePath:instancePath+"/spec/observability/prometheus/namespace",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.namespace,data:data113};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(func1(data113) < 1){
const err351 = {instancePath:instancePath+"/spec/observability/prometheus/namespace",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.namespace,data:data113};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(!pattern4.test(data113)){
const err352 = {instancePath:instancePath+"/spec/observability/prometheus/namespace",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.namespace,data:data113};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
else {
const err353 = {instancePath:instancePath+"/spec/observability/prometheus/namespace",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.namespace.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.namespace,data:data113};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data112.pods !== undefined){
let data114 = data112.pods;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
if(Object.keys(data114).length > 20){
const err354 = {instancePath:instancePath+"/spec/observability/prometheus/pods",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/maxProperties",keyword:"maxProperties",params:{limit: 20},message:"must NOT have more than 20 properties",schema:20,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods,data:data114};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
for(const key40 in data114){
const _errs298 = errors;
if(typeof key40 === "string"){
if(func1(key40) > 317){
const err355 = {instancePath:instancePath+"/spec/observability/prometheus/pods",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.propertyNames,data:key40,propertyName:key40};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
if(!pattern59.test(key40)){
const err356 = {instancePath:instancePath+"/spec/observability/prometheus/pods",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.propertyNames,data:key40,propertyName:key40};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
var valid105 = _errs298 === errors;
if(!valid105){
const err357 = {instancePath:instancePath+"/spec/observability/prometheus/pods",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/propertyNames",keyword:"propertyNames",params:{propertyName: key40},message:"property name must be valid",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.propertyNames,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods,data:data114};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
for(const key41 in data114){
let data115 = data114[key41];
if(typeof data115 === "string"){
if(func1(data115) > 63){
const err358 = {instancePath:instancePath+"/spec/observability/prometheus/pods/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.additionalProperties,data:data115};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
if(!pattern60.test(data115)){
const err359 = {instancePath:instancePath+"/spec/observability/prometheus/pods/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$",parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.additionalProperties,data:data115};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
else {
const err360 = {instancePath:instancePath+"/spec/observability/prometheus/pods/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.additionalProperties.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.additionalProperties,data:data115};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
}
else {
const err361 = {instancePath:instancePath+"/spec/observability/prometheus/pods",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/pods/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.pods,data:data114};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
if(data112.labels !== undefined){
let data116 = data112.labels;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
if(Object.keys(data116).length > 20){
const err362 = {instancePath:instancePath+"/spec/observability/prometheus/labels",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 20},message:"must NOT have more than 20 properties",schema:20,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels,data:data116};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
for(const key42 in data116){
const _errs304 = errors;
if(typeof key42 === "string"){
if(func1(key42) > 317){
const err363 = {instancePath:instancePath+"/spec/observability/prometheus/labels",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.propertyNames,data:key42,propertyName:key42};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(!pattern59.test(key42)){
const err364 = {instancePath:instancePath+"/spec/observability/prometheus/labels",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.propertyNames,data:key42,propertyName:key42};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
var valid107 = _errs304 === errors;
if(!valid107){
const err365 = {instancePath:instancePath+"/spec/observability/prometheus/labels",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/propertyNames",keyword:"propertyNames",params:{propertyName: key42},message:"property name must be valid",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.propertyNames,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels,data:data116};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
for(const key43 in data116){
let data117 = data116[key43];
if(typeof data117 === "string"){
if(func1(data117) > 63){
const err366 = {instancePath:instancePath+"/spec/observability/prometheus/labels/" + key43.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.additionalProperties,data:data117};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
if(!pattern60.test(data117)){
const err367 = {instancePath:instancePath+"/spec/observability/prometheus/labels/" + key43.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$",parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.additionalProperties,data:data117};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
else {
const err368 = {instancePath:instancePath+"/spec/observability/prometheus/labels/" + key43.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.additionalProperties,data:data117};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
}
else {
const err369 = {instancePath:instancePath+"/spec/observability/prometheus/labels",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.labels,data:data116};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(data112.interval !== undefined){
let data118 = data112.interval;
if(typeof data118 === "string"){
if(func1(data118) > 32){
const err370 = {instancePath:instancePath+"/spec/observability/prometheus/interval",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema41,data:data118};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(func1(data118) < 2){
const err371 = {instancePath:instancePath+"/spec/observability/prometheus/interval",schemaPath:"#/$defs/duration/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters",schema:2,parentSchema:schema41,data:data118};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(!pattern16.test(data118)){
const err372 = {instancePath:instancePath+"/spec/observability/prometheus/interval",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"},message:"must match pattern \""+"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"+"\"",schema:"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",parentSchema:schema41,data:data118};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
else {
const err373 = {instancePath:instancePath+"/spec/observability/prometheus/interval",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.type,parentSchema:schema41,data:data118};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
if(data112.modelMetrics !== undefined){
let data119 = data112.modelMetrics;
if(typeof data119 !== "boolean"){
const err374 = {instancePath:instancePath+"/spec/observability/prometheus/modelMetrics",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/properties/modelMetrics/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.observability.properties.prometheus.properties.modelMetrics.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus.properties.modelMetrics,data:data119};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
}
else {
const err375 = {instancePath:instancePath+"/spec/observability/prometheus",schemaPath:"#/properties/spec/properties/observability/properties/prometheus/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.observability.properties.prometheus.type,parentSchema:schema31.properties.spec.properties.observability.properties.prometheus,data:data112};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
if(data111.degradedAfter !== undefined){
let data120 = data111.degradedAfter;
if(typeof data120 === "string"){
if(func1(data120) > 32){
const err376 = {instancePath:instancePath+"/spec/observability/degradedAfter",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema41,data:data120};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(func1(data120) < 2){
const err377 = {instancePath:instancePath+"/spec/observability/degradedAfter",schemaPath:"#/$defs/duration/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters",schema:2,parentSchema:schema41,data:data120};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(!pattern16.test(data120)){
const err378 = {instancePath:instancePath+"/spec/observability/degradedAfter",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"},message:"must match pattern \""+"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"+"\"",schema:"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",parentSchema:schema41,data:data120};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
else {
const err379 = {instancePath:instancePath+"/spec/observability/degradedAfter",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.type,parentSchema:schema41,data:data120};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
if(data111.dashboard !== undefined){
let data121 = data111.dashboard;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
for(const key44 in data121){
if(!(key44 === "labels")){
const err380 = {instancePath:instancePath+"/spec/observability/dashboard",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard,data:data121};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
if(data121.labels !== undefined){
let data122 = data121.labels;
if(data122 && typeof data122 == "object" && !Array.isArray(data122)){
if(Object.keys(data122).length > 20){
const err381 = {instancePath:instancePath+"/spec/observability/dashboard/labels",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 20},message:"must NOT have more than 20 properties",schema:20,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels,data:data122};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
for(const key45 in data122){
const _errs321 = errors;
if(typeof key45 === "string"){
if(func1(key45) > 317){
const err382 = {instancePath:instancePath+"/spec/observability/dashboard/labels",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/propertyNames/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters",schema:317,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.propertyNames,data:key45,propertyName:key45};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
if(!pattern59.test(key45)){
const err383 = {instancePath:instancePath+"/spec/observability/dashboard/labels",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/propertyNames/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"+"\"",schema:"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$",parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.propertyNames,data:key45,propertyName:key45};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
var valid112 = _errs321 === errors;
if(!valid112){
const err384 = {instancePath:instancePath+"/spec/observability/dashboard/labels",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/propertyNames",keyword:"propertyNames",params:{propertyName: key45},message:"property name must be valid",schema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.propertyNames,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels,data:data122};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
for(const key46 in data122){
let data123 = data122[key46];
if(typeof data123 === "string"){
if(func1(data123) > 63){
const err385 = {instancePath:instancePath+"/spec/observability/dashboard/labels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.additionalProperties,data:data123};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(!pattern60.test(data123)){
const err386 = {instancePath:instancePath+"/spec/observability/dashboard/labels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$"+"\"",schema:"^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$",parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.additionalProperties,data:data123};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
else {
const err387 = {instancePath:instancePath+"/spec/observability/dashboard/labels/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.additionalProperties.type,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.additionalProperties,data:data123};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
}
else {
const err388 = {instancePath:instancePath+"/spec/observability/dashboard/labels",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels.type,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard.properties.labels,data:data122};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
}
else {
const err389 = {instancePath:instancePath+"/spec/observability/dashboard",schemaPath:"#/properties/spec/properties/observability/properties/dashboard/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.observability.properties.dashboard.type,parentSchema:schema31.properties.spec.properties.observability.properties.dashboard,data:data121};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
}
else {
const err390 = {instancePath:instancePath+"/spec/observability",schemaPath:"#/properties/spec/properties/observability/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.observability.type,parentSchema:schema31.properties.spec.properties.observability,data:data111};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
if(data8.defaults !== undefined){
let data124 = data8.defaults;
if(data124 && typeof data124 == "object" && !Array.isArray(data124)){
for(const key47 in data124){
if(!((key47 === "model") || (key47 === "server"))){
const err391 = {instancePath:instancePath+"/spec/defaults",schemaPath:"#/properties/spec/properties/defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.defaults,data:data124};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
if(data124.model !== undefined){
let data125 = data124.model;
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
for(const key48 in data125){
if(!((((key48 === "replicas") || (key48 === "residency")) || (key48 === "update")) || (key48 === "limits"))){
const err392 = {instancePath:instancePath+"/spec/defaults/model",schemaPath:"#/properties/spec/properties/defaults/properties/model/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.defaults.properties.model,data:data125};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
}
if(data125.replicas !== undefined){
let data126 = data125.replicas;
if((!(((typeof data126 == "number") && (!(data126 % 1) && !isNaN(data126))) && (isFinite(data126)))) && (!(data126 && typeof data126 == "object" && !Array.isArray(data126)))){
const err393 = {instancePath:instancePath+"/spec/defaults/model/replicas",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/type",keyword:"type",params:{type: schema31.properties.spec.properties.defaults.properties.model.properties.replicas.type},message:"must be integer,object",schema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas,data:data126};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if((typeof data126 == "number") && (isFinite(data126))){
if(data126 > 1000 || isNaN(data126)){
const err394 = {instancePath:instancePath+"/spec/defaults/model/replicas",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas,data:data126};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
if(data126 < 1 || isNaN(data126)){
const err395 = {instancePath:instancePath+"/spec/defaults/model/replicas",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas,data:data126};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
if(data126 && typeof data126 == "object" && !Array.isArray(data126)){
for(const key49 in data126){
if(!((key49 === "min") || (key49 === "max"))){
const err396 = {instancePath:instancePath+"/spec/defaults/model/replicas",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas,data:data126};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
if(data126.min !== undefined){
let data127 = data126.min;
if(!(((typeof data127 == "number") && (!(data127 % 1) && !isNaN(data127))) && (isFinite(data127)))){
const err397 = {instancePath:instancePath+"/spec/defaults/model/replicas/min",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.min.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.min,data:data127};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
if((typeof data127 == "number") && (isFinite(data127))){
if(data127 > 1000 || isNaN(data127)){
const err398 = {instancePath:instancePath+"/spec/defaults/model/replicas/min",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.min,data:data127};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
if(data127 < 1 || isNaN(data127)){
const err399 = {instancePath:instancePath+"/spec/defaults/model/replicas/min",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.min,data:data127};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
}
if(data126.max !== undefined){
let data128 = data126.max;
if(!(((typeof data128 == "number") && (!(data128 % 1) && !isNaN(data128))) && (isFinite(data128)))){
const err400 = {instancePath:instancePath+"/spec/defaults/model/replicas/max",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.max.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.max,data:data128};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
if((typeof data128 == "number") && (isFinite(data128))){
if(data128 > 1000 || isNaN(data128)){
const err401 = {instancePath:instancePath+"/spec/defaults/model/replicas/max",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.max,data:data128};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(data128 < 1 || isNaN(data128)){
const err402 = {instancePath:instancePath+"/spec/defaults/model/replicas/max",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.replicas.properties.max,data:data128};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
}
}
}
if(data125.residency !== undefined){
let data129 = data125.residency;
if(typeof data129 !== "string"){
const err403 = {instancePath:instancePath+"/spec/defaults/model/residency",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/residency/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.defaults.properties.model.properties.residency.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.residency,data:data129};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
if(!((data129 === "always") || (data129 === "onDemand"))){
const err404 = {instancePath:instancePath+"/spec/defaults/model/residency",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/residency/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.defaults.properties.model.properties.residency.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.defaults.properties.model.properties.residency.enum,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.residency,data:data129};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
if(data125.update !== undefined){
let data130 = data125.update;
if(typeof data130 !== "string"){
const err405 = {instancePath:instancePath+"/spec/defaults/model/update",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/update/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.defaults.properties.model.properties.update.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.update,data:data130};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
if(!((data130 === "surge") || (data130 === "recreate"))){
const err406 = {instancePath:instancePath+"/spec/defaults/model/update",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/update/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.defaults.properties.model.properties.update.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.defaults.properties.model.properties.update.enum,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.update,data:data130};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
if(data125.limits !== undefined){
let data131 = data125.limits;
if(data131 && typeof data131 == "object" && !Array.isArray(data131)){
for(const key50 in data131){
if(!((key50 === "concurrency") || (key50 === "timeout"))){
const err407 = {instancePath:instancePath+"/spec/defaults/model/limits",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.limits,data:data131};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
if(data131.concurrency !== undefined){
let data132 = data131.concurrency;
if(!(((typeof data132 == "number") && (!(data132 % 1) && !isNaN(data132))) && (isFinite(data132)))){
const err408 = {instancePath:instancePath+"/spec/defaults/model/limits/concurrency",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/limits/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.defaults.properties.model.properties.limits.properties.concurrency.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.limits.properties.concurrency,data:data132};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if((typeof data132 == "number") && (isFinite(data132))){
if(data132 > 100000 || isNaN(data132)){
const err409 = {instancePath:instancePath+"/spec/defaults/model/limits/concurrency",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/limits/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.limits.properties.concurrency,data:data132};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(data132 < 1 || isNaN(data132)){
const err410 = {instancePath:instancePath+"/spec/defaults/model/limits/concurrency",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/limits/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.limits.properties.concurrency,data:data132};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
}
if(data131.timeout !== undefined){
let data133 = data131.timeout;
if(typeof data133 === "string"){
if(func1(data133) > 32){
const err411 = {instancePath:instancePath+"/spec/defaults/model/limits/timeout",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema41,data:data133};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
if(func1(data133) < 2){
const err412 = {instancePath:instancePath+"/spec/defaults/model/limits/timeout",schemaPath:"#/$defs/duration/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters",schema:2,parentSchema:schema41,data:data133};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(!pattern16.test(data133)){
const err413 = {instancePath:instancePath+"/spec/defaults/model/limits/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"},message:"must match pattern \""+"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"+"\"",schema:"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",parentSchema:schema41,data:data133};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
else {
const err414 = {instancePath:instancePath+"/spec/defaults/model/limits/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.type,parentSchema:schema41,data:data133};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
}
else {
const err415 = {instancePath:instancePath+"/spec/defaults/model/limits",schemaPath:"#/properties/spec/properties/defaults/properties/model/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.defaults.properties.model.properties.limits.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model.properties.limits,data:data131};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
}
else {
const err416 = {instancePath:instancePath+"/spec/defaults/model",schemaPath:"#/properties/spec/properties/defaults/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.defaults.properties.model.type,parentSchema:schema31.properties.spec.properties.defaults.properties.model,data:data125};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data124.server !== undefined){
let data134 = data124.server;
if(data134 && typeof data134 == "object" && !Array.isArray(data134)){
for(const key51 in data134){
if(!(((key51 === "overcommit") || (key51 === "cache")) || (key51 === "cpu"))){
const err417 = {instancePath:instancePath+"/spec/defaults/server",schemaPath:"#/properties/spec/properties/defaults/properties/server/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.defaults.properties.server,data:data134};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
}
if(data134.overcommit !== undefined){
let data135 = data134.overcommit;
if(!(((typeof data135 == "number") && (!(data135 % 1) && !isNaN(data135))) && (isFinite(data135)))){
const err418 = {instancePath:instancePath+"/spec/defaults/server/overcommit",schemaPath:"#/properties/spec/properties/defaults/properties/server/properties/overcommit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.defaults.properties.server.properties.overcommit.type,parentSchema:schema31.properties.spec.properties.defaults.properties.server.properties.overcommit,data:data135};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
if((typeof data135 == "number") && (isFinite(data135))){
if(data135 > 1000 || isNaN(data135)){
const err419 = {instancePath:instancePath+"/spec/defaults/server/overcommit",schemaPath:"#/properties/spec/properties/defaults/properties/server/properties/overcommit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema31.properties.spec.properties.defaults.properties.server.properties.overcommit,data:data135};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
if(data135 < 0 || isNaN(data135)){
const err420 = {instancePath:instancePath+"/spec/defaults/server/overcommit",schemaPath:"#/properties/spec/properties/defaults/properties/server/properties/overcommit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.defaults.properties.server.properties.overcommit,data:data135};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
}
if(data134.cache !== undefined){
let data136 = data134.cache;
if(data136 && typeof data136 == "object" && !Array.isArray(data136)){
for(const key52 in data136){
if(!((key52 === "size") || (key52 === "storageClass"))){
const err421 = {instancePath:instancePath+"/spec/defaults/server/cache",schemaPath:"#/properties/spec/properties/defaults/properties/server/properties/cache/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.defaults.properties.server.properties.cache,data:data136};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
if(data136.size !== undefined){
let data137 = data136.size;
if((typeof data137 !== "string") && (!(((typeof data137 == "number") && (!(data137 % 1) && !isNaN(data137))) && (isFinite(data137))))){
const err422 = {instancePath:instancePath+"/spec/defaults/server/cache/size",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema39.type},message:"must be string,integer",schema:schema39.type,parentSchema:schema39,data:data137};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
if((typeof data137 == "number") && (isFinite(data137))){
if(data137 < 0 || isNaN(data137)){
const err423 = {instancePath:instancePath+"/spec/defaults/server/cache/size",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39,data:data137};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
}
if(typeof data137 === "string"){
if(func1(data137) > 32){
const err424 = {instancePath:instancePath+"/spec/defaults/server/cache/size",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema39,data:data137};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(!pattern14.test(data137)){
const err425 = {instancePath:instancePath+"/spec/defaults/server/cache/size",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema39,data:data137};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
}
if(data136.storageClass !== undefined){
let data138 = data136.storageClass;
if(typeof data138 === "string"){
if(func1(data138) > 253){
const err426 = {instancePath:instancePath+"/spec/defaults/server/cache/storageClass",schemaPath:"#/$defs/storageClass/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema70,data:data138};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(func1(data138) < 1){
const err427 = {instancePath:instancePath+"/spec/defaults/server/cache/storageClass",schemaPath:"#/$defs/storageClass/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema70,data:data138};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
if(!pattern8.test(data138)){
const err428 = {instancePath:instancePath+"/spec/defaults/server/cache/storageClass",schemaPath:"#/$defs/storageClass/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema70,data:data138};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
else {
const err429 = {instancePath:instancePath+"/spec/defaults/server/cache/storageClass",schemaPath:"#/$defs/storageClass/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.type,parentSchema:schema70,data:data138};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
}
else {
const err430 = {instancePath:instancePath+"/spec/defaults/server/cache",schemaPath:"#/properties/spec/properties/defaults/properties/server/properties/cache/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.defaults.properties.server.properties.cache.type,parentSchema:schema31.properties.spec.properties.defaults.properties.server.properties.cache,data:data136};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
if(data134.cpu !== undefined){
let data139 = data134.cpu;
if((typeof data139 !== "string") && (!((typeof data139 == "number") && (isFinite(data139))))){
const err431 = {instancePath:instancePath+"/spec/defaults/server/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema42.type},message:"must be string,number",schema:schema42.type,parentSchema:schema42,data:data139};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
if((typeof data139 == "number") && (isFinite(data139))){
if(data139 < 0 || isNaN(data139)){
const err432 = {instancePath:instancePath+"/spec/defaults/server/cpu",schemaPath:"#/$defs/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42,data:data139};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
if(typeof data139 === "string"){
if(func1(data139) > 32){
const err433 = {instancePath:instancePath+"/spec/defaults/server/cpu",schemaPath:"#/$defs/cpu/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema42,data:data139};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
if(!pattern14.test(data139)){
const err434 = {instancePath:instancePath+"/spec/defaults/server/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema42,data:data139};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
}
}
else {
const err435 = {instancePath:instancePath+"/spec/defaults/server",schemaPath:"#/properties/spec/properties/defaults/properties/server/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.defaults.properties.server.type,parentSchema:schema31.properties.spec.properties.defaults.properties.server,data:data134};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
}
else {
const err436 = {instancePath:instancePath+"/spec/defaults",schemaPath:"#/properties/spec/properties/defaults/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.defaults.type,parentSchema:schema31.properties.spec.properties.defaults,data:data124};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
}
if(data8.policy !== undefined){
let data140 = data8.policy;
if(data140 && typeof data140 == "object" && !Array.isArray(data140)){
for(const key53 in data140){
if(!((key53 === "moves") || (key53 === "survive"))){
const err437 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec.properties.policy,data:data140};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
if(data140.moves !== undefined){
let data141 = data140.moves;
if(!(((typeof data141 == "number") && (!(data141 % 1) && !isNaN(data141))) && (isFinite(data141)))){
const err438 = {instancePath:instancePath+"/spec/policy/moves",schemaPath:"#/properties/spec/properties/policy/properties/moves/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.spec.properties.policy.properties.moves.type,parentSchema:schema31.properties.spec.properties.policy.properties.moves,data:data141};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
if((typeof data141 == "number") && (isFinite(data141))){
if(data141 > 1000000 || isNaN(data141)){
const err439 = {instancePath:instancePath+"/spec/policy/moves",schemaPath:"#/properties/spec/properties/policy/properties/moves/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema31.properties.spec.properties.policy.properties.moves,data:data141};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if(data141 < 0 || isNaN(data141)){
const err440 = {instancePath:instancePath+"/spec/policy/moves",schemaPath:"#/properties/spec/properties/policy/properties/moves/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.spec.properties.policy.properties.moves,data:data141};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
}
}
if(data140.survive !== undefined){
let data142 = data140.survive;
if(typeof data142 !== "string"){
const err441 = {instancePath:instancePath+"/spec/policy/survive",schemaPath:"#/properties/spec/properties/policy/properties/survive/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.policy.properties.survive.type,parentSchema:schema31.properties.spec.properties.policy.properties.survive,data:data142};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
if(!((data142 === "none") || (data142 === "replica"))){
const err442 = {instancePath:instancePath+"/spec/policy/survive",schemaPath:"#/properties/spec/properties/policy/properties/survive/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.policy.properties.survive.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.spec.properties.policy.properties.survive.enum,parentSchema:schema31.properties.spec.properties.policy.properties.survive,data:data142};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
}
else {
const err443 = {instancePath:instancePath+"/spec/policy",schemaPath:"#/properties/spec/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.properties.policy.type,parentSchema:schema31.properties.spec.properties.policy,data:data140};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
}
}
else {
const err444 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
}
}
else {
const err445 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const model = validate26;
const schema72 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://stowage.dev/schemas/model.schema.json","title":"Model","description":"One model as its clients name it.","type":"object","properties":{"apiVersion":{"title":"API version","description":"The version of this kind.","type":"string","const":"stowage.dev/v1alpha1"},"kind":{"title":"Kind","description":"What the document describes.","type":"string","const":"Model"},"metadata":{"title":"Metadata","description":"The object's name, and labels and annotations for your own tools.","type":"object","properties":{"name":{"title":"Name of a model","description":"Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 63 characters. It is loaded under this name and 9 characters more.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["fraud"]},"labels":{"title":"Labels","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}},"annotations":{"title":"Annotations","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}}},"required":["name"],"additionalProperties":false},"spec":{"title":"Model","description":"What to serve, and what it needs.","type":"object","properties":{"format":{"title":"Format","description":"The model's format: a name, or a name and a version. It decides which servers can load it.","type":["string","object"],"minLength":1,"maxLength":40,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","properties":{"name":{"title":"Name","description":"The format.","$ref":"#/$defs/formatName"},"version":{"title":"Version","description":"Version of the framework. Absent: any that a server offers.","$ref":"#/$defs/formatVersion"}},"required":["name"],"additionalProperties":false,"examples":["sklearn",{"name":"xgboost","version":"2"}]},"storage":{"title":"Storage","description":"Where the artifact is.","type":"object","properties":{"uri":{"title":"URI","description":"Folder or file of the artifact; it lies under a store of the Environment.","$ref":"#/$defs/uri"},"version":{"title":"Version","description":"Folder below the URI. Absent: the URI itself, by the runtime's own rule.","type":["string","integer"],"minimum":0,"minLength":1,"maxLength":128,"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","examples":["3","2026-01-31"]},"digest":{"title":"Digest","description":"SHA-256 of the artifact, which the agent verifies: of a file, of its bytes; of a folder, of the sorted lines `<sha256>  <path>` of its files (docs/artifacts.md has a command that prints it). Absent: what the store holds is trusted.","type":"string","maxLength":71,"pattern":"^sha256:[0-9a-f]{64}$","examples":["sha256:0000000000000000000000000000000000000000000000000000000000000000"]},"secret":{"title":"Secret","description":"Names the store by its Secret, where several cover the URI. Absent: the store with the longest prefix.","$ref":"#/$defs/secretName"}},"required":["uri"],"additionalProperties":false},"memory":{"title":"Memory","description":"Memory of one loaded copy (in one worker). Absent: the one in the sizes file that `stowage.yaml` names.","$ref":"#/$defs/memory"},"peak":{"title":"Peak","description":"Most memory while loading, the model's own included. Absent: `memory`.","$ref":"#/$defs/memory"},"gpuMemory":{"title":"GPU memory","description":"GPU memory of one loaded copy. Absent: none.","$ref":"#/$defs/memory","default":"0"},"gpuPeak":{"title":"GPU peak","description":"Most GPU memory while loading, the model's own included. Absent: `gpuMemory`.","$ref":"#/$defs/memory"},"disk":{"title":"Disk","description":"Size of the artifact on disk. Absent: not counted.","$ref":"#/$defs/memory","default":"0"},"replicas":{"title":"Copies","description":"How many copies: a number, or bounds. Copies sit on different replicas of one server. Absent: the Environment's default, else 1.","type":["integer","object"],"minimum":1,"maximum":1000,"properties":{"min":{"title":"At least","description":"Copies that always exist. Absent: 1.","type":"integer","minimum":1,"maximum":1000,"default":1},"max":{"title":"At most","description":"Copies that exist where there is room or a scaled-up replica. Absent: as many as `min`.","type":"integer","minimum":1,"maximum":1000}},"additionalProperties":false,"examples":[2,{"min":1,"max":3}],"default":1},"requires":{"title":"Requires","description":"Capabilities that a server must have, besides the format. Absent: none.","type":"array","maxItems":200,"uniqueItems":true,"items":{"title":"Capability","description":"One word.","type":"string","$ref":"#/$defs/word"}},"server":{"title":"Server","description":"Name of the one server that may hold it. Absent: any that fits.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["cpu"]},"tenant":{"title":"Tenant","description":"Only servers of this tenant hold it. Absent: servers of no tenant.","$ref":"#/$defs/tenant"},"residency":{"title":"Residency","description":"`always`: stays loaded. `onDemand`: may be evicted, and is loaded by a request. Absent: the Environment's default, else `always`.","default":"always","type":"string","enum":["always","onDemand"]},"update":{"title":"Update","description":"`surge`: a new version loads beside the old one. `recreate`: after the old one is gone. Absent: the Environment's default, else `surge`.","default":"surge","type":"string","enum":["surge","recreate"]},"idempotent":{"title":"Idempotent","description":"Whether a request may be sent twice. Absent: yes, except where its server's runtime has no repository API.","type":"boolean"},"rename":{"title":"Rename","description":"Whether it may be loaded under another name than its own. `false` for a model that knows its name, an ensemble for one: its new versions reload in place.","type":"boolean","default":true},"parameters":{"title":"Parameters","description":"Settings that the runtime hands to the model. Absent: none.","type":"object","additionalProperties":true},"limits":{"title":"Limits","description":"What one copy of the model is protected from.","type":"object","properties":{"concurrency":{"title":"Concurrency","description":"Requests in flight for each copy. Absent: no limit.","type":"integer","minimum":1,"maximum":100000,"examples":[8]},"timeout":{"title":"Timeout","description":"Longest that one request may take. Absent: the gateway's `requestTimeout`.","$ref":"#/$defs/duration"}},"additionalProperties":false},"load":{"title":"Load","description":"Expected load relative to other models: further copies go where it is highest.","type":"integer","minimum":0,"maximum":1000000,"default":1}},"required":["format","storage"],"additionalProperties":false}},"required":["apiVersion","kind","metadata","spec"],"additionalProperties":false,"$defs":{"memory":{"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]},"duration":{"title":"Length of time","description":"Hours, minutes and seconds in whole numbers: `30s`, `5m`, `1h30m`.","type":"string","minLength":2,"maxLength":32,"pattern":"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$","examples":["30s","5m","1m30s"]},"secretName":{"title":"Name of a Secret","description":"A Secret in the namespace of the Environment: lower-case letters, digits, `-` and `.`, as Kubernetes has it.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["artifact-store"]},"word":{"title":"Capability","description":"One word: letters, digits and `._/=:+-`. Words of servers and models match when they are equal.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$","examples":["avx512","python-3.12"]},"formatName":{"title":"Name of a model format","description":"Letters, digits and `._+-`: `sklearn`, `onnx`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["sklearn","onnx"]},"formatVersion":{"title":"Version of a model format","description":"Text or a whole number, compared as text: `1`, `\"1.7\"`.","type":["string","integer"],"minimum":0,"minLength":1,"maxLength":22,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["1",8]},"tenant":{"title":"Tenant","description":"Lower-case letters, digits and `-`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["payments"]},"uri":{"title":"Storage URI","description":"`scheme://…` in printable ASCII, with one of the schemes s3, gs, azure, http and https; no user or password in it.","type":"string","minLength":1,"maxLength":1024,"pattern":"^[!-~]+$","examples":["s3://example-models/fraud"]}}};
const schema73 = {"title":"Name of a model format","description":"Letters, digits and `._+-`: `sklearn`, `onnx`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["sklearn","onnx"]};
const schema74 = {"title":"Version of a model format","description":"Text or a whole number, compared as text: `1`, `\"1.7\"`.","type":["string","integer"],"minimum":0,"minLength":1,"maxLength":22,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["1",8]};
const schema75 = {"title":"Storage URI","description":"`scheme://…` in printable ASCII, with one of the schemes s3, gs, azure, http and https; no user or password in it.","type":"string","minLength":1,"maxLength":1024,"pattern":"^[!-~]+$","examples":["s3://example-models/fraud"]};
const schema76 = {"title":"Name of a Secret","description":"A Secret in the namespace of the Environment: lower-case letters, digits, `-` and `.`, as Kubernetes has it.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["artifact-store"]};
const schema77 = {"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]};
const schema82 = {"title":"Capability","description":"One word: letters, digits and `._/=:+-`. Words of servers and models match when they are equal.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$","examples":["avx512","python-3.12"]};
const schema83 = {"title":"Tenant","description":"Lower-case letters, digits and `-`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["payments"]};
const schema84 = {"title":"Length of time","description":"Hours, minutes and seconds in whole numbers: `30s`, `5m`, `1h30m`.","type":"string","minLength":2,"maxLength":32,"pattern":"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$","examples":["30s","5m","1m30s"]};
const pattern72 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._+-]*$", "u");
const pattern76 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern77 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern84 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://stowage.dev/schemas/model.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'",schema:schema72.required,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.apiVersion.type,parentSchema:schema72.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("stowage.dev/v1alpha1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "stowage.dev/v1alpha1"},message:"must be equal to constant",schema:"stowage.dev/v1alpha1",parentSchema:schema72.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.kind.type,parentSchema:schema72.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Model" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Model"},message:"must be equal to constant",schema:"Model",parentSchema:schema72.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema72.properties.metadata.required,parentSchema:schema72.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "labels")) || (key1 === "annotations"))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema72.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func1(data3) > 63){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema72.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func1(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema72.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern4.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema72.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.metadata.properties.name.type,parentSchema:schema72.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.labels !== undefined){
let data4 = data2.labels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.metadata.properties.labels.additionalProperties.type,parentSchema:schema72.properties.metadata.properties.labels.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.metadata.properties.labels.type,parentSchema:schema72.properties.metadata.properties.labels,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data6 = data2.annotations;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
let data7 = data6[key3];
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema72.properties.metadata.properties.annotations.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.metadata.properties.annotations.type,parentSchema:schema72.properties.metadata.properties.annotations,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.metadata.type,parentSchema:schema72.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.spec !== undefined){
let data8 = data.spec;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.format === undefined){
const err20 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema72.properties.spec.required,parentSchema:schema72.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data8.storage === undefined){
const err21 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "storage"},message:"must have required property '"+"storage"+"'",schema:schema72.properties.spec.required,parentSchema:schema72.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key4 in data8){
if(!(func3.call(schema72.properties.spec.properties, key4))){
const err22 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema72.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data8.format !== undefined){
let data9 = data8.format;
if((typeof data9 !== "string") && (!(data9 && typeof data9 == "object" && !Array.isArray(data9)))){
const err23 = {instancePath:instancePath+"/spec/format",schemaPath:"#/properties/spec/properties/format/type",keyword:"type",params:{type: schema72.properties.spec.properties.format.type},message:"must be string,object",schema:schema72.properties.spec.properties.format.type,parentSchema:schema72.properties.spec.properties.format,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data9 === "string"){
if(func1(data9) > 40){
const err24 = {instancePath:instancePath+"/spec/format",schemaPath:"#/properties/spec/properties/format/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema72.properties.spec.properties.format,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func1(data9) < 1){
const err25 = {instancePath:instancePath+"/spec/format",schemaPath:"#/properties/spec/properties/format/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema72.properties.spec.properties.format,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern72.test(data9)){
const err26 = {instancePath:instancePath+"/spec/format",schemaPath:"#/properties/spec/properties/format/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._+-]*$",parentSchema:schema72.properties.spec.properties.format,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err27 = {instancePath:instancePath+"/spec/format",schemaPath:"#/properties/spec/properties/format/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema72.properties.spec.properties.format.required,parentSchema:schema72.properties.spec.properties.format,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key5 in data9){
if(!((key5 === "name") || (key5 === "version"))){
const err28 = {instancePath:instancePath+"/spec/format",schemaPath:"#/properties/spec/properties/format/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema72.properties.spec.properties.format,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.name !== undefined){
let data10 = data9.name;
if(typeof data10 === "string"){
if(func1(data10) > 40){
const err29 = {instancePath:instancePath+"/spec/format/name",schemaPath:"#/$defs/formatName/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema73,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(func1(data10) < 1){
const err30 = {instancePath:instancePath+"/spec/format/name",schemaPath:"#/$defs/formatName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema73,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!pattern72.test(data10)){
const err31 = {instancePath:instancePath+"/spec/format/name",schemaPath:"#/$defs/formatName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._+-]*$",parentSchema:schema73,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/spec/format/name",schemaPath:"#/$defs/formatName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.type,parentSchema:schema73,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data9.version !== undefined){
let data11 = data9.version;
if((typeof data11 !== "string") && (!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11))))){
const err33 = {instancePath:instancePath+"/spec/format/version",schemaPath:"#/$defs/formatVersion/type",keyword:"type",params:{type: schema74.type},message:"must be string,integer",schema:schema74.type,parentSchema:schema74,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err34 = {instancePath:instancePath+"/spec/format/version",schemaPath:"#/$defs/formatVersion/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema74,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(typeof data11 === "string"){
if(func1(data11) > 22){
const err35 = {instancePath:instancePath+"/spec/format/version",schemaPath:"#/$defs/formatVersion/maxLength",keyword:"maxLength",params:{limit: 22},message:"must NOT have more than 22 characters",schema:22,parentSchema:schema74,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func1(data11) < 1){
const err36 = {instancePath:instancePath+"/spec/format/version",schemaPath:"#/$defs/formatVersion/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema74,data:data11};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!pattern72.test(data11)){
const err37 = {instancePath:instancePath+"/spec/format/version",schemaPath:"#/$defs/formatVersion/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._+-]*$",parentSchema:schema74,data:data11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
}
if(data8.storage !== undefined){
let data12 = data8.storage;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.uri === undefined){
const err38 = {instancePath:instancePath+"/spec/storage",schemaPath:"#/properties/spec/properties/storage/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'",schema:schema72.properties.spec.properties.storage.required,parentSchema:schema72.properties.spec.properties.storage,data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key6 in data12){
if(!((((key6 === "uri") || (key6 === "version")) || (key6 === "digest")) || (key6 === "secret"))){
const err39 = {instancePath:instancePath+"/spec/storage",schemaPath:"#/properties/spec/properties/storage/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema72.properties.spec.properties.storage,data:data12};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12.uri !== undefined){
let data13 = data12.uri;
if(typeof data13 === "string"){
if(func1(data13) > 1024){
const err40 = {instancePath:instancePath+"/spec/storage/uri",schemaPath:"#/$defs/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema75,data:data13};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func1(data13) < 1){
const err41 = {instancePath:instancePath+"/spec/storage/uri",schemaPath:"#/$defs/uri/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema75,data:data13};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern7.test(data13)){
const err42 = {instancePath:instancePath+"/spec/storage/uri",schemaPath:"#/$defs/uri/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"},message:"must match pattern \""+"^[!-~]+$"+"\"",schema:"^[!-~]+$",parentSchema:schema75,data:data13};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/spec/storage/uri",schemaPath:"#/$defs/uri/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.type,parentSchema:schema75,data:data13};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data12.version !== undefined){
let data14 = data12.version;
if((typeof data14 !== "string") && (!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14))))){
const err44 = {instancePath:instancePath+"/spec/storage/version",schemaPath:"#/properties/spec/properties/storage/properties/version/type",keyword:"type",params:{type: schema72.properties.spec.properties.storage.properties.version.type},message:"must be string,integer",schema:schema72.properties.spec.properties.storage.properties.version.type,parentSchema:schema72.properties.spec.properties.storage.properties.version,data:data14};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err45 = {instancePath:instancePath+"/spec/storage/version",schemaPath:"#/properties/spec/properties/storage/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema72.properties.spec.properties.storage.properties.version,data:data14};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(typeof data14 === "string"){
if(func1(data14) > 128){
const err46 = {instancePath:instancePath+"/spec/storage/version",schemaPath:"#/properties/spec/properties/storage/properties/version/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema72.properties.spec.properties.storage.properties.version,data:data14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(func1(data14) < 1){
const err47 = {instancePath:instancePath+"/spec/storage/version",schemaPath:"#/properties/spec/properties/storage/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema72.properties.spec.properties.storage.properties.version,data:data14};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!pattern76.test(data14)){
const err48 = {instancePath:instancePath+"/spec/storage/version",schemaPath:"#/properties/spec/properties/storage/properties/version/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._-]*$",parentSchema:schema72.properties.spec.properties.storage.properties.version,data:data14};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data12.digest !== undefined){
let data15 = data12.digest;
if(typeof data15 === "string"){
if(func1(data15) > 71){
const err49 = {instancePath:instancePath+"/spec/storage/digest",schemaPath:"#/properties/spec/properties/storage/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters",schema:71,parentSchema:schema72.properties.spec.properties.storage.properties.digest,data:data15};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern77.test(data15)){
const err50 = {instancePath:instancePath+"/spec/storage/digest",schemaPath:"#/properties/spec/properties/storage/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\"",schema:"^sha256:[0-9a-f]{64}$",parentSchema:schema72.properties.spec.properties.storage.properties.digest,data:data15};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/storage/digest",schemaPath:"#/properties/spec/properties/storage/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.spec.properties.storage.properties.digest.type,parentSchema:schema72.properties.spec.properties.storage.properties.digest,data:data15};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data12.secret !== undefined){
let data16 = data12.secret;
if(typeof data16 === "string"){
if(func1(data16) > 253){
const err52 = {instancePath:instancePath+"/spec/storage/secret",schemaPath:"#/$defs/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema76,data:data16};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func1(data16) < 1){
const err53 = {instancePath:instancePath+"/spec/storage/secret",schemaPath:"#/$defs/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema76,data:data16};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern8.test(data16)){
const err54 = {instancePath:instancePath+"/spec/storage/secret",schemaPath:"#/$defs/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema76,data:data16};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/spec/storage/secret",schemaPath:"#/$defs/secretName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.type,parentSchema:schema76,data:data16};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/spec/storage",schemaPath:"#/properties/spec/properties/storage/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.spec.properties.storage.type,parentSchema:schema72.properties.spec.properties.storage,data:data12};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data8.memory !== undefined){
let data17 = data8.memory;
if((typeof data17 !== "string") && (!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17))))){
const err57 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema77.type},message:"must be string,integer",schema:schema77.type,parentSchema:schema77,data:data17};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err58 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema77,data:data17};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(typeof data17 === "string"){
if(func1(data17) > 32){
const err59 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema77,data:data17};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(!pattern14.test(data17)){
const err60 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema77,data:data17};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data8.peak !== undefined){
let data18 = data8.peak;
if((typeof data18 !== "string") && (!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18))))){
const err61 = {instancePath:instancePath+"/spec/peak",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema77.type},message:"must be string,integer",schema:schema77.type,parentSchema:schema77,data:data18};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err62 = {instancePath:instancePath+"/spec/peak",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema77,data:data18};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(typeof data18 === "string"){
if(func1(data18) > 32){
const err63 = {instancePath:instancePath+"/spec/peak",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema77,data:data18};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!pattern14.test(data18)){
const err64 = {instancePath:instancePath+"/spec/peak",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema77,data:data18};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data8.gpuMemory !== undefined){
let data19 = data8.gpuMemory;
if((typeof data19 !== "string") && (!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19))))){
const err65 = {instancePath:instancePath+"/spec/gpuMemory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema77.type},message:"must be string,integer",schema:schema77.type,parentSchema:schema77,data:data19};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err66 = {instancePath:instancePath+"/spec/gpuMemory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema77,data:data19};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(typeof data19 === "string"){
if(func1(data19) > 32){
const err67 = {instancePath:instancePath+"/spec/gpuMemory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema77,data:data19};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!pattern14.test(data19)){
const err68 = {instancePath:instancePath+"/spec/gpuMemory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema77,data:data19};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
if(data8.gpuPeak !== undefined){
let data20 = data8.gpuPeak;
if((typeof data20 !== "string") && (!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20))))){
const err69 = {instancePath:instancePath+"/spec/gpuPeak",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema77.type},message:"must be string,integer",schema:schema77.type,parentSchema:schema77,data:data20};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err70 = {instancePath:instancePath+"/spec/gpuPeak",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema77,data:data20};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(typeof data20 === "string"){
if(func1(data20) > 32){
const err71 = {instancePath:instancePath+"/spec/gpuPeak",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema77,data:data20};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern14.test(data20)){
const err72 = {instancePath:instancePath+"/spec/gpuPeak",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema77,data:data20};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data8.disk !== undefined){
let data21 = data8.disk;
if((typeof data21 !== "string") && (!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21))))){
const err73 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema77.type},message:"must be string,integer",schema:schema77.type,parentSchema:schema77,data:data21};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
const err74 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema77,data:data21};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(typeof data21 === "string"){
if(func1(data21) > 32){
const err75 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema77,data:data21};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern14.test(data21)){
const err76 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema77,data:data21};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
if(data8.replicas !== undefined){
let data22 = data8.replicas;
if((!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))) && (!(data22 && typeof data22 == "object" && !Array.isArray(data22)))){
const err77 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/type",keyword:"type",params:{type: schema72.properties.spec.properties.replicas.type},message:"must be integer,object",schema:schema72.properties.spec.properties.replicas.type,parentSchema:schema72.properties.spec.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 1000 || isNaN(data22)){
const err78 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema72.properties.spec.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err79 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema72.properties.spec.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key7 in data22){
if(!((key7 === "min") || (key7 === "max"))){
const err80 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema72.properties.spec.properties.replicas,data:data22};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data22.min !== undefined){
let data23 = data22.min;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err81 = {instancePath:instancePath+"/spec/replicas/min",schemaPath:"#/properties/spec/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.properties.spec.properties.replicas.properties.min.type,parentSchema:schema72.properties.spec.properties.replicas.properties.min,data:data23};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1000 || isNaN(data23)){
const err82 = {instancePath:instancePath+"/spec/replicas/min",schemaPath:"#/properties/spec/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema72.properties.spec.properties.replicas.properties.min,data:data23};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err83 = {instancePath:instancePath+"/spec/replicas/min",schemaPath:"#/properties/spec/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema72.properties.spec.properties.replicas.properties.min,data:data23};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
if(data22.max !== undefined){
let data24 = data22.max;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err84 = {instancePath:instancePath+"/spec/replicas/max",schemaPath:"#/properties/spec/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.properties.spec.properties.replicas.properties.max.type,parentSchema:schema72.properties.spec.properties.replicas.properties.max,data:data24};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1000 || isNaN(data24)){
const err85 = {instancePath:instancePath+"/spec/replicas/max",schemaPath:"#/properties/spec/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema72.properties.spec.properties.replicas.properties.max,data:data24};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data24 < 1 || isNaN(data24)){
const err86 = {instancePath:instancePath+"/spec/replicas/max",schemaPath:"#/properties/spec/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema72.properties.spec.properties.replicas.properties.max,data:data24};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
}
}
if(data8.requires !== undefined){
let data25 = data8.requires;
if(Array.isArray(data25)){
if(data25.length > 200){
const err87 = {instancePath:instancePath+"/spec/requires",schemaPath:"#/properties/spec/properties/requires/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema72.properties.spec.properties.requires,data:data25};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
const len0 = data25.length;
for(let i0=0; i0<len0; i0++){
let data26 = data25[i0];
if(typeof data26 !== "string"){
const err88 = {instancePath:instancePath+"/spec/requires/" + i0,schemaPath:"#/properties/spec/properties/requires/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.spec.properties.requires.items.type,parentSchema:schema72.properties.spec.properties.requires.items,data:data26};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(typeof data26 === "string"){
if(func1(data26) > 63){
const err89 = {instancePath:instancePath+"/spec/requires/" + i0,schemaPath:"#/$defs/word/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema82,data:data26};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(func1(data26) < 1){
const err90 = {instancePath:instancePath+"/spec/requires/" + i0,schemaPath:"#/$defs/word/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema82,data:data26};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!pattern84.test(data26)){
const err91 = {instancePath:instancePath+"/spec/requires/" + i0,schemaPath:"#/$defs/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$",parentSchema:schema82,data:data26};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/spec/requires/" + i0,schemaPath:"#/$defs/word/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema82.type,parentSchema:schema82,data:data26};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
let i1 = data25.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data25[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err93 = {instancePath:instancePath+"/spec/requires",schemaPath:"#/properties/spec/properties/requires/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema72.properties.spec.properties.requires,data:data25};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err94 = {instancePath:instancePath+"/spec/requires",schemaPath:"#/properties/spec/properties/requires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.spec.properties.requires.type,parentSchema:schema72.properties.spec.properties.requires,data:data25};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data8.server !== undefined){
let data27 = data8.server;
if(typeof data27 === "string"){
if(func1(data27) > 45){
const err95 = {instancePath:instancePath+"/spec/server",schemaPath:"#/properties/spec/properties/server/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema72.properties.spec.properties.server,data:data27};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(func1(data27) < 1){
const err96 = {instancePath:instancePath+"/spec/server",schemaPath:"#/properties/spec/properties/server/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema72.properties.spec.properties.server,data:data27};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern4.test(data27)){
const err97 = {instancePath:instancePath+"/spec/server",schemaPath:"#/properties/spec/properties/server/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema72.properties.spec.properties.server,data:data27};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/spec/server",schemaPath:"#/properties/spec/properties/server/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.spec.properties.server.type,parentSchema:schema72.properties.spec.properties.server,data:data27};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data8.tenant !== undefined){
let data28 = data8.tenant;
if(typeof data28 === "string"){
if(func1(data28) > 40){
const err99 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema83,data:data28};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(func1(data28) < 1){
const err100 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema83,data:data28};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!pattern4.test(data28)){
const err101 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema83,data:data28};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema83.type,parentSchema:schema83,data:data28};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data8.residency !== undefined){
let data29 = data8.residency;
if(typeof data29 !== "string"){
const err103 = {instancePath:instancePath+"/spec/residency",schemaPath:"#/properties/spec/properties/residency/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.spec.properties.residency.type,parentSchema:schema72.properties.spec.properties.residency,data:data29};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(!((data29 === "always") || (data29 === "onDemand"))){
const err104 = {instancePath:instancePath+"/spec/residency",schemaPath:"#/properties/spec/properties/residency/enum",keyword:"enum",params:{allowedValues: schema72.properties.spec.properties.residency.enum},message:"must be equal to one of the allowed values",schema:schema72.properties.spec.properties.residency.enum,parentSchema:schema72.properties.spec.properties.residency,data:data29};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data8.update !== undefined){
let data30 = data8.update;
if(typeof data30 !== "string"){
const err105 = {instancePath:instancePath+"/spec/update",schemaPath:"#/properties/spec/properties/update/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.spec.properties.update.type,parentSchema:schema72.properties.spec.properties.update,data:data30};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!((data30 === "surge") || (data30 === "recreate"))){
const err106 = {instancePath:instancePath+"/spec/update",schemaPath:"#/properties/spec/properties/update/enum",keyword:"enum",params:{allowedValues: schema72.properties.spec.properties.update.enum},message:"must be equal to one of the allowed values",schema:schema72.properties.spec.properties.update.enum,parentSchema:schema72.properties.spec.properties.update,data:data30};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data8.idempotent !== undefined){
let data31 = data8.idempotent;
if(typeof data31 !== "boolean"){
const err107 = {instancePath:instancePath+"/spec/idempotent",schemaPath:"#/properties/spec/properties/idempotent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema72.properties.spec.properties.idempotent.type,parentSchema:schema72.properties.spec.properties.idempotent,data:data31};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data8.rename !== undefined){
let data32 = data8.rename;
if(typeof data32 !== "boolean"){
const err108 = {instancePath:instancePath+"/spec/rename",schemaPath:"#/properties/spec/properties/rename/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema72.properties.spec.properties.rename.type,parentSchema:schema72.properties.spec.properties.rename,data:data32};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data8.parameters !== undefined){
let data33 = data8.parameters;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
}
else {
const err109 = {instancePath:instancePath+"/spec/parameters",schemaPath:"#/properties/spec/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.spec.properties.parameters.type,parentSchema:schema72.properties.spec.properties.parameters,data:data33};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data8.limits !== undefined){
let data34 = data8.limits;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key8 in data34){
if(!((key8 === "concurrency") || (key8 === "timeout"))){
const err110 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema72.properties.spec.properties.limits,data:data34};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data34.concurrency !== undefined){
let data35 = data34.concurrency;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err111 = {instancePath:instancePath+"/spec/limits/concurrency",schemaPath:"#/properties/spec/properties/limits/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.properties.spec.properties.limits.properties.concurrency.type,parentSchema:schema72.properties.spec.properties.limits.properties.concurrency,data:data35};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 100000 || isNaN(data35)){
const err112 = {instancePath:instancePath+"/spec/limits/concurrency",schemaPath:"#/properties/spec/properties/limits/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema72.properties.spec.properties.limits.properties.concurrency,data:data35};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data35 < 1 || isNaN(data35)){
const err113 = {instancePath:instancePath+"/spec/limits/concurrency",schemaPath:"#/properties/spec/properties/limits/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema72.properties.spec.properties.limits.properties.concurrency,data:data35};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
if(data34.timeout !== undefined){
let data36 = data34.timeout;
if(typeof data36 === "string"){
if(func1(data36) > 32){
const err114 = {instancePath:instancePath+"/spec/limits/timeout",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema84,data:data36};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(func1(data36) < 2){
const err115 = {instancePath:instancePath+"/spec/limits/timeout",schemaPath:"#/$defs/duration/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters",schema:2,parentSchema:schema84,data:data36};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!pattern16.test(data36)){
const err116 = {instancePath:instancePath+"/spec/limits/timeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"},message:"must match pattern \""+"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"+"\"",schema:"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",parentSchema:schema84,data:data36};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/spec/limits/timeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema84.type,parentSchema:schema84,data:data36};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.spec.properties.limits.type,parentSchema:schema72.properties.spec.properties.limits,data:data34};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data8.load !== undefined){
let data37 = data8.load;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err119 = {instancePath:instancePath+"/spec/load",schemaPath:"#/properties/spec/properties/load/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.properties.spec.properties.load.type,parentSchema:schema72.properties.spec.properties.load,data:data37};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 1000000 || isNaN(data37)){
const err120 = {instancePath:instancePath+"/spec/load",schemaPath:"#/properties/spec/properties/load/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema72.properties.spec.properties.load,data:data37};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data37 < 0 || isNaN(data37)){
const err121 = {instancePath:instancePath+"/spec/load",schemaPath:"#/properties/spec/properties/load/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema72.properties.spec.properties.load,data:data37};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
}
else {
const err122 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.properties.spec.type,parentSchema:schema72.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const project = validate27;
const schema85 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://stowage.dev/schemas/project.schema.json","title":"Project","description":"`stowage.yaml`: the environments of a project, each with its inputs, and how Argo CD gets at what they compile to.","type":"object","properties":{"environments":{"title":"Environments","description":"The environments, each compiled on its own.","type":"array","minItems":1,"maxItems":100,"items":{"title":"Environment","description":"One environment.","type":"object","properties":{"name":{"title":"Name","description":"Name of the environment, which is also that of its Environment document.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["production"]},"inputs":{"title":"Inputs","description":"Files, folders and patterns (`models/*.yaml`) relative to `stowage.yaml`; `-` is standard input. A folder is read with all that is below it.","type":"array","minItems":1,"maxItems":1000,"items":{"type":"string","minLength":1,"maxLength":1024},"examples":[["specs/base","specs/production"]]},"lock":{"title":"Lock","description":"Path of the lock. Absent: `specs/<name>.lock`.","type":"string","minLength":1,"maxLength":1024,"examples":["specs/production.lock"]},"output":{"title":"Output","description":"Folder that the output is written to. Absent: `dist/<name>`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/production"]},"sizes":{"title":"Sizes","description":"Path of `sizes.yaml`. Absent: there is none, and each model says its own size.","type":"string","minLength":1,"maxLength":1024,"examples":["specs/sizes.yaml"]},"argocd":{"title":"Argo CD","description":"What differs from the project's `argocd` for this environment. Absent: nothing.","type":"object","properties":{"revision":{"title":"Revision","description":"Branch, tag or commit that Argo CD follows. Absent: the project's.","type":"string","minLength":1,"maxLength":255,"pattern":"^[A-Za-z0-9][A-Za-z0-9._/+-]*$","examples":["main"]},"cluster":{"title":"Cluster","description":"Cluster that the environment is in, as in the project's `argocd`. Absent: the project's.","type":"string","minLength":1,"maxLength":253,"pattern":"^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$","examples":["https://kubernetes.default.svc"]}},"additionalProperties":false}},"required":["name","inputs"],"additionalProperties":false}},"argocd":{"title":"Argo CD","description":"Where Argo CD finds what is compiled, and where it applies that. Absent: nothing is emitted for Argo CD.","type":"object","properties":{"repository":{"title":"Repository","description":"URL of the Git repository, as Argo CD knows it, without a password.","type":"string","minLength":1,"maxLength":1024,"pattern":"^((https?|git)://[A-Za-z0-9._~:/?#%&=+-]+|ssh://([A-Za-z0-9._-]+@)?[A-Za-z0-9._~:/%+-]+|file:///[A-Za-z0-9._/-]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[A-Za-z0-9._~/-]+)$","examples":["https://git.example.com/shop/models.git"]},"revision":{"title":"Revision","description":"Branch, tag or commit that Argo CD follows. Absent: `HEAD`, the repository's default branch.","type":"string","minLength":1,"maxLength":255,"pattern":"^[A-Za-z0-9][A-Za-z0-9._/+-]*$","examples":["main"]},"folder":{"title":"Folder","description":"Folder of `stowage.yaml` in the repository. Absent: the repository's root.","type":"string","minLength":1,"maxLength":1024,"pattern":"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$","examples":["serving"]},"name":{"title":"Name","description":"Name of the ApplicationSet, and what the names of Applications begin with: `<name>-<environment>`. Absent: `stowage`.","type":"string","minLength":1,"maxLength":17,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["shop-models"]},"namespace":{"title":"Namespace","description":"Namespace in which Argo CD looks for Applications. Absent: `argocd`.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["argocd"]},"project":{"title":"Project","description":"The AppProject, which says what the Applications may do. Absent: `default`, which may do everything.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$","examples":["shop-models"]},"cluster":{"title":"Cluster","description":"Cluster that environments are in: its name in Argo CD, or the URL of its API server. Absent: the one that Argo CD runs in, `https://kubernetes.default.svc`.","type":"string","minLength":1,"maxLength":253,"pattern":"^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$","examples":["https://kubernetes.default.svc"]},"plugin":{"title":"Plugin","description":"Name of the config management plugin that compiles the specs in Argo CD. Absent: there is none, and Argo CD applies the output that is committed.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$","examples":["stowage"]},"manifestLimit":{"title":"Manifest limit","description":"Most that Argo CD reads from one folder: what its `reposerver.max.combined.directory.manifests.size` says. A compile warns of manifests that are larger together. Absent: `10M`, Argo CD's default.","type":"string","pattern":"^[1-9][0-9]{0,5}(k|M|G|Ki|Mi|Gi)$","examples":["40M"]},"output":{"title":"Output","description":"Folder that the ApplicationSet is written to. Absent: `dist/argocd`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/argocd"]}},"required":["repository"],"additionalProperties":false}},"required":["environments"],"additionalProperties":false};
const pattern89 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/+-]*$", "u");
const pattern90 = new RegExp("^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$", "u");
const pattern91 = new RegExp("^((https?|git)://[A-Za-z0-9._~:/?#%&=+-]+|ssh://([A-Za-z0-9._-]+@)?[A-Za-z0-9._~:/%+-]+|file:///[A-Za-z0-9._/-]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[A-Za-z0-9._~/-]+)$", "u");
const pattern93 = new RegExp("^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$", "u");
const pattern96 = new RegExp("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", "u");
const pattern99 = new RegExp("^[1-9][0-9]{0,5}(k|M|G|Ki|Mi|Gi)$", "u");

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://stowage.dev/schemas/project.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.environments === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environments"},message:"must have required property '"+"environments"+"'",schema:schema85.required,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "environments") || (key0 === "argocd"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.environments !== undefined){
let data0 = data.environments;
if(Array.isArray(data0)){
if(data0.length > 100){
const err2 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema85.properties.environments,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema85.properties.environments,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
const err4 = {instancePath:instancePath+"/environments/" + i0,schemaPath:"#/properties/environments/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema85.properties.environments.items.required,parentSchema:schema85.properties.environments.items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.inputs === undefined){
const err5 = {instancePath:instancePath+"/environments/" + i0,schemaPath:"#/properties/environments/items/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'",schema:schema85.properties.environments.items.required,parentSchema:schema85.properties.environments.items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data1){
if(!((((((key1 === "name") || (key1 === "inputs")) || (key1 === "lock")) || (key1 === "output")) || (key1 === "sizes")) || (key1 === "argocd"))){
const err6 = {instancePath:instancePath+"/environments/" + i0,schemaPath:"#/properties/environments/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema85.properties.environments.items,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.name !== undefined){
let data2 = data1.name;
if(typeof data2 === "string"){
if(func1(data2) > 45){
const err7 = {instancePath:instancePath+"/environments/" + i0+"/name",schemaPath:"#/properties/environments/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema85.properties.environments.items.properties.name,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func1(data2) < 1){
const err8 = {instancePath:instancePath+"/environments/" + i0+"/name",schemaPath:"#/properties/environments/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.name,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern4.test(data2)){
const err9 = {instancePath:instancePath+"/environments/" + i0+"/name",schemaPath:"#/properties/environments/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema85.properties.environments.items.properties.name,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/environments/" + i0+"/name",schemaPath:"#/properties/environments/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.name.type,parentSchema:schema85.properties.environments.items.properties.name,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.inputs !== undefined){
let data3 = data1.inputs;
if(Array.isArray(data3)){
if(data3.length > 1000){
const err11 = {instancePath:instancePath+"/environments/" + i0+"/inputs",schemaPath:"#/properties/environments/items/properties/inputs/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema85.properties.environments.items.properties.inputs,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/environments/" + i0+"/inputs",schemaPath:"#/properties/environments/items/properties/inputs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema85.properties.environments.items.properties.inputs,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(func1(data4) > 1024){
const err13 = {instancePath:instancePath+"/environments/" + i0+"/inputs/" + i1,schemaPath:"#/properties/environments/items/properties/inputs/items/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.environments.items.properties.inputs.items,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(func1(data4) < 1){
const err14 = {instancePath:instancePath+"/environments/" + i0+"/inputs/" + i1,schemaPath:"#/properties/environments/items/properties/inputs/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.inputs.items,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/environments/" + i0+"/inputs/" + i1,schemaPath:"#/properties/environments/items/properties/inputs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.inputs.items.type,parentSchema:schema85.properties.environments.items.properties.inputs.items,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/environments/" + i0+"/inputs",schemaPath:"#/properties/environments/items/properties/inputs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema85.properties.environments.items.properties.inputs.type,parentSchema:schema85.properties.environments.items.properties.inputs,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data1.lock !== undefined){
let data5 = data1.lock;
if(typeof data5 === "string"){
if(func1(data5) > 1024){
const err17 = {instancePath:instancePath+"/environments/" + i0+"/lock",schemaPath:"#/properties/environments/items/properties/lock/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.environments.items.properties.lock,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func1(data5) < 1){
const err18 = {instancePath:instancePath+"/environments/" + i0+"/lock",schemaPath:"#/properties/environments/items/properties/lock/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.lock,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/environments/" + i0+"/lock",schemaPath:"#/properties/environments/items/properties/lock/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.lock.type,parentSchema:schema85.properties.environments.items.properties.lock,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data1.output !== undefined){
let data6 = data1.output;
if(typeof data6 === "string"){
if(func1(data6) > 1024){
const err20 = {instancePath:instancePath+"/environments/" + i0+"/output",schemaPath:"#/properties/environments/items/properties/output/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.environments.items.properties.output,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func1(data6) < 1){
const err21 = {instancePath:instancePath+"/environments/" + i0+"/output",schemaPath:"#/properties/environments/items/properties/output/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.output,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/environments/" + i0+"/output",schemaPath:"#/properties/environments/items/properties/output/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.output.type,parentSchema:schema85.properties.environments.items.properties.output,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data1.sizes !== undefined){
let data7 = data1.sizes;
if(typeof data7 === "string"){
if(func1(data7) > 1024){
const err23 = {instancePath:instancePath+"/environments/" + i0+"/sizes",schemaPath:"#/properties/environments/items/properties/sizes/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.environments.items.properties.sizes,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func1(data7) < 1){
const err24 = {instancePath:instancePath+"/environments/" + i0+"/sizes",schemaPath:"#/properties/environments/items/properties/sizes/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.sizes,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/environments/" + i0+"/sizes",schemaPath:"#/properties/environments/items/properties/sizes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.sizes.type,parentSchema:schema85.properties.environments.items.properties.sizes,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data1.argocd !== undefined){
let data8 = data1.argocd;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!((key2 === "revision") || (key2 === "cluster"))){
const err26 = {instancePath:instancePath+"/environments/" + i0+"/argocd",schemaPath:"#/properties/environments/items/properties/argocd/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema85.properties.environments.items.properties.argocd,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data8.revision !== undefined){
let data9 = data8.revision;
if(typeof data9 === "string"){
if(func1(data9) > 255){
const err27 = {instancePath:instancePath+"/environments/" + i0+"/argocd/revision",schemaPath:"#/properties/environments/items/properties/argocd/properties/revision/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema85.properties.environments.items.properties.argocd.properties.revision,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(func1(data9) < 1){
const err28 = {instancePath:instancePath+"/environments/" + i0+"/argocd/revision",schemaPath:"#/properties/environments/items/properties/argocd/properties/revision/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.argocd.properties.revision,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern89.test(data9)){
const err29 = {instancePath:instancePath+"/environments/" + i0+"/argocd/revision",schemaPath:"#/properties/environments/items/properties/argocd/properties/revision/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._/+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._/+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._/+-]*$",parentSchema:schema85.properties.environments.items.properties.argocd.properties.revision,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/environments/" + i0+"/argocd/revision",schemaPath:"#/properties/environments/items/properties/argocd/properties/revision/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.argocd.properties.revision.type,parentSchema:schema85.properties.environments.items.properties.argocd.properties.revision,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data8.cluster !== undefined){
let data10 = data8.cluster;
if(typeof data10 === "string"){
if(func1(data10) > 253){
const err31 = {instancePath:instancePath+"/environments/" + i0+"/argocd/cluster",schemaPath:"#/properties/environments/items/properties/argocd/properties/cluster/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema85.properties.environments.items.properties.argocd.properties.cluster,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func1(data10) < 1){
const err32 = {instancePath:instancePath+"/environments/" + i0+"/argocd/cluster",schemaPath:"#/properties/environments/items/properties/argocd/properties/cluster/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.environments.items.properties.argocd.properties.cluster,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern90.test(data10)){
const err33 = {instancePath:instancePath+"/environments/" + i0+"/argocd/cluster",schemaPath:"#/properties/environments/items/properties/argocd/properties/cluster/pattern",keyword:"pattern",params:{pattern: "^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$"},message:"must match pattern \""+"^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$"+"\"",schema:"^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$",parentSchema:schema85.properties.environments.items.properties.argocd.properties.cluster,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/environments/" + i0+"/argocd/cluster",schemaPath:"#/properties/environments/items/properties/argocd/properties/cluster/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.environments.items.properties.argocd.properties.cluster.type,parentSchema:schema85.properties.environments.items.properties.argocd.properties.cluster,data:data10};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/environments/" + i0+"/argocd",schemaPath:"#/properties/environments/items/properties/argocd/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.properties.environments.items.properties.argocd.type,parentSchema:schema85.properties.environments.items.properties.argocd,data:data8};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/environments/" + i0,schemaPath:"#/properties/environments/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.properties.environments.items.type,parentSchema:schema85.properties.environments.items,data:data1};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema85.properties.environments.type,parentSchema:schema85.properties.environments,data:data0};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.argocd !== undefined){
let data11 = data.argocd;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.repository === undefined){
const err38 = {instancePath:instancePath+"/argocd",schemaPath:"#/properties/argocd/required",keyword:"required",params:{missingProperty: "repository"},message:"must have required property '"+"repository"+"'",schema:schema85.properties.argocd.required,parentSchema:schema85.properties.argocd,data:data11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key3 in data11){
if(!(func3.call(schema85.properties.argocd.properties, key3))){
const err39 = {instancePath:instancePath+"/argocd",schemaPath:"#/properties/argocd/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema85.properties.argocd,data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data11.repository !== undefined){
let data12 = data11.repository;
if(typeof data12 === "string"){
if(func1(data12) > 1024){
const err40 = {instancePath:instancePath+"/argocd/repository",schemaPath:"#/properties/argocd/properties/repository/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.argocd.properties.repository,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func1(data12) < 1){
const err41 = {instancePath:instancePath+"/argocd/repository",schemaPath:"#/properties/argocd/properties/repository/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.repository,data:data12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern91.test(data12)){
const err42 = {instancePath:instancePath+"/argocd/repository",schemaPath:"#/properties/argocd/properties/repository/pattern",keyword:"pattern",params:{pattern: "^((https?|git)://[A-Za-z0-9._~:/?#%&=+-]+|ssh://([A-Za-z0-9._-]+@)?[A-Za-z0-9._~:/%+-]+|file:///[A-Za-z0-9._/-]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[A-Za-z0-9._~/-]+)$"},message:"must match pattern \""+"^((https?|git)://[A-Za-z0-9._~:/?#%&=+-]+|ssh://([A-Za-z0-9._-]+@)?[A-Za-z0-9._~:/%+-]+|file:///[A-Za-z0-9._/-]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[A-Za-z0-9._~/-]+)$"+"\"",schema:"^((https?|git)://[A-Za-z0-9._~:/?#%&=+-]+|ssh://([A-Za-z0-9._-]+@)?[A-Za-z0-9._~:/%+-]+|file:///[A-Za-z0-9._/-]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[A-Za-z0-9._~/-]+)$",parentSchema:schema85.properties.argocd.properties.repository,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/argocd/repository",schemaPath:"#/properties/argocd/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.repository.type,parentSchema:schema85.properties.argocd.properties.repository,data:data12};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data11.revision !== undefined){
let data13 = data11.revision;
if(typeof data13 === "string"){
if(func1(data13) > 255){
const err44 = {instancePath:instancePath+"/argocd/revision",schemaPath:"#/properties/argocd/properties/revision/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters",schema:255,parentSchema:schema85.properties.argocd.properties.revision,data:data13};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(func1(data13) < 1){
const err45 = {instancePath:instancePath+"/argocd/revision",schemaPath:"#/properties/argocd/properties/revision/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.revision,data:data13};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern89.test(data13)){
const err46 = {instancePath:instancePath+"/argocd/revision",schemaPath:"#/properties/argocd/properties/revision/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._/+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._/+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._/+-]*$",parentSchema:schema85.properties.argocd.properties.revision,data:data13};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/argocd/revision",schemaPath:"#/properties/argocd/properties/revision/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.revision.type,parentSchema:schema85.properties.argocd.properties.revision,data:data13};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data11.folder !== undefined){
let data14 = data11.folder;
if(typeof data14 === "string"){
if(func1(data14) > 1024){
const err48 = {instancePath:instancePath+"/argocd/folder",schemaPath:"#/properties/argocd/properties/folder/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.argocd.properties.folder,data:data14};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(func1(data14) < 1){
const err49 = {instancePath:instancePath+"/argocd/folder",schemaPath:"#/properties/argocd/properties/folder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.folder,data:data14};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern93.test(data14)){
const err50 = {instancePath:instancePath+"/argocd/folder",schemaPath:"#/properties/argocd/properties/folder/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$"},message:"must match pattern \""+"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$"+"\"",schema:"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*$",parentSchema:schema85.properties.argocd.properties.folder,data:data14};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/argocd/folder",schemaPath:"#/properties/argocd/properties/folder/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.folder.type,parentSchema:schema85.properties.argocd.properties.folder,data:data14};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data11.name !== undefined){
let data15 = data11.name;
if(typeof data15 === "string"){
if(func1(data15) > 17){
const err52 = {instancePath:instancePath+"/argocd/name",schemaPath:"#/properties/argocd/properties/name/maxLength",keyword:"maxLength",params:{limit: 17},message:"must NOT have more than 17 characters",schema:17,parentSchema:schema85.properties.argocd.properties.name,data:data15};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func1(data15) < 1){
const err53 = {instancePath:instancePath+"/argocd/name",schemaPath:"#/properties/argocd/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.name,data:data15};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern4.test(data15)){
const err54 = {instancePath:instancePath+"/argocd/name",schemaPath:"#/properties/argocd/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema85.properties.argocd.properties.name,data:data15};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/argocd/name",schemaPath:"#/properties/argocd/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.name.type,parentSchema:schema85.properties.argocd.properties.name,data:data15};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data11.namespace !== undefined){
let data16 = data11.namespace;
if(typeof data16 === "string"){
if(func1(data16) > 63){
const err56 = {instancePath:instancePath+"/argocd/namespace",schemaPath:"#/properties/argocd/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema85.properties.argocd.properties.namespace,data:data16};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func1(data16) < 1){
const err57 = {instancePath:instancePath+"/argocd/namespace",schemaPath:"#/properties/argocd/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.namespace,data:data16};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!pattern4.test(data16)){
const err58 = {instancePath:instancePath+"/argocd/namespace",schemaPath:"#/properties/argocd/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema85.properties.argocd.properties.namespace,data:data16};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/argocd/namespace",schemaPath:"#/properties/argocd/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.namespace.type,parentSchema:schema85.properties.argocd.properties.namespace,data:data16};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data11.project !== undefined){
let data17 = data11.project;
if(typeof data17 === "string"){
if(func1(data17) > 253){
const err60 = {instancePath:instancePath+"/argocd/project",schemaPath:"#/properties/argocd/properties/project/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema85.properties.argocd.properties.project,data:data17};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(func1(data17) < 1){
const err61 = {instancePath:instancePath+"/argocd/project",schemaPath:"#/properties/argocd/properties/project/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.project,data:data17};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(!pattern96.test(data17)){
const err62 = {instancePath:instancePath+"/argocd/project",schemaPath:"#/properties/argocd/properties/project/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$",parentSchema:schema85.properties.argocd.properties.project,data:data17};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/argocd/project",schemaPath:"#/properties/argocd/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.project.type,parentSchema:schema85.properties.argocd.properties.project,data:data17};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data11.cluster !== undefined){
let data18 = data11.cluster;
if(typeof data18 === "string"){
if(func1(data18) > 253){
const err64 = {instancePath:instancePath+"/argocd/cluster",schemaPath:"#/properties/argocd/properties/cluster/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema85.properties.argocd.properties.cluster,data:data18};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(func1(data18) < 1){
const err65 = {instancePath:instancePath+"/argocd/cluster",schemaPath:"#/properties/argocd/properties/cluster/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.cluster,data:data18};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern90.test(data18)){
const err66 = {instancePath:instancePath+"/argocd/cluster",schemaPath:"#/properties/argocd/properties/cluster/pattern",keyword:"pattern",params:{pattern: "^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$"},message:"must match pattern \""+"^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$"+"\"",schema:"^(https?://[A-Za-z0-9.:/_%-]+|[A-Za-z0-9][A-Za-z0-9._-]*)$",parentSchema:schema85.properties.argocd.properties.cluster,data:data18};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/argocd/cluster",schemaPath:"#/properties/argocd/properties/cluster/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.cluster.type,parentSchema:schema85.properties.argocd.properties.cluster,data:data18};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data11.plugin !== undefined){
let data19 = data11.plugin;
if(typeof data19 === "string"){
if(func1(data19) > 63){
const err68 = {instancePath:instancePath+"/argocd/plugin",schemaPath:"#/properties/argocd/properties/plugin/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema85.properties.argocd.properties.plugin,data:data19};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(func1(data19) < 1){
const err69 = {instancePath:instancePath+"/argocd/plugin",schemaPath:"#/properties/argocd/properties/plugin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.plugin,data:data19};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!pattern96.test(data19)){
const err70 = {instancePath:instancePath+"/argocd/plugin",schemaPath:"#/properties/argocd/properties/plugin/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$",parentSchema:schema85.properties.argocd.properties.plugin,data:data19};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/argocd/plugin",schemaPath:"#/properties/argocd/properties/plugin/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.plugin.type,parentSchema:schema85.properties.argocd.properties.plugin,data:data19};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data11.manifestLimit !== undefined){
let data20 = data11.manifestLimit;
if(typeof data20 === "string"){
if(!pattern99.test(data20)){
const err72 = {instancePath:instancePath+"/argocd/manifestLimit",schemaPath:"#/properties/argocd/properties/manifestLimit/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,5}(k|M|G|Ki|Mi|Gi)$"},message:"must match pattern \""+"^[1-9][0-9]{0,5}(k|M|G|Ki|Mi|Gi)$"+"\"",schema:"^[1-9][0-9]{0,5}(k|M|G|Ki|Mi|Gi)$",parentSchema:schema85.properties.argocd.properties.manifestLimit,data:data20};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/argocd/manifestLimit",schemaPath:"#/properties/argocd/properties/manifestLimit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.manifestLimit.type,parentSchema:schema85.properties.argocd.properties.manifestLimit,data:data20};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data11.output !== undefined){
let data21 = data11.output;
if(typeof data21 === "string"){
if(func1(data21) > 1024){
const err74 = {instancePath:instancePath+"/argocd/output",schemaPath:"#/properties/argocd/properties/output/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters",schema:1024,parentSchema:schema85.properties.argocd.properties.output,data:data21};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(func1(data21) < 1){
const err75 = {instancePath:instancePath+"/argocd/output",schemaPath:"#/properties/argocd/properties/output/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.argocd.properties.output,data:data21};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/argocd/output",schemaPath:"#/properties/argocd/properties/output/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.argocd.properties.output.type,parentSchema:schema85.properties.argocd.properties.output,data:data21};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/argocd",schemaPath:"#/properties/argocd/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.properties.argocd.type,parentSchema:schema85.properties.argocd,data:data11};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const runtime = validate28;
const schema86 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://stowage.dev/schemas/runtime.schema.json","title":"Runtime","description":"How to drive one inference server. `mlserver`, `triton` and `generic` are built in; a Runtime of the same name takes the place of a built-in one.","type":"object","properties":{"apiVersion":{"title":"API version","description":"The version of this kind.","type":"string","const":"stowage.dev/v1alpha1"},"kind":{"title":"Kind","description":"What the document describes.","type":"string","const":"Runtime"},"metadata":{"title":"Metadata","description":"The object's name, and labels and annotations for your own tools.","type":"object","properties":{"name":{"title":"Name of a runtime","description":"Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 45 characters.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["mlserver-py312"]},"labels":{"title":"Labels","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}},"annotations":{"title":"Annotations","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}}},"required":["name"],"additionalProperties":false},"spec":{"title":"Runtime","description":"How to start and drive the server.","type":"object","properties":{"formats":{"title":"Formats","description":"Model formats that it serves.","type":"array","minItems":1,"maxItems":200,"items":{"title":"Format","description":"One format.","type":"object","properties":{"name":{"title":"Name","description":"The format, as models name it.","$ref":"#/$defs/formatName"},"version":{"title":"Version","description":"Version of the framework. Absent: any.","$ref":"#/$defs/formatVersion"},"priority":{"title":"Priority","description":"Where several runtimes offer the format, the one with the highest number gets the model.","type":"integer","minimum":-1000,"maximum":1000,"default":0}},"required":["name"],"additionalProperties":false}},"image":{"title":"Image","description":"Container image. Absent: each of its servers names one in `spec.pod`, or the Environment in `spec.images.runtimes`.","$ref":"#/$defs/image"},"command":{"title":"Command","description":"Entry point. Absent: the image's own.","type":"array","maxItems":200,"items":{"type":"string","maxLength":4096}},"args":{"title":"Arguments","description":"Arguments of the entry point. Absent: the image's own.","type":"array","maxItems":500,"items":{"type":"string","maxLength":4096}},"env":{"title":"Environment variables","description":"Variables of the container, by name; the values are text. Absent: none.","type":"object","propertyNames":{"title":"Name of a variable","description":"Letters, digits and `_`, not beginning with a digit; at most 128 characters.","maxLength":128,"pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"type":"string","maxLength":32768}},"ports":{"title":"Ports","description":"Ports on loopback inside the pod.","type":"object","properties":{"http":{"title":"HTTP","description":"Open Inference Protocol over REST.","$ref":"#/$defs/port","default":8080},"grpc":{"title":"gRPC","description":"Open Inference Protocol over gRPC.","$ref":"#/$defs/port","default":8081},"metrics":{"title":"Metrics","description":"Prometheus metrics at `/metrics`. Absent: it has none.","$ref":"#/$defs/port"}},"additionalProperties":false},"repositoryApi":{"title":"Repository API","description":"How models are loaded: `v2` is the model repository extension of the Open Inference Protocol; with `none` the container serves what it is started with.","type":"string","enum":["v2","none"],"default":"v2"},"layout":{"title":"Layout","description":"What a model's folder must look like on disk.","type":"string","enum":["mlserver","triton","openvino","torchserve","plain"],"default":"plain"},"workers":{"title":"Workers","description":"Processes that each hold a copy of every model: a model needs its memory as many times. Absent: what `MLSERVER_PARALLEL_WORKERS` in `env` says where the layout is `mlserver`, else 1.","type":"integer","minimum":1,"maximum":1000,"default":1},"baseMemory":{"title":"Base memory","description":"Memory of the server with no model loaded. It is taken off the server's memory before models are placed.","$ref":"#/$defs/memory","default":"256Mi"},"loadTimeout":{"title":"Load timeout","description":"Longest that one load may take.","$ref":"#/$defs/duration","default":"5m"},"canRename":{"title":"Can rename","description":"Whether it can load a model under another name than its own. Where not, a new version reloads in place.","type":"boolean","default":true},"returnsMemory":{"title":"Returns memory","description":"Whether unloading a model gives its memory back to the operating system.","type":"boolean","default":false},"livePath":{"title":"Live path","description":"HTTP path that is answered while the process lives.","type":"string","minLength":1,"maxLength":256,"pattern":"^/[A-Za-z0-9._~/-]*$","default":"/v2/health/live"}},"required":["formats"],"additionalProperties":false}},"required":["apiVersion","kind","metadata","spec"],"additionalProperties":false,"$defs":{"memory":{"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]},"duration":{"title":"Length of time","description":"Hours, minutes and seconds in whole numbers: `30s`, `5m`, `1h30m`.","type":"string","minLength":2,"maxLength":32,"pattern":"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$","examples":["30s","5m","1m30s"]},"image":{"title":"Container image","description":"A reference with a digest (best, since it cannot change) or with a tag other than `latest`.","type":"string","minLength":1,"maxLength":512,"pattern":"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$","examples":["docker.io/seldonio/mlserver:1.7.1","registry.example.com/serving@sha256:0000000000000000000000000000000000000000000000000000000000000000"]},"port":{"title":"Port","description":"A TCP port that a process without privileges may open.","type":"integer","minimum":1024,"maximum":65535,"examples":[8080]},"formatName":{"title":"Name of a model format","description":"Letters, digits and `._+-`: `sklearn`, `onnx`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["sklearn","onnx"]},"formatVersion":{"title":"Version of a model format","description":"Text or a whole number, compared as text: `1`, `\"1.7\"`.","type":["string","integer"],"minimum":0,"minLength":1,"maxLength":22,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["1",8]}}};
const schema87 = {"title":"Name of a model format","description":"Letters, digits and `._+-`: `sklearn`, `onnx`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["sklearn","onnx"]};
const schema88 = {"title":"Version of a model format","description":"Text or a whole number, compared as text: `1`, `\"1.7\"`.","type":["string","integer"],"minimum":0,"minLength":1,"maxLength":22,"pattern":"^[A-Za-z0-9][A-Za-z0-9._+-]*$","examples":["1",8]};
const schema89 = {"title":"Container image","description":"A reference with a digest (best, since it cannot change) or with a tag other than `latest`.","type":"string","minLength":1,"maxLength":512,"pattern":"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$","examples":["docker.io/seldonio/mlserver:1.7.1","registry.example.com/serving@sha256:0000000000000000000000000000000000000000000000000000000000000000"]};
const schema90 = {"title":"Port","description":"A TCP port that a process without privileges may open.","type":"integer","minimum":1024,"maximum":65535,"examples":[8080]};
const schema93 = {"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]};
const schema94 = {"title":"Length of time","description":"Hours, minutes and seconds in whole numbers: `30s`, `5m`, `1h30m`.","type":"string","minLength":2,"maxLength":32,"pattern":"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$","examples":["30s","5m","1m30s"]};
const pattern104 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern107 = new RegExp("^/[A-Za-z0-9._~/-]*$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://stowage.dev/schemas/runtime.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'",schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.apiVersion.type,parentSchema:schema86.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("stowage.dev/v1alpha1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "stowage.dev/v1alpha1"},message:"must be equal to constant",schema:"stowage.dev/v1alpha1",parentSchema:schema86.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.kind.type,parentSchema:schema86.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Runtime" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Runtime"},message:"must be equal to constant",schema:"Runtime",parentSchema:schema86.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema86.properties.metadata.required,parentSchema:schema86.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "labels")) || (key1 === "annotations"))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema86.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func1(data3) > 45){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema86.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func1(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema86.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern4.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema86.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.metadata.properties.name.type,parentSchema:schema86.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.labels !== undefined){
let data4 = data2.labels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.metadata.properties.labels.additionalProperties.type,parentSchema:schema86.properties.metadata.properties.labels.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.metadata.properties.labels.type,parentSchema:schema86.properties.metadata.properties.labels,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data6 = data2.annotations;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
let data7 = data6[key3];
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema86.properties.metadata.properties.annotations.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.metadata.properties.annotations.type,parentSchema:schema86.properties.metadata.properties.annotations,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.metadata.type,parentSchema:schema86.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.spec !== undefined){
let data8 = data.spec;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.formats === undefined){
const err20 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "formats"},message:"must have required property '"+"formats"+"'",schema:schema86.properties.spec.required,parentSchema:schema86.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key4 in data8){
if(!(func3.call(schema86.properties.spec.properties, key4))){
const err21 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema86.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.formats !== undefined){
let data9 = data8.formats;
if(Array.isArray(data9)){
if(data9.length > 200){
const err22 = {instancePath:instancePath+"/spec/formats",schemaPath:"#/properties/spec/properties/formats/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema86.properties.spec.properties.formats,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9.length < 1){
const err23 = {instancePath:instancePath+"/spec/formats",schemaPath:"#/properties/spec/properties/formats/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema86.properties.spec.properties.formats,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err24 = {instancePath:instancePath+"/spec/formats/" + i0,schemaPath:"#/properties/spec/properties/formats/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema86.properties.spec.properties.formats.items.required,parentSchema:schema86.properties.spec.properties.formats.items,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key5 in data10){
if(!(((key5 === "name") || (key5 === "version")) || (key5 === "priority"))){
const err25 = {instancePath:instancePath+"/spec/formats/" + i0,schemaPath:"#/properties/spec/properties/formats/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema86.properties.spec.properties.formats.items,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data10.name !== undefined){
let data11 = data10.name;
if(typeof data11 === "string"){
if(func1(data11) > 40){
const err26 = {instancePath:instancePath+"/spec/formats/" + i0+"/name",schemaPath:"#/$defs/formatName/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema87,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func1(data11) < 1){
const err27 = {instancePath:instancePath+"/spec/formats/" + i0+"/name",schemaPath:"#/$defs/formatName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema87,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern72.test(data11)){
const err28 = {instancePath:instancePath+"/spec/formats/" + i0+"/name",schemaPath:"#/$defs/formatName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._+-]*$",parentSchema:schema87,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/spec/formats/" + i0+"/name",schemaPath:"#/$defs/formatName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema87.type,parentSchema:schema87,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.version !== undefined){
let data12 = data10.version;
if((typeof data12 !== "string") && (!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12))))){
const err30 = {instancePath:instancePath+"/spec/formats/" + i0+"/version",schemaPath:"#/$defs/formatVersion/type",keyword:"type",params:{type: schema88.type},message:"must be string,integer",schema:schema88.type,parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err31 = {instancePath:instancePath+"/spec/formats/" + i0+"/version",schemaPath:"#/$defs/formatVersion/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(typeof data12 === "string"){
if(func1(data12) > 22){
const err32 = {instancePath:instancePath+"/spec/formats/" + i0+"/version",schemaPath:"#/$defs/formatVersion/maxLength",keyword:"maxLength",params:{limit: 22},message:"must NOT have more than 22 characters",schema:22,parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func1(data12) < 1){
const err33 = {instancePath:instancePath+"/spec/formats/" + i0+"/version",schemaPath:"#/$defs/formatVersion/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern72.test(data12)){
const err34 = {instancePath:instancePath+"/spec/formats/" + i0+"/version",schemaPath:"#/$defs/formatVersion/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._+-]*$",parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data10.priority !== undefined){
let data13 = data10.priority;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err35 = {instancePath:instancePath+"/spec/formats/" + i0+"/priority",schemaPath:"#/properties/spec/properties/formats/items/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema86.properties.spec.properties.formats.items.properties.priority.type,parentSchema:schema86.properties.spec.properties.formats.items.properties.priority,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1000 || isNaN(data13)){
const err36 = {instancePath:instancePath+"/spec/formats/" + i0+"/priority",schemaPath:"#/properties/spec/properties/formats/items/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema86.properties.spec.properties.formats.items.properties.priority,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data13 < -1000 || isNaN(data13)){
const err37 = {instancePath:instancePath+"/spec/formats/" + i0+"/priority",schemaPath:"#/properties/spec/properties/formats/items/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000},message:"must be >= -1000",schema:-1000,parentSchema:schema86.properties.spec.properties.formats.items.properties.priority,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/spec/formats/" + i0,schemaPath:"#/properties/spec/properties/formats/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.spec.properties.formats.items.type,parentSchema:schema86.properties.spec.properties.formats.items,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/spec/formats",schemaPath:"#/properties/spec/properties/formats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema86.properties.spec.properties.formats.type,parentSchema:schema86.properties.spec.properties.formats,data:data9};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data8.image !== undefined){
let data14 = data8.image;
if(typeof data14 === "string"){
if(func1(data14) > 512){
const err40 = {instancePath:instancePath+"/spec/image",schemaPath:"#/$defs/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema89,data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(func1(data14) < 1){
const err41 = {instancePath:instancePath+"/spec/image",schemaPath:"#/$defs/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema89,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern9.test(data14)){
const err42 = {instancePath:instancePath+"/spec/image",schemaPath:"#/$defs/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$"+"\"",schema:"^[a-z0-9]([A-Za-z0-9._:/@-]*[A-Za-z0-9])?$",parentSchema:schema89,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/spec/image",schemaPath:"#/$defs/image/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.type,parentSchema:schema89,data:data14};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data8.command !== undefined){
let data15 = data8.command;
if(Array.isArray(data15)){
if(data15.length > 200){
const err44 = {instancePath:instancePath+"/spec/command",schemaPath:"#/properties/spec/properties/command/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema86.properties.spec.properties.command,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(typeof data16 === "string"){
if(func1(data16) > 4096){
const err45 = {instancePath:instancePath+"/spec/command/" + i1,schemaPath:"#/properties/spec/properties/command/items/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema86.properties.spec.properties.command.items,data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/spec/command/" + i1,schemaPath:"#/properties/spec/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.spec.properties.command.items.type,parentSchema:schema86.properties.spec.properties.command.items,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/spec/command",schemaPath:"#/properties/spec/properties/command/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema86.properties.spec.properties.command.type,parentSchema:schema86.properties.spec.properties.command,data:data15};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data8.args !== undefined){
let data17 = data8.args;
if(Array.isArray(data17)){
if(data17.length > 500){
const err48 = {instancePath:instancePath+"/spec/args",schemaPath:"#/properties/spec/properties/args/maxItems",keyword:"maxItems",params:{limit: 500},message:"must NOT have more than 500 items",schema:500,parentSchema:schema86.properties.spec.properties.args,data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(typeof data18 === "string"){
if(func1(data18) > 4096){
const err49 = {instancePath:instancePath+"/spec/args/" + i2,schemaPath:"#/properties/spec/properties/args/items/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters",schema:4096,parentSchema:schema86.properties.spec.properties.args.items,data:data18};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/spec/args/" + i2,schemaPath:"#/properties/spec/properties/args/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.spec.properties.args.items.type,parentSchema:schema86.properties.spec.properties.args.items,data:data18};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/spec/args",schemaPath:"#/properties/spec/properties/args/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema86.properties.spec.properties.args.type,parentSchema:schema86.properties.spec.properties.args,data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data8.env !== undefined){
let data19 = data8.env;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key6 in data19){
const _errs50 = errors;
if(typeof key6 === "string"){
if(func1(key6) > 128){
const err52 = {instancePath:instancePath+"/spec/env",schemaPath:"#/properties/spec/properties/env/propertyNames/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema86.properties.spec.properties.env.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(!pattern104.test(key6)){
const err53 = {instancePath:instancePath+"/spec/env",schemaPath:"#/properties/spec/properties/env/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema86.properties.spec.properties.env.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
var valid15 = _errs50 === errors;
if(!valid15){
const err54 = {instancePath:instancePath+"/spec/env",schemaPath:"#/properties/spec/properties/env/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema86.properties.spec.properties.env.propertyNames,parentSchema:schema86.properties.spec.properties.env,data:data19};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
for(const key7 in data19){
let data20 = data19[key7];
if(typeof data20 === "string"){
if(func1(data20) > 32768){
const err55 = {instancePath:instancePath+"/spec/env/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/env/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32768},message:"must NOT have more than 32768 characters",schema:32768,parentSchema:schema86.properties.spec.properties.env.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/spec/env/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/env/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.spec.properties.env.additionalProperties.type,parentSchema:schema86.properties.spec.properties.env.additionalProperties,data:data20};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/spec/env",schemaPath:"#/properties/spec/properties/env/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.spec.properties.env.type,parentSchema:schema86.properties.spec.properties.env,data:data19};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data8.ports !== undefined){
let data21 = data8.ports;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key8 in data21){
if(!(((key8 === "http") || (key8 === "grpc")) || (key8 === "metrics"))){
const err58 = {instancePath:instancePath+"/spec/ports",schemaPath:"#/properties/spec/properties/ports/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema86.properties.spec.properties.ports,data:data21};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data21.http !== undefined){
let data22 = data21.http;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err59 = {instancePath:instancePath+"/spec/ports/http",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema90.type,parentSchema:schema90,data:data22};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 65535 || isNaN(data22)){
const err60 = {instancePath:instancePath+"/spec/ports/http",schemaPath:"#/$defs/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema90,data:data22};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data22 < 1024 || isNaN(data22)){
const err61 = {instancePath:instancePath+"/spec/ports/http",schemaPath:"#/$defs/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024",schema:1024,parentSchema:schema90,data:data22};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data21.grpc !== undefined){
let data23 = data21.grpc;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err62 = {instancePath:instancePath+"/spec/ports/grpc",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema90.type,parentSchema:schema90,data:data23};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 65535 || isNaN(data23)){
const err63 = {instancePath:instancePath+"/spec/ports/grpc",schemaPath:"#/$defs/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema90,data:data23};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data23 < 1024 || isNaN(data23)){
const err64 = {instancePath:instancePath+"/spec/ports/grpc",schemaPath:"#/$defs/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024",schema:1024,parentSchema:schema90,data:data23};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data21.metrics !== undefined){
let data24 = data21.metrics;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err65 = {instancePath:instancePath+"/spec/ports/metrics",schemaPath:"#/$defs/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema90.type,parentSchema:schema90,data:data24};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 65535 || isNaN(data24)){
const err66 = {instancePath:instancePath+"/spec/ports/metrics",schemaPath:"#/$defs/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema90,data:data24};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data24 < 1024 || isNaN(data24)){
const err67 = {instancePath:instancePath+"/spec/ports/metrics",schemaPath:"#/$defs/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024",schema:1024,parentSchema:schema90,data:data24};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
else {
const err68 = {instancePath:instancePath+"/spec/ports",schemaPath:"#/properties/spec/properties/ports/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.spec.properties.ports.type,parentSchema:schema86.properties.spec.properties.ports,data:data21};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data8.repositoryApi !== undefined){
let data25 = data8.repositoryApi;
if(typeof data25 !== "string"){
const err69 = {instancePath:instancePath+"/spec/repositoryApi",schemaPath:"#/properties/spec/properties/repositoryApi/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.spec.properties.repositoryApi.type,parentSchema:schema86.properties.spec.properties.repositoryApi,data:data25};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!((data25 === "v2") || (data25 === "none"))){
const err70 = {instancePath:instancePath+"/spec/repositoryApi",schemaPath:"#/properties/spec/properties/repositoryApi/enum",keyword:"enum",params:{allowedValues: schema86.properties.spec.properties.repositoryApi.enum},message:"must be equal to one of the allowed values",schema:schema86.properties.spec.properties.repositoryApi.enum,parentSchema:schema86.properties.spec.properties.repositoryApi,data:data25};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data8.layout !== undefined){
let data26 = data8.layout;
if(typeof data26 !== "string"){
const err71 = {instancePath:instancePath+"/spec/layout",schemaPath:"#/properties/spec/properties/layout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.spec.properties.layout.type,parentSchema:schema86.properties.spec.properties.layout,data:data26};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!(((((data26 === "mlserver") || (data26 === "triton")) || (data26 === "openvino")) || (data26 === "torchserve")) || (data26 === "plain"))){
const err72 = {instancePath:instancePath+"/spec/layout",schemaPath:"#/properties/spec/properties/layout/enum",keyword:"enum",params:{allowedValues: schema86.properties.spec.properties.layout.enum},message:"must be equal to one of the allowed values",schema:schema86.properties.spec.properties.layout.enum,parentSchema:schema86.properties.spec.properties.layout,data:data26};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data8.workers !== undefined){
let data27 = data8.workers;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err73 = {instancePath:instancePath+"/spec/workers",schemaPath:"#/properties/spec/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema86.properties.spec.properties.workers.type,parentSchema:schema86.properties.spec.properties.workers,data:data27};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 1000 || isNaN(data27)){
const err74 = {instancePath:instancePath+"/spec/workers",schemaPath:"#/properties/spec/properties/workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema86.properties.spec.properties.workers,data:data27};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err75 = {instancePath:instancePath+"/spec/workers",schemaPath:"#/properties/spec/properties/workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema86.properties.spec.properties.workers,data:data27};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data8.baseMemory !== undefined){
let data28 = data8.baseMemory;
if((typeof data28 !== "string") && (!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28))))){
const err76 = {instancePath:instancePath+"/spec/baseMemory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema93.type},message:"must be string,integer",schema:schema93.type,parentSchema:schema93,data:data28};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
const err77 = {instancePath:instancePath+"/spec/baseMemory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema93,data:data28};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(typeof data28 === "string"){
if(func1(data28) > 32){
const err78 = {instancePath:instancePath+"/spec/baseMemory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema93,data:data28};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern14.test(data28)){
const err79 = {instancePath:instancePath+"/spec/baseMemory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema93,data:data28};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
if(data8.loadTimeout !== undefined){
let data29 = data8.loadTimeout;
if(typeof data29 === "string"){
if(func1(data29) > 32){
const err80 = {instancePath:instancePath+"/spec/loadTimeout",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema94,data:data29};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(func1(data29) < 2){
const err81 = {instancePath:instancePath+"/spec/loadTimeout",schemaPath:"#/$defs/duration/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters",schema:2,parentSchema:schema94,data:data29};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(!pattern16.test(data29)){
const err82 = {instancePath:instancePath+"/spec/loadTimeout",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"},message:"must match pattern \""+"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"+"\"",schema:"^([0-9]+h)?([0-9]+m)?([0-9]+s)?$",parentSchema:schema94,data:data29};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/spec/loadTimeout",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data29};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data8.canRename !== undefined){
let data30 = data8.canRename;
if(typeof data30 !== "boolean"){
const err84 = {instancePath:instancePath+"/spec/canRename",schemaPath:"#/properties/spec/properties/canRename/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema86.properties.spec.properties.canRename.type,parentSchema:schema86.properties.spec.properties.canRename,data:data30};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data8.returnsMemory !== undefined){
let data31 = data8.returnsMemory;
if(typeof data31 !== "boolean"){
const err85 = {instancePath:instancePath+"/spec/returnsMemory",schemaPath:"#/properties/spec/properties/returnsMemory/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema86.properties.spec.properties.returnsMemory.type,parentSchema:schema86.properties.spec.properties.returnsMemory,data:data31};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data8.livePath !== undefined){
let data32 = data8.livePath;
if(typeof data32 === "string"){
if(func1(data32) > 256){
const err86 = {instancePath:instancePath+"/spec/livePath",schemaPath:"#/properties/spec/properties/livePath/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters",schema:256,parentSchema:schema86.properties.spec.properties.livePath,data:data32};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(func1(data32) < 1){
const err87 = {instancePath:instancePath+"/spec/livePath",schemaPath:"#/properties/spec/properties/livePath/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema86.properties.spec.properties.livePath,data:data32};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!pattern107.test(data32)){
const err88 = {instancePath:instancePath+"/spec/livePath",schemaPath:"#/properties/spec/properties/livePath/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9._~/-]*$"},message:"must match pattern \""+"^/[A-Za-z0-9._~/-]*$"+"\"",schema:"^/[A-Za-z0-9._~/-]*$",parentSchema:schema86.properties.spec.properties.livePath,data:data32};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/spec/livePath",schemaPath:"#/properties/spec/properties/livePath/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema86.properties.spec.properties.livePath.type,parentSchema:schema86.properties.spec.properties.livePath,data:data32};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.properties.spec.type,parentSchema:schema86.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const server = validate29;
const schema95 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://stowage.dev/schemas/server.schema.json","title":"Server","description":"A pool of identical replicas of one runtime, on which models are packed.","type":"object","properties":{"apiVersion":{"title":"API version","description":"The version of this kind.","type":"string","const":"stowage.dev/v1alpha1"},"kind":{"title":"Kind","description":"What the document describes.","type":"string","const":"Server"},"metadata":{"title":"Metadata","description":"The object's name, and labels and annotations for your own tools.","type":"object","properties":{"name":{"title":"Name of a server","description":"Lower-case letters, digits and `-`, beginning with a letter and ending with a letter or digit; at most 45 characters, which leaves room for the suffixes of pods and Services.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","examples":["cpu"]},"labels":{"title":"Labels","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}},"annotations":{"title":"Annotations","description":"For your own tools, kustomize for one. Not copied to what is emitted. Absent: none.","type":"object","additionalProperties":{"type":"string"}}},"required":["name"],"additionalProperties":false},"spec":{"title":"Server","description":"The pool.","type":"object","properties":{"runtime":{"title":"Runtime","description":"Name of a Runtime, or of a built-in one: `mlserver`, `triton`, `generic`.","type":"string","minLength":1,"maxLength":45,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["mlserver"]},"replicas":{"title":"Replicas","description":"How many replicas run: a number, or bounds between which the compiler takes as few as the models need. Not together with `autoscale`. Absent: 1, or what `autoscale` says.","type":["integer","object"],"minimum":1,"maximum":1000,"properties":{"min":{"title":"At least","description":"Fewest replicas.","type":"integer","minimum":1,"maximum":1000,"default":1},"max":{"title":"At most","description":"Most replicas.","type":"integer","minimum":1,"maximum":1000}},"required":["max"],"additionalProperties":false,"examples":[2,{"min":2,"max":20}],"default":1},"autoscale":{"title":"Autoscaling","description":"Bounds between which an autoscaler sets the number of replicas. The compiler chooses a base between them that required copies rest on. Not together with `replicas`. Absent: the number is what `replicas` says.","type":"object","properties":{"min":{"title":"At least","description":"Fewest replicas.","type":"integer","minimum":1,"maximum":1000,"default":1},"max":{"title":"At most","description":"Most replicas.","type":"integer","minimum":1,"maximum":1000},"cpu":{"title":"CPU target","description":"Mean CPU use, in percent of the request, that the autoscaler aims at. By itself a HorizontalPodAutoscaler does that. Absent: CPU does not count.","type":"integer","minimum":1,"maximum":1000,"examples":[70]},"inFlight":{"title":"Requests in flight","description":"Mean number of requests in flight for each replica that the autoscaler aims at, as the gateway tells KEDA. Of several targets the one that asks for most replicas counts. Absent: they do not count.","type":"integer","minimum":1,"maximum":100000,"examples":[4]},"requestsPerSecond":{"title":"Requests a second","description":"Requests a second for each replica that the autoscaler aims at, as the gateway tells KEDA. Absent: they do not count. Without any of the three no autoscaler is emitted; yours may scale between base and `max`.","type":"integer","minimum":1,"maximum":1000000,"examples":[50]}},"required":["max"],"additionalProperties":false},"memory":{"title":"Memory","description":"Request and limit of the inference server's container on each replica. Models get what the runtime's `baseMemory` leaves.","$ref":"#/$defs/memory","examples":["4Gi"]},"cpu":{"title":"CPU","description":"Cores that the inference server's container requests. Absent: the Environment's default, else one.","$ref":"#/$defs/cpu","default":"1"},"gpu":{"title":"GPU","description":"The one GPU of each replica. Absent: none.","type":"object","properties":{"memory":{"title":"GPU memory","description":"Memory of the GPU that models may use.","$ref":"#/$defs/memory"},"resource":{"title":"Resource","description":"Extended resource that the container asks for, once.","type":"string","minLength":3,"maxLength":128,"pattern":"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$","default":"nvidia.com/gpu"}},"required":["memory"],"additionalProperties":false},"slots":{"title":"Slots","description":"How many models each replica may hold. Absent: no limit.","type":"integer","minimum":1,"maximum":1000000},"disk":{"title":"Disk","description":"Disk for artifacts on each replica, against which the `disk` of models is counted. Absent: not counted.","$ref":"#/$defs/memory"},"cache":{"title":"Artifact cache","description":"The agent's cache of artifacts on each replica.","type":"object","properties":{"size":{"title":"Size","description":"Disk that the cache may use. Absent: the server's `disk`, or 10Gi where that is absent too.","$ref":"#/$defs/memory","default":"10Gi"},"storageClass":{"title":"Storage class","description":"Class of a volume for each replica, which outlives its pod. Absent: an emptyDir, lost with the pod.","$ref":"#/$defs/storageClass"}},"additionalProperties":false},"overcommit":{"title":"Overcommit","description":"Percent of the capacity by which `onDemand` models may exceed it. Absent: the Environment's default, else 0.","default":0,"type":"integer","minimum":0,"maximum":1000},"capabilities":{"title":"Capabilities","description":"Words that models can require, besides the runtime's formats. Absent: none.","type":"array","maxItems":200,"uniqueItems":true,"items":{"title":"Capability","description":"One word.","type":"string","$ref":"#/$defs/word"}},"cost":{"title":"Cost","description":"Price of one replica relative to other servers. The placement minimises the sum.","type":"integer","minimum":0,"maximum":1000000,"default":1},"tenant":{"title":"Tenant","description":"Only models of this tenant go here. Absent: models of no tenant.","$ref":"#/$defs/tenant"},"planShards":{"title":"Plan shards","description":"In how many ConfigMaps the server's plan travels; each holds about 1,500 models. Changing it restarts the server's pods.","type":"integer","minimum":1,"maximum":256,"default":1},"pod":{"title":"Pod","description":"Partial PodSpec that is merged into the one that is emitted: node selection, tolerations, volumes and so on. Containers merge by name; `server` is the inference server. Absent: nothing to merge.","type":"object","properties":{"containers":{"title":"Containers","description":"Containers to merge or to add.","type":"array","maxItems":50,"items":{"title":"Container","description":"A partial Container.","type":"object","properties":{"name":{"title":"Name","description":"`server`, or the name of a container to add.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}},"required":["name"],"additionalProperties":true}},"initContainers":{"title":"Init containers","description":"Init containers to add.","type":"array","maxItems":50,"items":{"title":"Container","description":"A Container.","type":"object","properties":{"name":{"title":"Name","description":"Name of the container.","type":"string","minLength":1,"maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}},"required":["name"],"additionalProperties":true}}},"additionalProperties":true,"examples":[{"nodeSelector":{"disktype":"ssd"}}]}},"required":["runtime","memory"],"additionalProperties":false}},"required":["apiVersion","kind","metadata","spec"],"additionalProperties":false,"$defs":{"memory":{"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]},"cpu":{"title":"Amount of CPU","description":"A Kubernetes quantity in cores: `500m` is half a core, `2` is two.","type":["string","number"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["500m","2",0.5]},"word":{"title":"Capability","description":"One word: letters, digits and `._/=:+-`. Words of servers and models match when they are equal.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$","examples":["avx512","python-3.12"]},"tenant":{"title":"Tenant","description":"Lower-case letters, digits and `-`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["payments"]},"storageClass":{"title":"Storage class","description":"Name of a StorageClass of the cluster.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["fast-ssd"]}}};
const schema96 = {"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]};
const schema97 = {"title":"Amount of CPU","description":"A Kubernetes quantity in cores: `500m` is half a core, `2` is two.","type":["string","number"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["500m","2",0.5]};
const schema101 = {"title":"Storage class","description":"Name of a StorageClass of the cluster.","type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$","examples":["fast-ssd"]};
const schema102 = {"title":"Capability","description":"One word: letters, digits and `._/=:+-`. Words of servers and models match when they are equal.","type":"string","minLength":1,"maxLength":63,"pattern":"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$","examples":["avx512","python-3.12"]};
const schema103 = {"title":"Tenant","description":"Lower-case letters, digits and `-`.","type":"string","minLength":1,"maxLength":40,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","examples":["payments"]};
const pattern108 = new RegExp("^[a-z]([-a-z0-9]*[a-z0-9])?$", "u");
const pattern113 = new RegExp("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$", "u");

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://stowage.dev/schemas/server.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.apiVersion.type,parentSchema:schema95.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("stowage.dev/v1alpha1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "stowage.dev/v1alpha1"},message:"must be equal to constant",schema:"stowage.dev/v1alpha1",parentSchema:schema95.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.kind.type,parentSchema:schema95.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Server" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Server"},message:"must be equal to constant",schema:"Server",parentSchema:schema95.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema95.properties.metadata.required,parentSchema:schema95.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "labels")) || (key1 === "annotations"))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(func1(data3) > 45){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema95.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func1(data3) < 1){
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern108.test(data3)){
const err13 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema95.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.metadata.properties.name.type,parentSchema:schema95.properties.metadata.properties.name,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.labels !== undefined){
let data4 = data2.labels;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
let data5 = data4[key2];
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.metadata.properties.labels.additionalProperties.type,parentSchema:schema95.properties.metadata.properties.labels.additionalProperties,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.metadata.properties.labels.type,parentSchema:schema95.properties.metadata.properties.labels,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data6 = data2.annotations;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
let data7 = data6[key3];
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema95.properties.metadata.properties.annotations.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.metadata.properties.annotations.type,parentSchema:schema95.properties.metadata.properties.annotations,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.metadata.type,parentSchema:schema95.properties.metadata,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.spec !== undefined){
let data8 = data.spec;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.runtime === undefined){
const err20 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "runtime"},message:"must have required property '"+"runtime"+"'",schema:schema95.properties.spec.required,parentSchema:schema95.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data8.memory === undefined){
const err21 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "memory"},message:"must have required property '"+"memory"+"'",schema:schema95.properties.spec.required,parentSchema:schema95.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key4 in data8){
if(!(func3.call(schema95.properties.spec.properties, key4))){
const err22 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data8.runtime !== undefined){
let data9 = data8.runtime;
if(typeof data9 === "string"){
if(func1(data9) > 45){
const err23 = {instancePath:instancePath+"/spec/runtime",schemaPath:"#/properties/spec/properties/runtime/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters",schema:45,parentSchema:schema95.properties.spec.properties.runtime,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func1(data9) < 1){
const err24 = {instancePath:instancePath+"/spec/runtime",schemaPath:"#/properties/spec/properties/runtime/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.spec.properties.runtime,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern4.test(data9)){
const err25 = {instancePath:instancePath+"/spec/runtime",schemaPath:"#/properties/spec/properties/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema95.properties.spec.properties.runtime,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/spec/runtime",schemaPath:"#/properties/spec/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.spec.properties.runtime.type,parentSchema:schema95.properties.spec.properties.runtime,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data8.replicas !== undefined){
let data10 = data8.replicas;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (!(data10 && typeof data10 == "object" && !Array.isArray(data10)))){
const err27 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/type",keyword:"type",params:{type: schema95.properties.spec.properties.replicas.type},message:"must be integer,object",schema:schema95.properties.spec.properties.replicas.type,parentSchema:schema95.properties.spec.properties.replicas,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 1000 || isNaN(data10)){
const err28 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.replicas,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err29 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.replicas,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.max === undefined){
const err30 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/required",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'",schema:schema95.properties.spec.properties.replicas.required,parentSchema:schema95.properties.spec.properties.replicas,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key5 in data10){
if(!((key5 === "min") || (key5 === "max"))){
const err31 = {instancePath:instancePath+"/spec/replicas",schemaPath:"#/properties/spec/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.spec.properties.replicas,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data10.min !== undefined){
let data11 = data10.min;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err32 = {instancePath:instancePath+"/spec/replicas/min",schemaPath:"#/properties/spec/properties/replicas/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.replicas.properties.min.type,parentSchema:schema95.properties.spec.properties.replicas.properties.min,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1000 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/spec/replicas/min",schemaPath:"#/properties/spec/properties/replicas/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.replicas.properties.min,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err34 = {instancePath:instancePath+"/spec/replicas/min",schemaPath:"#/properties/spec/properties/replicas/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.replicas.properties.min,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data10.max !== undefined){
let data12 = data10.max;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err35 = {instancePath:instancePath+"/spec/replicas/max",schemaPath:"#/properties/spec/properties/replicas/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.replicas.properties.max.type,parentSchema:schema95.properties.spec.properties.replicas.properties.max,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1000 || isNaN(data12)){
const err36 = {instancePath:instancePath+"/spec/replicas/max",schemaPath:"#/properties/spec/properties/replicas/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.replicas.properties.max,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data12 < 1 || isNaN(data12)){
const err37 = {instancePath:instancePath+"/spec/replicas/max",schemaPath:"#/properties/spec/properties/replicas/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.replicas.properties.max,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
}
if(data8.autoscale !== undefined){
let data13 = data8.autoscale;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.max === undefined){
const err38 = {instancePath:instancePath+"/spec/autoscale",schemaPath:"#/properties/spec/properties/autoscale/required",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'",schema:schema95.properties.spec.properties.autoscale.required,parentSchema:schema95.properties.spec.properties.autoscale,data:data13};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key6 in data13){
if(!(((((key6 === "min") || (key6 === "max")) || (key6 === "cpu")) || (key6 === "inFlight")) || (key6 === "requestsPerSecond"))){
const err39 = {instancePath:instancePath+"/spec/autoscale",schemaPath:"#/properties/spec/properties/autoscale/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.spec.properties.autoscale,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data13.min !== undefined){
let data14 = data13.min;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err40 = {instancePath:instancePath+"/spec/autoscale/min",schemaPath:"#/properties/spec/properties/autoscale/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.autoscale.properties.min.type,parentSchema:schema95.properties.spec.properties.autoscale.properties.min,data:data14};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1000 || isNaN(data14)){
const err41 = {instancePath:instancePath+"/spec/autoscale/min",schemaPath:"#/properties/spec/properties/autoscale/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.autoscale.properties.min,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err42 = {instancePath:instancePath+"/spec/autoscale/min",schemaPath:"#/properties/spec/properties/autoscale/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.autoscale.properties.min,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data13.max !== undefined){
let data15 = data13.max;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err43 = {instancePath:instancePath+"/spec/autoscale/max",schemaPath:"#/properties/spec/properties/autoscale/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.autoscale.properties.max.type,parentSchema:schema95.properties.spec.properties.autoscale.properties.max,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1000 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/spec/autoscale/max",schemaPath:"#/properties/spec/properties/autoscale/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.autoscale.properties.max,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err45 = {instancePath:instancePath+"/spec/autoscale/max",schemaPath:"#/properties/spec/properties/autoscale/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.autoscale.properties.max,data:data15};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
if(data13.cpu !== undefined){
let data16 = data13.cpu;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err46 = {instancePath:instancePath+"/spec/autoscale/cpu",schemaPath:"#/properties/spec/properties/autoscale/properties/cpu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.autoscale.properties.cpu.type,parentSchema:schema95.properties.spec.properties.autoscale.properties.cpu,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 1000 || isNaN(data16)){
const err47 = {instancePath:instancePath+"/spec/autoscale/cpu",schemaPath:"#/properties/spec/properties/autoscale/properties/cpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.autoscale.properties.cpu,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err48 = {instancePath:instancePath+"/spec/autoscale/cpu",schemaPath:"#/properties/spec/properties/autoscale/properties/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.autoscale.properties.cpu,data:data16};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data13.inFlight !== undefined){
let data17 = data13.inFlight;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err49 = {instancePath:instancePath+"/spec/autoscale/inFlight",schemaPath:"#/properties/spec/properties/autoscale/properties/inFlight/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.autoscale.properties.inFlight.type,parentSchema:schema95.properties.spec.properties.autoscale.properties.inFlight,data:data17};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 100000 || isNaN(data17)){
const err50 = {instancePath:instancePath+"/spec/autoscale/inFlight",schemaPath:"#/properties/spec/properties/autoscale/properties/inFlight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema95.properties.spec.properties.autoscale.properties.inFlight,data:data17};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data17 < 1 || isNaN(data17)){
const err51 = {instancePath:instancePath+"/spec/autoscale/inFlight",schemaPath:"#/properties/spec/properties/autoscale/properties/inFlight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.autoscale.properties.inFlight,data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data13.requestsPerSecond !== undefined){
let data18 = data13.requestsPerSecond;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err52 = {instancePath:instancePath+"/spec/autoscale/requestsPerSecond",schemaPath:"#/properties/spec/properties/autoscale/properties/requestsPerSecond/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.autoscale.properties.requestsPerSecond.type,parentSchema:schema95.properties.spec.properties.autoscale.properties.requestsPerSecond,data:data18};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1000000 || isNaN(data18)){
const err53 = {instancePath:instancePath+"/spec/autoscale/requestsPerSecond",schemaPath:"#/properties/spec/properties/autoscale/properties/requestsPerSecond/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema95.properties.spec.properties.autoscale.properties.requestsPerSecond,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err54 = {instancePath:instancePath+"/spec/autoscale/requestsPerSecond",schemaPath:"#/properties/spec/properties/autoscale/properties/requestsPerSecond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.autoscale.properties.requestsPerSecond,data:data18};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
}
else {
const err55 = {instancePath:instancePath+"/spec/autoscale",schemaPath:"#/properties/spec/properties/autoscale/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.properties.autoscale.type,parentSchema:schema95.properties.spec.properties.autoscale,data:data13};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data8.memory !== undefined){
let data19 = data8.memory;
if((typeof data19 !== "string") && (!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19))))){
const err56 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema96.type},message:"must be string,integer",schema:schema96.type,parentSchema:schema96,data:data19};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err57 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema96,data:data19};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(typeof data19 === "string"){
if(func1(data19) > 32){
const err58 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema96,data:data19};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!pattern14.test(data19)){
const err59 = {instancePath:instancePath+"/spec/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema96,data:data19};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data8.cpu !== undefined){
let data20 = data8.cpu;
if((typeof data20 !== "string") && (!((typeof data20 == "number") && (isFinite(data20))))){
const err60 = {instancePath:instancePath+"/spec/cpu",schemaPath:"#/$defs/cpu/type",keyword:"type",params:{type: schema97.type},message:"must be string,number",schema:schema97.type,parentSchema:schema97,data:data20};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err61 = {instancePath:instancePath+"/spec/cpu",schemaPath:"#/$defs/cpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema97,data:data20};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(typeof data20 === "string"){
if(func1(data20) > 32){
const err62 = {instancePath:instancePath+"/spec/cpu",schemaPath:"#/$defs/cpu/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema97,data:data20};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!pattern14.test(data20)){
const err63 = {instancePath:instancePath+"/spec/cpu",schemaPath:"#/$defs/cpu/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema97,data:data20};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data8.gpu !== undefined){
let data21 = data8.gpu;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.memory === undefined){
const err64 = {instancePath:instancePath+"/spec/gpu",schemaPath:"#/properties/spec/properties/gpu/required",keyword:"required",params:{missingProperty: "memory"},message:"must have required property '"+"memory"+"'",schema:schema95.properties.spec.properties.gpu.required,parentSchema:schema95.properties.spec.properties.gpu,data:data21};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
for(const key7 in data21){
if(!((key7 === "memory") || (key7 === "resource"))){
const err65 = {instancePath:instancePath+"/spec/gpu",schemaPath:"#/properties/spec/properties/gpu/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.spec.properties.gpu,data:data21};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data21.memory !== undefined){
let data22 = data21.memory;
if((typeof data22 !== "string") && (!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22))))){
const err66 = {instancePath:instancePath+"/spec/gpu/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema96.type},message:"must be string,integer",schema:schema96.type,parentSchema:schema96,data:data22};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
const err67 = {instancePath:instancePath+"/spec/gpu/memory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema96,data:data22};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(typeof data22 === "string"){
if(func1(data22) > 32){
const err68 = {instancePath:instancePath+"/spec/gpu/memory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema96,data:data22};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!pattern14.test(data22)){
const err69 = {instancePath:instancePath+"/spec/gpu/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema96,data:data22};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data21.resource !== undefined){
let data23 = data21.resource;
if(typeof data23 === "string"){
if(func1(data23) > 128){
const err70 = {instancePath:instancePath+"/spec/gpu/resource",schemaPath:"#/properties/spec/properties/gpu/properties/resource/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters",schema:128,parentSchema:schema95.properties.spec.properties.gpu.properties.resource,data:data23};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(func1(data23) < 3){
const err71 = {instancePath:instancePath+"/spec/gpu/resource",schemaPath:"#/properties/spec/properties/gpu/properties/resource/minLength",keyword:"minLength",params:{limit: 3},message:"must NOT have fewer than 3 characters",schema:3,parentSchema:schema95.properties.spec.properties.gpu.properties.resource,data:data23};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern113.test(data23)){
const err72 = {instancePath:instancePath+"/spec/gpu/resource",schemaPath:"#/properties/spec/properties/gpu/properties/resource/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$",parentSchema:schema95.properties.spec.properties.gpu.properties.resource,data:data23};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/spec/gpu/resource",schemaPath:"#/properties/spec/properties/gpu/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.spec.properties.gpu.properties.resource.type,parentSchema:schema95.properties.spec.properties.gpu.properties.resource,data:data23};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/spec/gpu",schemaPath:"#/properties/spec/properties/gpu/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.properties.gpu.type,parentSchema:schema95.properties.spec.properties.gpu,data:data21};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data8.slots !== undefined){
let data24 = data8.slots;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err75 = {instancePath:instancePath+"/spec/slots",schemaPath:"#/properties/spec/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.slots.type,parentSchema:schema95.properties.spec.properties.slots,data:data24};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1000000 || isNaN(data24)){
const err76 = {instancePath:instancePath+"/spec/slots",schemaPath:"#/properties/spec/properties/slots/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema95.properties.spec.properties.slots,data:data24};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data24 < 1 || isNaN(data24)){
const err77 = {instancePath:instancePath+"/spec/slots",schemaPath:"#/properties/spec/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.slots,data:data24};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data8.disk !== undefined){
let data25 = data8.disk;
if((typeof data25 !== "string") && (!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25))))){
const err78 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema96.type},message:"must be string,integer",schema:schema96.type,parentSchema:schema96,data:data25};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
const err79 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema96,data:data25};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(typeof data25 === "string"){
if(func1(data25) > 32){
const err80 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema96,data:data25};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(!pattern14.test(data25)){
const err81 = {instancePath:instancePath+"/spec/disk",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema96,data:data25};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
if(data8.cache !== undefined){
let data26 = data8.cache;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key8 in data26){
if(!((key8 === "size") || (key8 === "storageClass"))){
const err82 = {instancePath:instancePath+"/spec/cache",schemaPath:"#/properties/spec/properties/cache/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema95.properties.spec.properties.cache,data:data26};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data26.size !== undefined){
let data27 = data26.size;
if((typeof data27 !== "string") && (!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27))))){
const err83 = {instancePath:instancePath+"/spec/cache/size",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema96.type},message:"must be string,integer",schema:schema96.type,parentSchema:schema96,data:data27};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
const err84 = {instancePath:instancePath+"/spec/cache/size",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema96,data:data27};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(typeof data27 === "string"){
if(func1(data27) > 32){
const err85 = {instancePath:instancePath+"/spec/cache/size",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema96,data:data27};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!pattern14.test(data27)){
const err86 = {instancePath:instancePath+"/spec/cache/size",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema96,data:data27};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
if(data26.storageClass !== undefined){
let data28 = data26.storageClass;
if(typeof data28 === "string"){
if(func1(data28) > 253){
const err87 = {instancePath:instancePath+"/spec/cache/storageClass",schemaPath:"#/$defs/storageClass/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters",schema:253,parentSchema:schema101,data:data28};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(func1(data28) < 1){
const err88 = {instancePath:instancePath+"/spec/cache/storageClass",schemaPath:"#/$defs/storageClass/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema101,data:data28};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!pattern8.test(data28)){
const err89 = {instancePath:instancePath+"/spec/cache/storageClass",schemaPath:"#/$defs/storageClass/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",parentSchema:schema101,data:data28};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/spec/cache/storageClass",schemaPath:"#/$defs/storageClass/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema101.type,parentSchema:schema101,data:data28};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/spec/cache",schemaPath:"#/properties/spec/properties/cache/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.properties.cache.type,parentSchema:schema95.properties.spec.properties.cache,data:data26};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data8.overcommit !== undefined){
let data29 = data8.overcommit;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err92 = {instancePath:instancePath+"/spec/overcommit",schemaPath:"#/properties/spec/properties/overcommit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.overcommit.type,parentSchema:schema95.properties.spec.properties.overcommit,data:data29};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 1000 || isNaN(data29)){
const err93 = {instancePath:instancePath+"/spec/overcommit",schemaPath:"#/properties/spec/properties/overcommit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema95.properties.spec.properties.overcommit,data:data29};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data29 < 0 || isNaN(data29)){
const err94 = {instancePath:instancePath+"/spec/overcommit",schemaPath:"#/properties/spec/properties/overcommit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema95.properties.spec.properties.overcommit,data:data29};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
if(data8.capabilities !== undefined){
let data30 = data8.capabilities;
if(Array.isArray(data30)){
if(data30.length > 200){
const err95 = {instancePath:instancePath+"/spec/capabilities",schemaPath:"#/properties/spec/properties/capabilities/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items",schema:200,parentSchema:schema95.properties.spec.properties.capabilities,data:data30};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const len0 = data30.length;
for(let i0=0; i0<len0; i0++){
let data31 = data30[i0];
if(typeof data31 !== "string"){
const err96 = {instancePath:instancePath+"/spec/capabilities/" + i0,schemaPath:"#/properties/spec/properties/capabilities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.spec.properties.capabilities.items.type,parentSchema:schema95.properties.spec.properties.capabilities.items,data:data31};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(typeof data31 === "string"){
if(func1(data31) > 63){
const err97 = {instancePath:instancePath+"/spec/capabilities/" + i0,schemaPath:"#/$defs/word/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema102,data:data31};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(func1(data31) < 1){
const err98 = {instancePath:instancePath+"/spec/capabilities/" + i0,schemaPath:"#/$defs/word/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema102,data:data31};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!pattern84.test(data31)){
const err99 = {instancePath:instancePath+"/spec/capabilities/" + i0,schemaPath:"#/$defs/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9._/=:+-]*$",parentSchema:schema102,data:data31};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/spec/capabilities/" + i0,schemaPath:"#/$defs/word/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema102.type,parentSchema:schema102,data:data31};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
let i1 = data30.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data30[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err101 = {instancePath:instancePath+"/spec/capabilities",schemaPath:"#/properties/spec/properties/capabilities/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema95.properties.spec.properties.capabilities,data:data30};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err102 = {instancePath:instancePath+"/spec/capabilities",schemaPath:"#/properties/spec/properties/capabilities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.spec.properties.capabilities.type,parentSchema:schema95.properties.spec.properties.capabilities,data:data30};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data8.cost !== undefined){
let data32 = data8.cost;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err103 = {instancePath:instancePath+"/spec/cost",schemaPath:"#/properties/spec/properties/cost/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.cost.type,parentSchema:schema95.properties.spec.properties.cost,data:data32};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 1000000 || isNaN(data32)){
const err104 = {instancePath:instancePath+"/spec/cost",schemaPath:"#/properties/spec/properties/cost/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema95.properties.spec.properties.cost,data:data32};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data32 < 0 || isNaN(data32)){
const err105 = {instancePath:instancePath+"/spec/cost",schemaPath:"#/properties/spec/properties/cost/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema95.properties.spec.properties.cost,data:data32};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
if(data8.tenant !== undefined){
let data33 = data8.tenant;
if(typeof data33 === "string"){
if(func1(data33) > 40){
const err106 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters",schema:40,parentSchema:schema103,data:data33};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(func1(data33) < 1){
const err107 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema103,data:data33};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(!pattern4.test(data33)){
const err108 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema103,data:data33};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/spec/tenant",schemaPath:"#/$defs/tenant/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.type,parentSchema:schema103,data:data33};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data8.planShards !== undefined){
let data34 = data8.planShards;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err110 = {instancePath:instancePath+"/spec/planShards",schemaPath:"#/properties/spec/properties/planShards/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema95.properties.spec.properties.planShards.type,parentSchema:schema95.properties.spec.properties.planShards,data:data34};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 256 || isNaN(data34)){
const err111 = {instancePath:instancePath+"/spec/planShards",schemaPath:"#/properties/spec/properties/planShards/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema95.properties.spec.properties.planShards,data:data34};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data34 < 1 || isNaN(data34)){
const err112 = {instancePath:instancePath+"/spec/planShards",schemaPath:"#/properties/spec/properties/planShards/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema95.properties.spec.properties.planShards,data:data34};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
if(data8.pod !== undefined){
let data35 = data8.pod;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.containers !== undefined){
let data36 = data35.containers;
if(Array.isArray(data36)){
if(data36.length > 50){
const err113 = {instancePath:instancePath+"/spec/pod/containers",schemaPath:"#/properties/spec/properties/pod/properties/containers/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema95.properties.spec.properties.pod.properties.containers,data:data36};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
const len1 = data36.length;
for(let i2=0; i2<len1; i2++){
let data37 = data36[i2];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.name === undefined){
const err114 = {instancePath:instancePath+"/spec/pod/containers/" + i2,schemaPath:"#/properties/spec/properties/pod/properties/containers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema95.properties.spec.properties.pod.properties.containers.items.required,parentSchema:schema95.properties.spec.properties.pod.properties.containers.items,data:data37};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data37.name !== undefined){
let data38 = data37.name;
if(typeof data38 === "string"){
if(func1(data38) > 63){
const err115 = {instancePath:instancePath+"/spec/pod/containers/" + i2+"/name",schemaPath:"#/properties/spec/properties/pod/properties/containers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema95.properties.spec.properties.pod.properties.containers.items.properties.name,data:data38};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(func1(data38) < 1){
const err116 = {instancePath:instancePath+"/spec/pod/containers/" + i2+"/name",schemaPath:"#/properties/spec/properties/pod/properties/containers/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.spec.properties.pod.properties.containers.items.properties.name,data:data38};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(!pattern4.test(data38)){
const err117 = {instancePath:instancePath+"/spec/pod/containers/" + i2+"/name",schemaPath:"#/properties/spec/properties/pod/properties/containers/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema95.properties.spec.properties.pod.properties.containers.items.properties.name,data:data38};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/spec/pod/containers/" + i2+"/name",schemaPath:"#/properties/spec/properties/pod/properties/containers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.spec.properties.pod.properties.containers.items.properties.name.type,parentSchema:schema95.properties.spec.properties.pod.properties.containers.items.properties.name,data:data38};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/spec/pod/containers/" + i2,schemaPath:"#/properties/spec/properties/pod/properties/containers/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.properties.pod.properties.containers.items.type,parentSchema:schema95.properties.spec.properties.pod.properties.containers.items,data:data37};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/spec/pod/containers",schemaPath:"#/properties/spec/properties/pod/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.spec.properties.pod.properties.containers.type,parentSchema:schema95.properties.spec.properties.pod.properties.containers,data:data36};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data35.initContainers !== undefined){
let data39 = data35.initContainers;
if(Array.isArray(data39)){
if(data39.length > 50){
const err121 = {instancePath:instancePath+"/spec/pod/initContainers",schemaPath:"#/properties/spec/properties/pod/properties/initContainers/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers,data:data39};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
const len2 = data39.length;
for(let i3=0; i3<len2; i3++){
let data40 = data39[i3];
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.name === undefined){
const err122 = {instancePath:instancePath+"/spec/pod/initContainers/" + i3,schemaPath:"#/properties/spec/properties/pod/properties/initContainers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema95.properties.spec.properties.pod.properties.initContainers.items.required,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers.items,data:data40};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data40.name !== undefined){
let data41 = data40.name;
if(typeof data41 === "string"){
if(func1(data41) > 63){
const err123 = {instancePath:instancePath+"/spec/pod/initContainers/" + i3+"/name",schemaPath:"#/properties/spec/properties/pod/properties/initContainers/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers.items.properties.name,data:data41};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(func1(data41) < 1){
const err124 = {instancePath:instancePath+"/spec/pod/initContainers/" + i3+"/name",schemaPath:"#/properties/spec/properties/pod/properties/initContainers/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers.items.properties.name,data:data41};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern4.test(data41)){
const err125 = {instancePath:instancePath+"/spec/pod/initContainers/" + i3+"/name",schemaPath:"#/properties/spec/properties/pod/properties/initContainers/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema95.properties.spec.properties.pod.properties.initContainers.items.properties.name,data:data41};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/spec/pod/initContainers/" + i3+"/name",schemaPath:"#/properties/spec/properties/pod/properties/initContainers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.spec.properties.pod.properties.initContainers.items.properties.name.type,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers.items.properties.name,data:data41};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
else {
const err127 = {instancePath:instancePath+"/spec/pod/initContainers/" + i3,schemaPath:"#/properties/spec/properties/pod/properties/initContainers/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.properties.pod.properties.initContainers.items.type,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers.items,data:data40};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/spec/pod/initContainers",schemaPath:"#/properties/spec/properties/pod/properties/initContainers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.spec.properties.pod.properties.initContainers.type,parentSchema:schema95.properties.spec.properties.pod.properties.initContainers,data:data39};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/spec/pod",schemaPath:"#/properties/spec/properties/pod/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.properties.pod.type,parentSchema:schema95.properties.spec.properties.pod,data:data35};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.properties.spec.type,parentSchema:schema95.properties.spec,data:data8};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
else {
const err131 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.type,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const sizes = validate30;
const schema104 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://stowage.dev/schemas/sizes.schema.json","title":"Sizes","description":"`sizes.yaml`: sizes that were measured. A size in the Model wins.","type":"object","properties":{"models":{"title":"Models","description":"Sizes by the model's name.","type":"object","propertyNames":{"title":"Name of a model","description":"Lower-case letters, digits and `-`, beginning and ending with a letter or digit; at most 63 characters.","maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},"additionalProperties":{"title":"Sizes of a model","description":"What one copy needs. Absent fields: not measured.","type":"object","properties":{"memory":{"title":"Memory","description":"Memory of one loaded copy (in one worker).","$ref":"#/$defs/memory"},"peak":{"title":"Peak","description":"Most memory while loading, the model's own included.","$ref":"#/$defs/memory"},"gpuMemory":{"title":"GPU memory","description":"GPU memory of one loaded copy.","$ref":"#/$defs/memory"},"gpuPeak":{"title":"GPU peak","description":"Most GPU memory while loading, the model's own included.","$ref":"#/$defs/memory"},"disk":{"title":"Disk","description":"Size of the artifact on disk.","$ref":"#/$defs/memory"}},"additionalProperties":false}}},"required":["models"],"additionalProperties":false,"$defs":{"memory":{"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]}}};
const schema105 = {"title":"Amount of memory","description":"A Kubernetes quantity in bytes: a number with a suffix (`512Mi`, `1.5Gi`, `2G`). A number without a suffix is bytes and must be at least 1048576 (1Mi), since a smaller one is a forgotten suffix.","type":["string","integer"],"minimum":0,"maxLength":32,"pattern":"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$","examples":["512Mi","1.5Gi","2G"]};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://stowage.dev/schemas/sizes.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.models === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "models"},message:"must have required property '"+"models"+"'",schema:schema104.required,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "models")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.models !== undefined){
let data0 = data.models;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs4 = errors;
if(typeof key1 === "string"){
if(func1(key1) > 63){
const err2 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/propertyNames/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",schema:63,parentSchema:schema104.properties.models.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern4.test(key1)){
const err3 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\"",schema:"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",parentSchema:schema104.properties.models.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
const err4 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid",schema:schema104.properties.models.propertyNames,parentSchema:schema104.properties.models,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key2 in data0){
let data1 = data0[key2];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key3 in data1){
if(!(((((key3 === "memory") || (key3 === "peak")) || (key3 === "gpuMemory")) || (key3 === "gpuPeak")) || (key3 === "disk"))){
const err5 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/models/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema104.properties.models.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.memory !== undefined){
let data2 = data1.memory;
if((typeof data2 !== "string") && (!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2))))){
const err6 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema105.type},message:"must be string,integer",schema:schema105.type,parentSchema:schema105,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema105,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(typeof data2 === "string"){
if(func1(data2) > 32){
const err8 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema105,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern14.test(data2)){
const err9 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/memory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema105,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data1.peak !== undefined){
let data3 = data1.peak;
if((typeof data3 !== "string") && (!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3))))){
const err10 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/peak",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema105.type},message:"must be string,integer",schema:schema105.type,parentSchema:schema105,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/peak",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema105,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(typeof data3 === "string"){
if(func1(data3) > 32){
const err12 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/peak",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema105,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern14.test(data3)){
const err13 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/peak",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema105,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data1.gpuMemory !== undefined){
let data4 = data1.gpuMemory;
if((typeof data4 !== "string") && (!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4))))){
const err14 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuMemory",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema105.type},message:"must be string,integer",schema:schema105.type,parentSchema:schema105,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuMemory",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema105,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(typeof data4 === "string"){
if(func1(data4) > 32){
const err16 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuMemory",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema105,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern14.test(data4)){
const err17 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuMemory",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema105,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data1.gpuPeak !== undefined){
let data5 = data1.gpuPeak;
if((typeof data5 !== "string") && (!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5))))){
const err18 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuPeak",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema105.type},message:"must be string,integer",schema:schema105.type,parentSchema:schema105,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err19 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuPeak",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema105,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(typeof data5 === "string"){
if(func1(data5) > 32){
const err20 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuPeak",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema105,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern14.test(data5)){
const err21 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gpuPeak",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema105,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data1.disk !== undefined){
let data6 = data1.disk;
if((typeof data6 !== "string") && (!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6))))){
const err22 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/disk",schemaPath:"#/$defs/memory/type",keyword:"type",params:{type: schema105.type},message:"must be string,integer",schema:schema105.type,parentSchema:schema105,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err23 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/disk",schemaPath:"#/$defs/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema105,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(typeof data6 === "string"){
if(func1(data6) > 32){
const err24 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/disk",schemaPath:"#/$defs/memory/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters",schema:32,parentSchema:schema105,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern14.test(data6)){
const err25 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/disk",schemaPath:"#/$defs/memory/pattern",keyword:"pattern",params:{pattern: "^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"},message:"must match pattern \""+"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$"+"\"",schema:"^[+]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?$",parentSchema:schema105,data:data6};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/models/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/models/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.properties.models.additionalProperties.type,parentSchema:schema104.properties.models.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.properties.models.type,parentSchema:schema104.properties.models,data:data0};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.type,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

