/**
 * JSON type of a field. `texts` is a list of texts, `words` a mapping whose values are texts, `objects` a list of
 * mappings.
 */
export type PodFieldType = 'text' | 'integer' | 'boolean' | 'object' | 'objects' | 'texts' | 'words';

type Fields = Readonly<Record<string, PodFieldType>>;

/** The fields of a PodSpec, as Kubernetes 1.29 to 1.33 know them. */
export const podSpecFields: Fields = {
  activeDeadlineSeconds: 'integer',
  affinity: 'object',
  automountServiceAccountToken: 'boolean',
  containers: 'objects',
  dnsConfig: 'object',
  dnsPolicy: 'text',
  enableServiceLinks: 'boolean',
  ephemeralContainers: 'objects',
  hostAliases: 'objects',
  hostIPC: 'boolean',
  hostNetwork: 'boolean',
  hostPID: 'boolean',
  hostUsers: 'boolean',
  hostname: 'text',
  imagePullSecrets: 'objects',
  initContainers: 'objects',
  nodeName: 'text',
  nodeSelector: 'words',
  os: 'object',
  overhead: 'object',
  preemptionPolicy: 'text',
  priority: 'integer',
  priorityClassName: 'text',
  readinessGates: 'objects',
  resourceClaims: 'objects',
  resources: 'object',
  restartPolicy: 'text',
  runtimeClassName: 'text',
  schedulerName: 'text',
  schedulingGates: 'objects',
  securityContext: 'object',
  serviceAccount: 'text',
  serviceAccountName: 'text',
  setHostnameAsFQDN: 'boolean',
  shareProcessNamespace: 'boolean',
  subdomain: 'text',
  terminationGracePeriodSeconds: 'integer',
  tolerations: 'objects',
  topologySpreadConstraints: 'objects',
  volumes: 'objects',
};

/** The fields of a Container, as the same versions know them. */
export const containerFields: Fields = {
  args: 'texts',
  command: 'texts',
  env: 'objects',
  envFrom: 'objects',
  image: 'text',
  imagePullPolicy: 'text',
  lifecycle: 'object',
  livenessProbe: 'object',
  name: 'text',
  ports: 'objects',
  readinessProbe: 'object',
  resizePolicy: 'objects',
  resources: 'object',
  restartPolicy: 'text',
  securityContext: 'object',
  startupProbe: 'object',
  stdin: 'boolean',
  stdinOnce: 'boolean',
  terminationMessagePath: 'text',
  terminationMessagePolicy: 'text',
  tty: 'boolean',
  volumeDevices: 'objects',
  volumeMounts: 'objects',
  workingDir: 'text',
};

/** What one item of a list holds. */
export interface PodItem {
  readonly fields: Fields;
  /** Fields that no item can be without. */
  readonly required: readonly string[];
  /** Whether there are fields besides. */
  readonly open?: true;
}

/** Items of lists that stand in a PodSpec or a Container and are small enough to be told whole. */
export const podItems: Readonly<Record<string, PodItem>> = {
  env: { fields: { name: 'text', value: 'text', valueFrom: 'object' }, required: ['name'] },
  envFrom: { fields: { configMapRef: 'object', prefix: 'text', secretRef: 'object' }, required: [] },
  imagePullSecrets: { fields: { name: 'text' }, required: ['name'] },
  ports: {
    fields: { containerPort: 'integer', hostIP: 'text', hostPort: 'integer', name: 'text', protocol: 'text' },
    required: ['containerPort'],
  },
  tolerations: {
    fields: { effect: 'text', key: 'text', operator: 'text', tolerationSeconds: 'integer', value: 'text' },
    required: [],
  },
  volumeDevices: { fields: { devicePath: 'text', name: 'text' }, required: ['name', 'devicePath'] },
  volumeMounts: {
    fields: {
      mountPath: 'text',
      mountPropagation: 'text',
      name: 'text',
      readOnly: 'boolean',
      recursiveReadOnly: 'text',
      subPath: 'text',
      subPathExpr: 'text',
    },
    required: ['name', 'mountPath'],
  },
  // The types of volumes have a list of their own.
  volumes: { fields: { name: 'text' }, required: ['name'], open: true },
};

/**
 * Fields of which the compiler's own part may not be taken away by `null`: without it the pod does not work.
 */
export const keptFields: ReadonlySet<string> = new Set([
  'containers',
  'env',
  'image',
  'initContainers',
  'lifecycle',
  'livenessProbe',
  'ports',
  'readinessProbe',
  'startupProbe',
  'volumeMounts',
  'volumes',
]);
