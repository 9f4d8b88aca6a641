/** The namespace of the environment that tests bring in. */
export const namespace = 'models';

/** A model of a test's fleet, as its spec says it. */
export interface ModelSpec {
  readonly name: string;
  readonly format: 'sklearn' | 'xgboost' | 'lightgbm';
  /** Folder of the artifact: `<name>/<version>`. */
  readonly version: number;
  readonly replicas: number;
  /** Further lines of the spec. Absent: none. */
  readonly more?: string;
}

export interface FleetSpec {
  /** `replicas: 2`, or what else says how many replicas the server has. */
  readonly scale: string;
  readonly models: readonly ModelSpec[];
  /** Whether the images go by their other names. Absent: they do not. */
  readonly again?: boolean;
  /** What the Environment's `spec` has besides. Absent: nothing. */
  readonly environment?: string;
  /** Further documents. Absent: none. */
  readonly more?: string;
}

/** The documents of a fleet, small enough for two nodes of two cores. */
export function fleetDocuments(
  { scale, models, again = false, environment = '', more }: FleetSpec,
  images: Readonly<Record<string, string>>,
  storePort: number,
): string {
  const image = (name: string) => (again ? images[name]?.replace('/', '/again/') : images[name]);
  return [
    `kind: Environment
metadata: { name: test }
spec:
  namespace: ${namespace}
  stores: [{ name: artifacts, uri: s3://bucket, secret: store, port: ${storePort} }]
  images:
    stowage: ${image('stowage')}
    envoy: ${image('envoy')}
    runtimes: { mlserver: ${image('mlserver')} }
  gateway: { replicas: 2, requestTimeout: 10s, resources: { cpu: 50m, memory: 256Mi } }
  tls: { internalSecret: internal-tls }
${environment}`,
    `kind: Server
metadata: { name: cpu }
spec: { runtime: mlserver, ${scale}, memory: 2Gi, cpu: 250m, cache: { size: 128Mi } }`,
    ...models.map(
      ({ name, format, version, replicas, more: further = '' }) => `kind: Model
metadata: { name: ${name} }
spec:
  format: ${format}
  storage: { uri: s3://bucket/${name}, version: "${version}" }
  memory: 100Mi
  replicas: ${replicas}
${further}`,
    ),
    ...(more === undefined ? [] : [more]),
  ]
    .map((document) => `apiVersion: stowage.dev/v1alpha1\n${document.trimEnd()}\n`)
    .join('---\n');
}
