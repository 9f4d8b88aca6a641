/** The parts of Kubernetes' API that we emit, so that a misspelt field does not compile. */

export type Labels = Readonly<Record<string, string>>;

export interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations?: Labels;
}

export interface KubernetesObject<Kind extends string = string> {
  readonly apiVersion: string;
  readonly kind: Kind;
  readonly metadata: Metadata;
}

export interface ConfigMap extends KubernetesObject<'ConfigMap'> {
  readonly data: Readonly<Record<string, string>>;
}

export interface ServiceAccount extends KubernetesObject<'ServiceAccount'> {
  readonly automountServiceAccountToken: false;
}

export interface Service extends KubernetesObject<'Service'> {
  readonly spec: {
    readonly type?: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
    readonly clusterIP?: 'None';
    readonly publishNotReadyAddresses?: true;
    readonly selector: Labels;
    readonly ports: readonly ServicePort[];
  };
}

export interface ServicePort {
  readonly name: string;
  readonly port: number;
  readonly targetPort: number;
  readonly protocol: 'TCP';
  readonly appProtocol?: string;
}

export interface PodDisruptionBudget extends KubernetesObject<'PodDisruptionBudget'> {
  readonly spec: {
    readonly maxUnavailable: 1;
    readonly unhealthyPodEvictionPolicy: 'AlwaysAllow';
    readonly selector: Selector;
  };
}

export interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: 'Exists' }[];
}

export interface NetworkPolicy extends KubernetesObject<'NetworkPolicy'> {
  readonly spec: {
    readonly podSelector: Selector;
    readonly policyTypes: readonly ('Ingress' | 'Egress')[];
    readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports: readonly PolicyPort[] }[];
    readonly egress?: readonly { readonly to?: readonly Peer[]; readonly ports: readonly PolicyPort[] }[];
  };
}

export interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

export interface PolicyPort {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
}

export interface HorizontalPodAutoscaler extends KubernetesObject<'HorizontalPodAutoscaler'> {
  readonly spec: {
    readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly metrics: readonly {
      readonly type: 'ContainerResource';
      readonly containerResource: {
        readonly name: 'cpu';
        readonly container: string;
        readonly target: { readonly type: 'Utilization'; readonly averageUtilization: number };
      };
    }[];
  };
}

/** Of KEDA: what its operator makes a HorizontalPodAutoscaler of. */
export interface ScaledObject extends KubernetesObject<'ScaledObject'> {
  readonly spec: {
    readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
    readonly minReplicaCount: number;
    readonly maxReplicaCount: number;
    readonly pollingInterval: number;
    readonly advanced: { readonly horizontalPodAutoscalerConfig: { readonly name: string } };
    readonly fallback: {
      readonly behavior: 'currentReplicas';
      readonly failureThreshold: number;
      readonly replicas: number;
    };
    readonly triggers: readonly Trigger[];
  };
}

export interface Trigger {
  readonly type: 'metrics-api' | 'cpu';
  readonly name: string;
  readonly metricType: 'AverageValue' | 'Utilization';
  readonly metadata: Labels;
}

/** Of the Prometheus operator: which pods are scraped. */
export interface PodMonitor extends KubernetesObject<'PodMonitor'> {
  readonly spec: {
    readonly selector: Selector;
    readonly podMetricsEndpoints: readonly {
      readonly port: string;
      readonly path: string;
      readonly interval: string;
      readonly metricRelabelings?: readonly {
        readonly sourceLabels: readonly string[];
        readonly regex: string;
        readonly action: 'keep' | 'drop';
      }[];
    }[];
  };
}

/** Of the Prometheus operator: alerts. */
export interface PrometheusRule extends KubernetesObject<'PrometheusRule'> {
  readonly spec: { readonly groups: readonly { readonly name: string; readonly rules: readonly AlertRule[] }[] };
}

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Labels;
  readonly annotations: { readonly summary: string; readonly description: string };
}

export interface StatefulSet extends KubernetesObject<'StatefulSet'> {
  readonly spec: {
    readonly replicas: number;
    readonly serviceName: string;
    readonly podManagementPolicy: 'Parallel';
    readonly updateStrategy: { readonly type: 'RollingUpdate' };
    readonly selector: Selector;
    readonly template: PodTemplate;
    readonly volumeClaimTemplates?: readonly VolumeClaimTemplate[];
    readonly persistentVolumeClaimRetentionPolicy?: ClaimRetention;
  };
}

export interface ClaimRetention {
  readonly whenDeleted: 'Delete';
  readonly whenScaled: 'Delete' | 'Retain';
}

export interface VolumeClaimTemplate {
  readonly apiVersion: 'v1';
  readonly kind: 'PersistentVolumeClaim';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly accessModes: readonly ['ReadWriteOnce'];
    readonly storageClassName: string;
    readonly volumeMode: 'Filesystem';
    readonly resources: { readonly requests: { readonly storage: string } };
  };
}

export interface Deployment extends KubernetesObject<'Deployment'> {
  readonly spec: {
    readonly replicas: number;
    readonly progressDeadlineSeconds: number;
    readonly strategy:
      | { readonly type: 'Recreate' }
      | {
          readonly type: 'RollingUpdate';
          readonly rollingUpdate: { readonly maxUnavailable: number; readonly maxSurge: number };
        };
    readonly selector: Selector;
    readonly template: PodTemplate;
  };
}

export interface PodTemplate {
  readonly metadata: { readonly labels: Labels; readonly annotations: Labels };
  readonly spec: PodSpec;
}

export interface PodSpec {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: false;
  readonly enableServiceLinks: false;
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext?: PodSecurityContext;
  readonly affinity?: Affinity;
  readonly topologySpreadConstraints?: readonly TopologySpread[];
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
}

export interface PodSecurityContext {
  readonly runAsNonRoot: true;
  readonly runAsUser: number;
  readonly runAsGroup: number;
  readonly fsGroup: number;
  readonly fsGroupChangePolicy: 'OnRootMismatch';
  readonly seccompProfile: { readonly type: 'RuntimeDefault' };
}

export interface Affinity {
  readonly podAntiAffinity: {
    readonly preferredDuringSchedulingIgnoredDuringExecution: readonly {
      readonly weight: number;
      readonly podAffinityTerm: { readonly topologyKey: string; readonly labelSelector: Selector };
    }[];
  };
}

export interface TopologySpread {
  readonly maxSkew: number;
  readonly topologyKey: string;
  readonly whenUnsatisfiable: 'ScheduleAnyway';
  readonly labelSelector: Selector;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy: 'IfNotPresent';
  /** A native sidecar, among the init containers: starts before the others, ends after them. */
  readonly restartPolicy?: 'Always';
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvironmentVariable[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number; readonly protocol: 'TCP' }[];
  readonly resources: { readonly requests: Amounts; readonly limits: Amounts };
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly lifecycle?: { readonly preStop: { readonly httpGet: HttpGet } };
  readonly securityContext?: ContainerSecurityContext;
  readonly volumeMounts: readonly VolumeMount[];
}

export type Amounts = Readonly<Record<string, string>>;

export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly fieldRef: { readonly apiVersion: 'v1'; readonly fieldPath: string } };
}

export interface HttpGet {
  readonly path: string;
  readonly port: number;
  readonly scheme: 'HTTP';
}

export interface Probe {
  readonly httpGet: HttpGet;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

export interface ContainerSecurityContext {
  readonly allowPrivilegeEscalation: false;
  readonly readOnlyRootFilesystem: true;
  readonly runAsNonRoot: true;
  readonly runAsUser?: number;
  readonly capabilities: { readonly drop: readonly ['ALL'] };
  readonly seccompProfile: { readonly type: 'RuntimeDefault' };
}

export interface VolumeMount {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly?: true;
}

export type Volume = { readonly name: string } & VolumeSource;

export type VolumeSource =
  | { readonly emptyDir: { readonly sizeLimit: string } }
  | { readonly configMap: { readonly name: string; readonly defaultMode: number } }
  | { readonly secret: { readonly secretName: string; readonly optional?: boolean; readonly defaultMode: number } }
  | {
      readonly projected: {
        readonly defaultMode: number;
        readonly sources: readonly { readonly configMap: { readonly name: string; readonly optional?: true } }[];
      };
    };
