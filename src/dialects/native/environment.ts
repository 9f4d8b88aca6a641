import { byCodeUnit } from '../../diagnostics/index.ts';
import type { Cache, Defaults, EnvironmentPart, Gateway, Observability } from '../../ir/index.ts';
import type { Longest } from '../amounts.ts';
import { defined } from '../defined.ts';
import { environmentDefaults } from './defaults.ts';
import type { EnvironmentDocument } from './environment.gen.ts';
import { exposurePart, issuer } from './exposure.ts';
import { limits, replicaRange } from './model.ts';
import { nodeOrigin, type Subject, sortedItems } from './subject.ts';
import { withoutSlash } from './uri.ts';

type Spec = EnvironmentDocument['spec'];

export function environmentPart(spec: Spec, subject: Subject): EnvironmentPart {
  const stores = sortedItems(spec.stores ?? [], '/spec/stores', (a, b) => byCodeUnit(a.name, b.name));
  const exposure = exposurePart(spec);
  return {
    name: subject.name,
    origin: nodeOrigin(subject, { ...stores.fields, ...exposure.fields }),
    namespace: spec.namespace,
    stores: stores.items.map(({ name, uri, secret, port }) => defined({ name, uri: withoutSlash(uri), secret, port })),
    images: {
      stowage: spec.images?.stowage ?? environmentDefaults.images.stowage,
      envoy: spec.images?.envoy ?? environmentDefaults.images.envoy,
    },
    runtimeImages: spec.images?.runtimes ?? {},
    gateway: gateway(spec.gateway ?? {}, subject),
    exposure: exposure.exposure,
    tls: defined({
      gatewaySecret: spec.tls?.gatewaySecret,
      gatewayAuthority: spec.tls?.gatewayAuthority,
      internalSecret: spec.tls?.internalSecret,
      issuer: spec.tls?.issuer && issuer(spec.tls.issuer),
      internalIssuer: spec.tls?.internalIssuer && issuer(spec.tls.internalIssuer),
    }),
    keda: { ...environmentDefaults.keda, ...spec.keda },
    observability: observability(spec.observability ?? {}, subject),
    defaults: defaults(spec.defaults ?? {}, subject),
    policy: { ...environmentDefaults.policy, ...spec.policy },
  };
}

function gateway(spec: NonNullable<Spec['gateway']>, { amounts }: Subject): Gateway {
  const absent = environmentDefaults.gateway;
  const at = '/spec/gateway';
  return {
    replicas: spec.replicas ?? absent.replicas,
    ports: { ...absent.ports, ...spec.ports },
    service: spec.service ?? absent.service,
    annotations: spec.annotations ?? absent.annotations,
    retryBufferBytes:
      spec.retryBuffer === undefined ? absent.retryBufferBytes : amounts.bytes(`${at}/retryBuffer`, spec.retryBuffer),
    maxRequestBytes:
      spec.maxRequest === undefined ? absent.maxRequestBytes : amounts.bytes(`${at}/maxRequest`, spec.maxRequest),
    maxConnections: spec.maxConnections ?? absent.maxConnections,
    requestTimeout:
      spec.requestTimeout === undefined
        ? absent.requestTimeout
        : amounts.seconds(`${at}/requestTimeout`, spec.requestTimeout),
    resources: {
      cpu:
        spec.resources?.cpu === undefined
          ? absent.resources.cpu
          : amounts.millicores(`${at}/resources/cpu`, spec.resources.cpu),
      memory:
        spec.resources?.memory === undefined
          ? absent.resources.memory
          : amounts.mebibytes(`${at}/resources/memory`, spec.resources.memory, 'down'),
    },
    planShards: spec.planShards ?? absent.planShards,
  };
}

/** Alerts look at the last five minutes: of the scrapes in them some may fail, and two have to be left. */
const longestInterval: Longest = { seconds: 60, text: '1m' };

function observability(
  { prometheus, dashboard, degradedAfter }: NonNullable<Spec['observability']>,
  { amounts }: Subject,
): Observability {
  const absent = environmentDefaults.prometheus;
  return defined({
    prometheus: prometheus && {
      ...absent,
      ...prometheus,
      interval:
        prometheus.interval === undefined
          ? absent.interval
          : amounts.seconds('/spec/observability/prometheus/interval', prometheus.interval, longestInterval),
    },
    dashboard: dashboard && { labels: dashboard.labels ?? environmentDefaults.dashboardLabels },
    degradedAfter:
      degradedAfter === undefined ? undefined : amounts.seconds('/spec/observability/degradedAfter', degradedAfter),
  });
}

function defaults(spec: NonNullable<Spec['defaults']>, { amounts }: Subject): Defaults {
  const { model = {}, server = {} } = spec;
  const at = '/spec/defaults';
  const cache: Cache | undefined = server.cache && {
    size:
      server.cache.size === undefined
        ? cacheSize
        : amounts.mebibytes(`${at}/server/cache/size`, server.cache.size, 'down'),
    ...defined({ storageClass: server.cache.storageClass }),
  };
  return {
    model: defined({
      replicas: model.replicas === undefined ? undefined : replicaRange(model.replicas),
      residency: model.residency,
      update: model.update,
      limits: model.limits && limits(model.limits, `${at}/model/limits`, amounts),
    }),
    server: defined({
      overcommit: server.overcommit,
      cache,
      cpu: server.cpu === undefined ? undefined : amounts.millicores(`${at}/server/cpu`, server.cpu),
    }),
  };
}

/** MiB, where an Environment's default cache has a class but no size. */
const cacheSize = 10 * 1024;
