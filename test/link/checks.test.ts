import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readDialects, readSizes } from '../../src/dialects/index.ts';
import type { Sizes } from '../../src/ir/index.ts';
import { link, linkCodes } from '../../src/link/index.ts';
import { labelKeys } from '../../src/names/index.ts';
import { base, compile, documents, summary } from '../support/linked.ts';

const head = (kind: string, name: string): string =>
  `---\napiVersion: stowage.dev/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}}\n`;
const model = (name: string, spec = '', storage = `uri: 's3://example-models/x'`): string =>
  `${head('Model', name)}spec: {format: sklearn, storage: {${storage}}, memory: 1Gi${spec && `, ${spec}`}}\n`;
const sized = (spec: string): string =>
  `${head('Model', 'm')}spec: {storage: {uri: 's3://example-models/x'}, ${spec}}\n`;
const server = (name: string, spec: string): string => `${head('Server', name)}spec: {${spec}}\n`;
const pod = (spec: string): string => server('pod', `runtime: mlserver, memory: 4Gi, pod: {${spec}}`);
const container = (spec: string): string => pod(`containers: [{name: server, ${spec}}]`);
const environment = (name: string, spec = ''): string =>
  `${head('Environment', name)}spec: {namespace: models${spec && `, ${spec}`}}\n`;

interface Row {
  /** Documents beside the base ones. */
  readonly text: string;
  /** Code and pointer of each diagnostic, and a part of the first one's help. */
  readonly found: string;
  readonly help?: string;
  /** Without the base's Environment or servers. */
  readonly without?: 'Environment' | 'Server';
  readonly sizes?: Sizes['models'];
}

const one = `${model('one')}`;
const table: readonly Row[] = [
  { text: one, found: '' },
  { text: one, found: 'STW1201', without: 'Environment', help: 'Environment' },
  { text: one + environment('other'), found: 'STW1202 specs/environment.yaml#0/metadata/name' },
  { text: one + environment('test'), found: 'STW1203 specs/example.yaml#1/metadata/name' },
  { text: one + one, found: 'STW1203 #1/metadata/name' },
  { text: one + server('cpu', 'runtime: mlserver, memory: 1Gi'), found: 'STW1203 specs/servers.yaml#0/metadata/name' },
  {
    text:
      one +
      environment(
        'e',
        `stores: [{name: a, uri: 's3://example-models'}, {name: b, uri: 's3://b'}, {name: a, uri: 's3://c'}]`,
      ),
    found: 'STW1203 #1/spec/stores/2/name',
    without: 'Environment',
  },
  { text: one + server('a', 'runtime: mlservr, memory: 1Gi'), found: 'STW1204 #1/spec/runtime', help: '`mlserver`' },
  {
    text: one + server('a', 'runtime: vllm, memory: 1Gi'),
    found: 'STW1204 #1/spec/runtime',
    help: '`generic`, `mlserver` and `triton`',
  },
  {
    text:
      one + environment('e', `stores: [{name: a, uri: 's3://example-models'}], images: {runtimes: {mlsrver: 'a:1'}}`),
    found: 'STW1204 #1/spec/images/runtimes/mlsrver (key)',
    without: 'Environment',
    help: '`mlserver`',
  },
  { text: model('m', 'server: cup'), found: 'STW1205 #0/spec/server', help: '`cpu`' },
  {
    text: model('m', '', `uri: 's3://example-modelsx/y'`),
    found: 'STW1206 #0/spec/storage/uri',
    help: '`s3://example-models`',
  },
  {
    text: model('m', '', `uri: 's3://example-models/x', secret: s`),
    found: 'STW1207 #0/spec/storage/secret',
    help: 'has no Secret',
  },
  {
    text:
      model('m', '', `uri: 's3://a/x', secret: kez`) +
      environment('e', `stores: [{name: a, uri: 's3://a', secret: key}]`),
    found: 'STW1207 #0/spec/storage/secret',
    without: 'Environment',
    help: '`key`',
  },
  {
    text:
      model('m', '', `uri: 's3://a/x'`) +
      environment('e', `stores: [{name: a, uri: 's3://a', secret: k}, {name: b, uri: 's3://a/', secret: l}]`),
    found: 'STW1208 #0/spec/storage/uri',
    without: 'Environment',
    help: '`k` or `l`',
  },
  {
    text:
      model('m', '', `uri: 's3://a/x', secret: l`) +
      environment('e', `stores: [{name: a, uri: 's3://a', secret: k}, {name: b, uri: 's3://a/', secret: l}]`),
    found: '',
    without: 'Environment',
  },
  ...[
    ['file:///models/x', '`s3`'],
    ['S3://example-models/x', '`s3`'],
    ['gcs://example-models/x', '`gs`'],
    ['example-models/x', 'scheme'],
    ['s3:///x', 's3://name/path'],
    ['s3://example-models/x?token=1', 'Secret'],
    ['s3://example-models/x#1', 'Secret'],
    ['s3://example-models/../y', 'detours'],
    ['s3://example-models/%2E%2e/y', 'detours'],
    ['s3://example-models//y', 'detours'],
    ['hf://example/model', '`s3`'],
    ['pvc://claim/model', '`s3`'],
    ['oci://registry.example/model', '`s3`'],
  ].map(([uri, help]) => ({
    text: model('m', '', `uri: '${uri}'`),
    found: 'STW1209 #0/spec/storage/uri',
    help: help!,
  })),
  {
    text: one + environment('e', `stores: [{name: b, uri: 'ftp://b'}, {name: a, uri: 's3://example-models'}]`),
    found: 'STW1209 #1/spec/stores/0/uri',
    without: 'Environment',
  },
  {
    text: model('m', '', `uri: 's3://user:hunter2@example-models/x'`),
    found: 'STW1209 #0/spec/storage/uri',
    help: 'Secret',
  },
  { text: sized('format: sklearn'), found: 'STW1210 #0/metadata/name', help: '`sizes.yaml`' },
  { text: sized('format: sklearn'), found: '', sizes: { m: { memory: 10 } } },
  { text: sized('format: sklearn'), found: 'STW1210 #0/metadata/name', sizes: { m: { disk: 10 }, n: { memory: 10 } } },
  { text: sized('memory: 1Gi, format: sklern'), found: 'STW1211 #0/spec/format', help: '`sklearn`' },
  { text: sized('memory: 1Gi, format: onnx'), found: 'STW1211 #0/spec/format', help: 'runtime `triton`' },
  {
    text: sized('memory: 1Gi, format: {name: sklearn, version: 7}'),
    found: 'STW1211 #0/spec/format',
    help: '`0` and `1`',
  },
  { text: sized('memory: 1Gi, format: weka'), found: 'STW1211 #0/spec/format', help: 'No runtime' },
  // One fault, however many models there are and whatever they ask for.
  { text: one, found: 'STW1240 #0/metadata/name', without: 'Server', help: '`Server`' },
  {
    text: one + model('m', 'requires: [a]') + model('n', 'server: b'),
    found: 'STW1240 #1/metadata/name',
    without: 'Server',
  },
  { text: sized('memory: 1Gi, format: onnx, requires: [a]'), found: 'STW1211 #0/spec/format' },
  {
    text:
      one +
      model('m', 'server: gpu') +
      server('gpu', 'runtime: triton, memory: 4Gi') +
      sized('memory: 1Gi, format: onnx').replace('name: m', 'name: n'),
    found: '',
  },
  {
    text:
      one +
      sized('memory: 1Gi, format: python, server: gpu') +
      server('gpu', 'runtime: triton, memory: 4Gi') +
      sized('memory: 1Gi, format: mlflow, server: gpu').replace('name: m', 'name: n'),
    found: 'STW1212 #3/spec/server',
    help: '`cpu` offers it',
  },
  {
    text:
      model('m', 'requires: [a, avx521]') + server('b', 'runtime: mlserver, memory: 4Gi, capabilities: [a, avx512]'),
    found: 'STW1213 #0/spec/requires/1',
    help: '`avx512`',
  },
  { text: model('m', 'requires: [avx]'), found: 'STW1213 #0/spec/requires/0', help: 'spec.capabilities' },
  {
    text:
      model('m', 'requires: [a], server: cpu') +
      model('n') +
      server('b', 'runtime: mlserver, memory: 4Gi, capabilities: [a]'),
    found: 'STW1213 #0/spec/requires/0',
  },
  { text: model('m', 'requires: [runtime=triton]'), found: 'STW1213 #0/spec/requires/0' },
  { text: model('m', 'replicas: 3'), found: 'STW1214 #0/spec/replicas', help: '`cpu` 3 replicas' },
  { text: model('m', 'replicas: {min: 2, max: 30}'), found: '' },
  { text: model('m', 'peak: 512Mi'), found: 'STW1215 #0/spec/peak' },
  { text: model('m', 'gpuMemory: 2Gi, gpuPeak: 1Gi'), found: 'STW1215 #0/spec/gpuPeak' },
  {
    text: sized('format: sklearn'),
    found: 'STW1215 sizes.yaml#0/models/m/peak',
    sizes: { m: { memory: 10, peak: 9 } },
  },
  { text: model('m', 'replicas: {min: 2, max: 1}'), found: 'STW1216 #0/spec/replicas/min' },
  {
    text: one + server('a', 'runtime: mlserver, memory: 4Gi, autoscale: {min: 3, max: 2}'),
    found: 'STW1216 #1/spec/autoscale/min',
  },
  {
    text: one + server('a', 'runtime: mlserver, memory: 4Gi, replicas: {min: 3, max: 2}'),
    found: 'STW1216 #1/spec/replicas/min',
  },
  {
    text:
      one +
      environment(
        'e',
        `stores: [{name: a, uri: 's3://example-models'}], defaults: {model: {replicas: {min: 2, max: 1}}}`,
      ),
    found: 'STW1216 #1/spec/defaults/model/replicas/min',
    without: 'Environment',
  },
  { text: one + server('a', 'runtime: mlserver, memory: 256Mi'), found: 'STW1217 #1/spec/memory', help: '256Mi' },
  {
    text:
      sized('format: python, memory: 1Gi') +
      server('b', 'runtime: triton, memory: 4Gi') +
      sized('memory: 1Gi, format: onnx').replace('name: m', 'name: n'),
    found: 'STW1218 #0/spec/format',
    help: 'requires: [runtime=mlserver]',
  },
  // One word for all models of the format.
  {
    text:
      ['p', 'q', 'r'].map((name) => sized('format: python, memory: 1Gi').replace('name: m', `name: ${name}`)).join('') +
      server('b', 'runtime: triton, memory: 4Gi'),
    found: 'STW1218 #0/spec/format, STW1219 #3/metadata/name',
  },
  {
    text:
      sized('format: python, memory: 1Gi, requires: [runtime=triton]') +
      server('b', 'runtime: triton, memory: 4Gi') +
      one,
    found: '',
  },
  {
    text:
      sized('format: {name: xgboost, version: 1}, memory: 1Gi') +
      server('b', 'runtime: triton, memory: 4Gi') +
      sized('memory: 1Gi, format: onnx').replace('name: m', 'name: n'),
    found: '',
  },
  { text: one + server('b', 'runtime: triton, memory: 4Gi'), found: 'STW1219 #1/metadata/name' },
  { text: server('b', 'runtime: triton, memory: 4Gi'), found: '' },
  ...(
    [
      ['hostNetwork: true', '/hostNetwork'],
      ['hostPID: true, hostIPC: false', '/hostPID'],
      ['serviceAccountName: default', '/serviceAccountName'],
      ['automountServiceAccountToken: true', '/automountServiceAccountToken'],
      ['securityContext: {runAsUser: 0}', '/securityContext/runAsUser'],
      ['securityContext: {runAsNonRoot: false}', '/securityContext/runAsNonRoot'],
      ['securityContext: {seccompProfile: {type: Unconfined}}', '/securityContext/seccompProfile/type'],
      ['securityContext: {sysctls: [{name: a}]}', '/securityContext/sysctls'],
      ['ephemeralContainers: []', '/ephemeralContainers'],
      ['shareProcessNamespace: true', '/shareProcessNamespace'],
      [
        'volumes: [{name: t, projected: {sources: [{configMap: {name: a}}, {serviceAccountToken: {path: t}}]}}]',
        '/volumes/0/projected/sources/1/serviceAccountToken',
      ],
    ] as const
  ).map(([spec, at]) => ({ text: one + pod(spec), found: `STW1220 #1/spec/pod${at}` })),
  ...(
    [
      ['securityContext: {privileged: true}', '/securityContext/privileged'],
      ['securityContext: {allowPrivilegeEscalation: true}', '/securityContext/allowPrivilegeEscalation'],
      ['securityContext: {runAsGroup: 1000}', '/securityContext/runAsGroup'],
      ['securityContext: {readOnlyRootFilesystem: false}', '/securityContext/readOnlyRootFilesystem'],
      ['securityContext: {procMount: Unmasked}', '/securityContext/procMount'],
      ['securityContext: {capabilities: {drop: [ALL], add: [NET_ADMIN]}}', '/securityContext/capabilities/add'],
      ['ports: [{containerPort: 8080, hostPort: 80}]', '/ports/0/hostPort'],
      ['lifecycle: {postStart: {tcpSocket: {host: a}}}', '/lifecycle/postStart/tcpSocket/host'],
      ['ports: [{containerPort: 8080, hostIP: 10.0.0.1}]', '/ports/0/hostIP'],
      ['securityContext: {capabilities: {drop: [NET_RAW]}}', '/securityContext/capabilities/drop'],
      ['securityContext: {runAsUser: "0"}', '/securityContext/runAsUser'],
    ] as const
  ).map(([spec, at]) => ({ text: one + container(spec), found: `STW1220 #1/spec/pod/containers/0${at}` })),
  {
    text:
      one +
      pod(
        'nodeSelector: {a: b}, tolerations: [], securityContext: {runAsUser: 20000, fsGroup: 10001}, containers: [{name: server, env: [{name: A, value: b}]}]',
      ),
    found: '',
  },
  {
    text: one + pod('containers: [{name: mlserver}]'),
    found: 'STW1221 #1/spec/pod/containers/0/name',
    help: '`server`',
  },
  { text: one + pod(`containers: [{name: exporter, image: 'a:1'}]`), found: '' },
  { text: one + pod(`containers: [{name: agent, image: 'a:1'}]`), found: 'STW1221 #1/spec/pod/containers/0/name' },
  {
    text: one + pod(`initContainers: [{name: envoy, image: 'a:1'}]`),
    found: 'STW1221 #1/spec/pod/initContainers/0/name',
  },
  {
    text: one + pod(`initContainers: [{name: server, image: 'a:1'}]`),
    found: 'STW1221 #1/spec/pod/initContainers/0/name',
  },
  {
    text: one + pod(`containers: [{name: a, image: 'a:1'}], initContainers: [{name: a, image: 'a:1'}]`),
    found: 'STW1221 #1/spec/pod/initContainers/0/name',
  },
  {
    text: one + pod(`containers: [{name: a, image: 'a:1', ports: [{containerPort: 8080}]}]`),
    found: 'STW1222 #1/spec/pod/containers/0/ports/0/containerPort',
  },
  {
    text: one + pod(`containers: [{name: a, image: 'a:1', ports: [{containerPort: 18400}]}]`),
    found: 'STW1222 #1/spec/pod/containers/0/ports/0/containerPort',
    help: '18400',
  },
  { text: one + container('ports: [{containerPort: 8080}, {containerPort: 9090}]'), found: '' },
  {
    text: one + environment('e', `stores: [{name: a, uri: 's3://example-models'}], gateway: {ports: {grpc: 8080}}`),
    found: 'STW1222 #1/spec/gateway/ports/grpc',
    without: 'Environment',
  },
  {
    text: `${one}${head('Runtime', 'r')}spec: {formats: [{name: a}], image: 'a:1', ports: {http: 9000, grpc: 9000}}`,
    found: 'STW1222 #1/spec/ports/grpc',
  },
  { text: one + container('resources: {requests: {memory: 4Gi}, limits: {memory: 4096Mi, cpu: 2}}'), found: '' },
  {
    text: one + container('resources: {limits: {memory: 5Gi}}'),
    found: 'STW1223 #1/spec/pod/containers/0/resources/limits/memory',
  },
  {
    text: one + container('resources: {limits: {nvidia.com/gpu: 1}}'),
    found: 'STW1223 #1/spec/pod/containers/0/resources/limits/nvidia.com~1gpu',
    help: 'spec.gpu',
  },
  {
    text:
      one +
      server(
        'g',
        'runtime: mlserver, memory: 4Gi, gpu: {memory: 8Gi}, pod: {containers: [{name: server, resources: {limits: {nvidia.com/gpu: 2}}}]}',
      ),
    found: 'STW1223 #1/spec/pod/containers/0/resources/limits/nvidia.com~1gpu',
    help: 'more replicas',
  },
  {
    text: one + container('resources: {requests: {cpu: 2}}'),
    found: 'STW1223 #1/spec/pod/containers/0/resources/requests/cpu',
    help: 'spec.cpu',
  },
  {
    text: one + container('resources: {limits: {cpu: 500m}}'),
    found: 'STW1223 #1/spec/pod/containers/0/resources/limits/cpu',
  },
  { text: one + server('stowage-x', 'runtime: mlserver, memory: 4Gi'), found: 'STW1224 #1/metadata/name' },
  { text: one + server('kubernetes', 'runtime: mlserver, memory: 4Gi'), found: 'STW1224 #1/metadata/name' },
  ...['mlserver', 'mlserver:latest', 'localhost:5000/mlserver', 'a@sha256:12'].map((image) => ({
    text: one + container(`image: '${image}'`),
    found: 'STW1225 #1/spec/pod/containers/0/image',
  })),
  { text: one + container(`image: 'localhost:5000/mlserver:1@sha256:${'0'.repeat(64)}'`), found: '' },
  { text: `${one}${head('Runtime', 'r')}spec: {formats: [{name: a}], image: a}`, found: 'STW1225 #1/spec/image' },
  {
    text: one + sized('format: generic, memory: 1Gi') + server('g', 'runtime: generic, memory: 4Gi'),
    found: 'STW1226 #2/spec/runtime',
    help: 'spec.images.runtimes.generic',
  },
  {
    text:
      one +
      sized('format: generic, memory: 1Gi') +
      server('g', `runtime: generic, memory: 4Gi, pod: {containers: [{name: server, image: 'a:1'}]}`),
    found: '',
  },
  { text: one + model('m', 'tenant: a'), found: 'STW1227 #1/spec/tenant' },
  { text: one + model('m', 'tenant: a, server: cpu'), found: 'STW1227 #1/spec/tenant' },
  { text: one + model('m', 'tenant: a') + server('b', 'runtime: mlserver, memory: 4Gi, tenant: a'), found: '' },
  {
    text: one + container('env: [{name: MLSERVER_PARALLEL_WORKERS, value: many}]'),
    found: 'STW1228 #1/spec/pod/containers/0/env/0/value',
  },
  {
    text: one + container('env: [{name: MLSERVER_PARALLEL_WORKERS, valueFrom: {}}]'),
    found: 'STW1228 #1/spec/pod/containers/0/env/0/value',
  },
  {
    text: one + server('b', 'runtime: mlserver, memory: 4Gi, capabilities: [a, tenant=x]'),
    found: 'STW1229 #1/spec/capabilities/1',
  },
  {
    text: one + server('b', 'runtime: mlserver, memory: 4Gi, capabilities: [runtime=x]'),
    found: 'STW1229 #1/spec/capabilities/0',
  },
  { text: model('m', 'requires: [tenant=x]'), found: 'STW1229 #0/spec/requires/0' },
  {
    text: one + server('b', 'runtime: mlserver, memory: 4Gi, disk: 20Gi, cache: {size: 10Gi}'),
    found: 'STW1230 #1/spec/disk',
  },
  { text: one + server('b', 'runtime: mlserver, memory: 4Gi, disk: 20Gi, cache: {storageClass: ssd}'), found: '' },
  {
    text:
      one +
      sized('format: generic, memory: 1Gi') +
      ['g', 'h']
        .map((name) => server(name, `runtime: generic, memory: 4Gi, pod: {containers: [{name: server, image: 'a:1'}]}`))
        .join(''),
    found: 'STW1231 #1/metadata/name',
    help: '`g` or `h`',
  },
  {
    text:
      one +
      sized('format: generic, memory: 1Gi, residency: onDemand') +
      server('g', `runtime: generic, memory: 4Gi, pod: {containers: [{name: server, image: 'a:1'}]}`),
    found: 'STW1232 #1/spec/residency',
    help: 'always',
  },
  ...(
    [
      ['nodeSelecter: {a: b}', '/nodeSelecter', '`nodeSelector`'],
      ['containers: [{name: server, resorces: {}}]', '/containers/0/resorces', '`resources`'],
      ['tolerations: [{key: a, efect: NoSchedule}]', '/tolerations/0/efect', '`effect`'],
      ['fieldOfTheFuture: {}', '/fieldOfTheFuture', 'newer'],
    ] as const
  ).map(([spec, at, help]) => ({ text: one + pod(spec), found: `STW1233 #1/spec/pod${at} (key)`, help })),
  ...(
    [
      ['terminationGracePeriodSeconds: soon', '/terminationGracePeriodSeconds', 'whole number'],
      ['tolerations: 7', '/tolerations', 'list'],
      ['tolerations: [7]', '/tolerations/0', 'mapping'],
      ['nodeSelector: [a]', '/nodeSelector', 'mapping'],
      ['nodeSelector: {gpu: true}', '/nodeSelector/gpu', '"true"'],
      ['volumes: {a: b}', '/volumes', 'list'],
      ['volumes: null', '/volumes', 'Remove'],
      ['volumes: [{emptyDir: {}}]', '/volumes/0', 'name'],
      ['containers: [{name: server, args: [--threads, 4]}]', '/containers/0/args/1', '"4"'],
      ['containers: [{name: server, env: [{name: A, value: 4}]}]', '/containers/0/env/0/value', '"4"'],
      ['containers: [{name: server, env: [{value: b}]}]', '/containers/0/env/0', 'name'],
      ['containers: [{name: server, image: null}]', '/containers/0/image', 'Remove'],
      ['containers: [{name: server, volumeMounts: null}]', '/containers/0/volumeMounts', 'Remove'],
    ] as const
  ).map(([spec, at, help]) => ({ text: one + pod(spec), found: `STW1234 #1/spec/pod${at}`, help })),
  { text: one + pod('affinity: null, containers: [{name: server, args: null}]'), found: '' },
  ...(
    [
      ['hostPath: {path: /}', 'hostPath', 'persistentVolumeClaim'],
      ['nfs: {server: a, path: /}', 'nfs', 'persistentVolumeClaim'],
      ['emptydir: {}', 'emptydir', '`emptyDir`'],
    ] as const
  ).map(([type, field, help]) => ({
    text: one + pod(`volumes: [{name: mine, ${type}}]`),
    found: `STW1235 #1/spec/pod/volumes/0/${field} (key)`,
    help,
  })),
  ...['plan', 'config', 'cache', 'run', 'internal-tls', 'tmp-server', 'store-a'].map((name) => ({
    text: one + pod(`volumes: [{name: ${name}, emptyDir: {}}]`),
    found: 'STW1236 #1/spec/pod/volumes/0/name',
    help: `my-${name}`,
  })),
  {
    text: one + pod('volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]'),
    found: 'STW1236 #1/spec/pod/volumes/1/name',
  },
  ...['plan', 'config', 'cache', 'run', 'internal-tls', 'store-artifacts'].map((name) => ({
    text: one + container(`volumeMounts: [{name: ${name}, mountPath: /x}]`),
    found: 'STW1237 #1/spec/pod/containers/0/volumeMounts/0/name',
    help: 'agent and Envoy',
  })),
  {
    text: one + pod(`containers: [{name: logs, image: 'a:1', volumeMounts: [{name: tmp-server, mountPath: /x}]}]`),
    found: 'STW1237 #1/spec/pod/containers/0/volumeMounts/0/name',
  },
  {
    text:
      one +
      pod(
        'volumes: [{name: features, emptyDir: {}}], containers: [{name: server, volumeMounts: [{name: featurs, mountPath: /x}]}]',
      ),
    found: 'STW1237 #1/spec/pod/containers/0/volumeMounts/0/name',
    help: '`features`',
  },
  ...['/var/stowage', '/var/stowage/repository/', '/var', '/', '/x/../var/stowage'].map((path) => ({
    text:
      one +
      pod(
        `volumes: [{name: mine, emptyDir: {}}], containers: [{name: server, volumeMounts: [{name: mine, mountPath: ${path}}]}]`,
      ),
    found: 'STW1237 #1/spec/pod/containers/0/volumeMounts/0/mountPath',
  })),
  {
    text:
      one +
      pod(
        'volumes: [{name: mine, emptyDir: {}}], containers: [{name: server, volumeMounts: [{name: mine, mountPath: /tmp}, {name: mine, mountPath: /variant}]}]',
      ),
    found: '',
  },
  ...(
    [
      ['volumes: [{name: a, secret: {secretName: key}}]', '/volumes/0/secret/secretName'],
      [
        'volumes: [{name: a, projected: {sources: [{secret: {name: tls}}]}}]',
        '/volumes/0/projected/sources/0/secret/name',
      ],
      ['containers: [{name: server, envFrom: [{secretRef: {name: web}}]}]', '/containers/0/envFrom/0/secretRef/name'],
      [
        'containers: [{name: server, env: [{name: A, valueFrom: {secretKeyRef: {name: key, key: a}}}]}]',
        '/containers/0/env/0/valueFrom/secretKeyRef/name',
      ],
    ] as const
  ).map(([spec, at]) => ({
    text:
      one +
      pod(spec) +
      environment(
        'e',
        `stores: [{name: a, uri: 's3://example-models', secret: key}], tls: {internalSecret: tls, gatewaySecret: web}`,
      ),
    found: `STW1238 #1/spec/pod${at}`,
    without: 'Environment' as const,
  })),
  { text: one + pod('volumes: [{name: a, secret: {secretName: mine}}]'), found: '' },
  ...(
    [
      ['securityContext: {fsGroup: 20000}', '/securityContext/fsGroup'],
      ['securityContext: {fsGroupChangePolicy: Always}', '/securityContext/fsGroupChangePolicy'],
      ['restartPolicy: Never', '/restartPolicy'],
      ['enableServiceLinks: true', '/enableServiceLinks'],
      ['hostname: a', '/hostname'],
      ['terminationGracePeriodSeconds: 30', '/terminationGracePeriodSeconds'],
      ['containers: [{name: server, livenessProbe: {exec: {command: [a]}}}]', '/containers/0/livenessProbe/exec'],
      // Of a field that must go as a whole, nothing more is said.
      [
        'containers: [{name: server, livenessProbe: {httpGet: {host: a, port: 1}}}]',
        '/containers/0/livenessProbe/httpGet',
      ],
      ['containers: [{name: server, lifecycle: {preStop: {sleep: {seconds: 1}}}}]', '/containers/0/lifecycle/preStop'],
      ['containers: [{name: server, env: [{name: MLSERVER_HOST, value: 0.0.0.0}]}]', '/containers/0/env/0'],
      ['containers: [{name: server, env: [{name: MLSERVER_HTTP_PORT, value: "80"}]}]', '/containers/0/env/0'],
      ['containers: [{name: server, env: [{name: MLSERVER_GRPC_PORT, valueFrom: {}}]}]', '/containers/0/env/0'],
    ] as const
  ).map(([spec, at]) => ({ text: one + pod(spec), found: `STW1239 #1/spec/pod${at}` })),
  {
    text:
      one +
      pod(
        'terminationGracePeriodSeconds: 3600, containers: [{name: server, livenessProbe: {periodSeconds: 20}, env: [{name: MLSERVER_HTTP_PORT, value: "8080"}]}]',
      ),
    found: '',
  },
  { text: model('m', 'limits: {timeout: 61s}'), found: 'STW1241 #0/spec/limits/timeout', help: '61s' },
  { text: model('m', 'limits: {timeout: 1m}'), found: '' },
  {
    text:
      one +
      environment(
        'e',
        `stores: [{name: a, uri: 's3://example-models'}], defaults: {model: {limits: {timeout: 5m}}}, gateway: {requestTimeout: 2m}`,
      ),
    found: 'STW1241 #1/spec/defaults/model/limits/timeout',
    without: 'Environment',
    help: '300s',
  },
  {
    text: one + environment('e', `stores: [{name: a, uri: 's3://example-models'}], gateway: {maxRequest: 200Mi}`),
    found: 'STW1242 #1/spec/gateway/maxRequest',
    without: 'Environment',
    help: '800Mi',
  },
  ...(
    [
      // Hosts that one proxy would serve twice; two proxies may, so that one can take the place of the other.
      [`ingress: [{name: a, class: nginx, hosts: [a.b, a.b]}]`, 'STW1250 #1/spec/exposure/ingress/0/hosts/1'],
      [
        `gatewayApi: [{name: a, gateway: {name: g}, hosts: [a.b], grpcHosts: [a.b]}]`,
        'STW1250 #1/spec/exposure/gatewayApi/0/grpcHosts/0',
        'hosts of their own',
      ],
      [
        `ingress: [{name: b, class: x, hosts: [a.b]}, {name: a, class: x, hosts: [a.b]}]`,
        'STW1250 #1/spec/exposure/ingress/0/hosts/0',
      ],
      [
        `ingress: [{name: a, class: x, hosts: [a.b]}, {name: b, class: y, hosts: [a.b]}], istio: [{name: a, gateway: {name: x}, hosts: [a.b]}]`,
        '',
      ],
      // One Gateway has many listeners, one Traefik many entry points.
      ...(
        [
          ['gatewayApi', 'gateway: {name: g, listener: x}', 'gateway: {name: g, listener: y}', false],
          ['gatewayApi', 'gateway: {name: g, listener: x}', 'gateway: {name: g, listener: x}', true],
          ['gatewayApi', 'gateway: {name: g, listener: x}', 'gateway: {name: g}', true],
          ['gatewayApi', 'gateway: {name: g}', 'gateway: {name: g, namespace: n}', false],
          ['traefik', 'entryPoints: [x, y]', 'entryPoints: [z]', false],
          ['traefik', 'entryPoints: [x, y]', 'entryPoints: [z, y]', true],
          ['traefik', 'entryPoints: [x]', 'class: traefik', true],
          ['traefik', 'class: traefik', 'class: traefik', true],
          ['traefik', 'class: other', 'class: traefik', false],
          ['traefik', 'class: other', 'tls: {secret: s}', false],
          ['ambassador', 'ambassadorId: default', 'annotations: {}', true],
          ['ambassador', 'ambassadorId: other', 'annotations: {}', false],
        ] as const
      ).map(
        ([form, first, second, clash]) =>
          [
            `${form}: [{name: a, hosts: [a.b], ${first}}, {name: b, hosts: [a.b], ${second}}]`,
            clash ? `STW1250 #1/spec/exposure/${form}/1/hosts/0` : '',
          ] as const,
      ),
      [`traefik: [{name: a, hosts: [a.b]}, {name: a, hosts: [c.d]}]`, 'STW1203 #1/spec/exposure/traefik/1/name'],
      // An Ingress and the gateway that do not speak the same.
      [
        `ingress: [{name: a, class: nginx, hosts: [a.b], grpcHosts: [c.d], grpcAnnotations: {nginx.ingress.kubernetes.io/backend-protocol: GRPCS}}]`,
        'STW1251 #1/spec/exposure/ingress/0',
        'without TLS',
      ],
      [
        `ingress: [{name: a, class: nginx, hosts: [a.b], annotations: {nginx.ingress.kubernetes.io/backend-protocol: HTTP}}]}, tls: {gatewaySecret: s`,
        'STW1251 #1/spec/exposure/ingress/0',
        'HTTPS',
      ],
      [
        `ingress: [{name: a, class: nginx, hosts: [a.b], grpcHosts: [c.d], annotations: {nginx.ingress.kubernetes.io/backend-protocol: HTTPS}, grpcAnnotations: {nginx.ingress.kubernetes.io/backend-protocol: GRPCS}}]}, tls: {gatewaySecret: s`,
        '',
      ],
      [
        `ingress: [{name: a, class: nginx, hosts: [a.b]}]}, tls: {gatewaySecret: s`,
        'STW1251 #1/spec/exposure/ingress/0',
        'plain text unless',
      ],
      [
        `ingress: [{name: a, class: traefik, hosts: [a.b]}]}, gateway: {annotations: {traefik.ingress.kubernetes.io/service.serversscheme: https}}, tls: {gatewaySecret: s`,
        '',
      ],
      // Issuers and authorities with nothing to do.
      [`}, tls: {issuer: {name: i}`, 'STW1252 #1/spec/tls/issuer'],
      [`}, tls: {issuer: {name: i}, internalIssuer: {name: j}, internalSecret: s`, 'STW1252 #1/spec/tls/issuer'],
      [
        `}, tls: {issuer: {name: i}, internalIssuer: {name: j}, gatewaySecret: s`,
        'STW1252 #1/spec/tls/internalIssuer',
        'mutual',
      ],
      [`}, tls: {gatewayAuthority: a, internalSecret: s`, 'STW1252 #1/spec/tls/gatewayAuthority'],
      [`}, tls: {issuer: {name: i}, internalSecret: s`, ''],
      // Secrets over which two certificates would fight.
      [`}, tls: {issuer: {name: i}, internalSecret: s, gatewaySecret: s`, 'STW1253 #1/spec/tls/internalSecret'],
      [`}, tls: {internalSecret: s, gatewaySecret: s`, ''],
      [
        `traefik: [{name: a, hosts: [a.b], tls: {secret: s, issuer: {name: i}}}], ingress: [{name: a, class: c, hosts: [a.b], tls: {secret: s, issuer: {name: i}}}]`,
        'STW1253 #1/spec/exposure/traefik/0/tls/secret',
      ],
      [
        `traefik: [{name: a, hosts: [a.b], tls: {secret: s}}], ingress: [{name: a, class: c, hosts: [a.b], tls: {secret: s, issuer: {name: i}}}]`,
        '',
      ],
      // Labels that would take the place of ours.
      ...Object.values(labelKeys).map(
        (label) =>
          [
            `}, observability: {prometheus: {namespace: m, labels: {release: a, ${label}: b}}`,
            `STW1261 #1/spec/observability/prometheus/labels/${label.replace('/', '~1')} (key)`,
            'another label',
          ] as const,
      ),
      [
        `}, observability: {dashboard: {labels: {stowage.dev/any: b}}`,
        'STW1261 #1/spec/observability/dashboard/labels/stowage.dev~1any (key)',
      ],
    ] as const
  ).map(([spec, found, help]) => ({
    text: one + environment('e', `stores: [{name: a, uri: 's3://example-models'}], exposure: {${spec}}`),
    found,
    without: 'Environment' as const,
    ...(help !== undefined && { help }),
  })),
  {
    text: `${one}${server('auto', 'runtime: mlserver, memory: 4Gi, autoscale: {min: 2, max: 2, inFlight: 4}')}`,
    found: 'STW1271 #1/spec/autoscale/max',
    help: 'Raise `max`',
  },
  {
    text: `${one}${server('auto', 'runtime: mlserver, memory: 4Gi, autoscale: {min: 2, max: 2}')}`,
    found: '',
  },
  {
    text: `${one}${server('auto', 'runtime: mlserver, memory: 4Gi, autoscale: {max: 3, cpu: 70, requestsPerSecond: 5}')}`,
    found: 'STW1272 #1/spec/autoscale/max',
    help: 'further copies',
  },
  {
    text: `${model('one', 'replicas: {min: 1, max: 2}')}${server('auto', 'runtime: mlserver, memory: 4Gi, autoscale: {max: 3, inFlight: 5}')}`,
    found: '',
  },
  {
    text: `${one}${server('auto', 'runtime: mlserver, memory: 4Gi, autoscale: {max: 3}')}`,
    found: 'STW1273 #1/spec/autoscale (key)',
    help: '`replicas: { min: 1, max: 3 }` instead',
  },
  { text: `${one}${server('auto', 'runtime: mlserver, memory: 4Gi, replicas: {max: 3}')}`, found: '' },
  // Each fault of a pod is told in one pass.
  {
    text:
      one +
      pod(
        'hostNetwork: true, nodeSelecter: {}, tolerations: 7, volumes: [{name: cache, hostPath: {path: /}}], containers: [{name: server, resources: {limits: {memory: 8Gi}}, volumeMounts: [{name: run, mountPath: /x}]}]',
      ),
    found: [
      'STW1223 #1/spec/pod/containers/0/resources/limits/memory',
      'STW1237 #1/spec/pod/containers/0/volumeMounts/0/name',
      'STW1220 #1/spec/pod/hostNetwork',
      'STW1233 #1/spec/pod/nodeSelecter (key)',
      'STW1234 #1/spec/pod/tolerations',
      'STW1235 #1/spec/pod/volumes/0/hostPath (key)',
      'STW1236 #1/spec/pod/volumes/0/name',
    ].join(', '),
  },
];

test.each(table.map((row) => [row.found, row.text.replaceAll('\n', ' '), row] as const))('%s: %s', (_f, _t, row) => {
  const inputs = base.filter(({ value }) => value['kind'] !== row.without);
  const sizes = row.sizes && { origin: { file: 'sizes.yaml', document: 0 }, models: row.sizes };
  const { fleet, found } = compile([...inputs, ...documents(row.text)], sizes);
  const short = summary(found).map((line) =>
    line.replace('specs/example.yaml#', row.found.includes('specs/example') ? 'specs/example.yaml#' : '#'),
  );
  expect(short.join(', ')).toBe(row.found);
  if (row.help !== undefined) expect(found[0]?.help).toContain(row.help);
  for (const { message, help, related } of found) {
    for (const text of [message, help ?? '', ...related.map((each) => each.message)]) {
      expect(text).not.toMatch(/hunter2|undefined|\[object|NaN|Infinity|\n/);
    }
    expect(help).not.toBe(undefined);
    expect(message).toMatch(/^[A-Z`].*[^.]$/);
    expect(help).toMatch(/^[A-Z`].*[.?]$/);
    for (const each of related) expect(each.message).toMatch(/^[a-z`].*[^.]$/);
  }
  expect(fleet === undefined).toBe(found.some(({ severity }) => severity === 'error'));
});

test('the table has every code', () => {
  const codes = new Set(table.flatMap(({ found }) => found.match(/STW[0-9]+/g) ?? []));
  expect([...codes].sort()).toEqual(Object.keys(linkCodes).sort());
});

test('of two Environments, the one that is compiled is right', () => {
  const found = (expected?: string): readonly string[] => {
    const diagnostics = new Diagnostics();
    link(readDialects([...base, ...documents(environment('other'))], diagnostics), undefined, diagnostics, expected);
    return summary(diagnostics.list());
  };
  expect(found('other')).toEqual(['STW1202 specs/environment.yaml#0/metadata/name']);
  expect(found('test')).toEqual(['STW1202 specs/example.yaml#0/metadata/name']);
});

test('sizes that cannot be read make no model one without a size', () => {
  const diagnostics = new Diagnostics();
  const [document] = documents('models: {m: {memory: many}}', 'sizes.yaml');
  const sizes = document && readSizes(document, diagnostics);
  link(readDialects([...base, ...documents(sized('format: sklearn'))], diagnostics), sizes, diagnostics);
  expect(summary(diagnostics.list())).toEqual(['STW1114 sizes.yaml#0/models/m/memory']);
});
