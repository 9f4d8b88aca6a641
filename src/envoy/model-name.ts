import { clusters, headers } from '../names/index.ts';
import { grpcService, modelMethods, openInferenceDescriptorSet } from './open-inference-descriptor.ts';
import { extension } from './typed.ts';
import type { HttpFilter } from './types.ts';

/**
 * The filters by which the gateway finds out which model a request names, and writes it to a header that the route
 * table is keyed by. Places that can name a model, lowest priority first, since a later rule overwrites an earlier:
 * the path, the gRPC body, `mm-model-id`, `mm-vmodel-id`, `seldon-model`.
 */
const namingHeaders = ['mm-model-id', 'mm-vmodel-id', 'seldon-model'] as const;

/** Dynamic metadata in which the parts are gathered. */
const namespace = 'stowage';
const keys = { model: 'model', suffix: 'suffix' } as const;

const grpcBodyHeader = 'x-stowage-grpc-model';
const grpcExtraction = 'envoy.filters.http.grpc_field_extraction';

export function httpModelNameFilters(): readonly HttpFilter[] {
  return [
    stripForged([append(headers.cluster, clusters.serversHttp)]),
    toMetadata([
      rule(':path', keys.model, { pattern: '^(?:/v2/models/([^/?]+))?.*$', keep: '\\1' }),
      ...namingHeaders.map((name) => rule(name, keys.model)),
      // Without the query, which Envoy keeps by itself.
      rule(':path', keys.suffix, { pattern: '^(?:/v2/models/[^/?]+(/[^?]*)?)?.*$', keep: '\\1' }),
    ]),
    fromMetadata([
      [headers.model, keys.model],
      [headers.suffix, keys.suffix],
    ]),
    chooseRouteAgain(),
  ];
}

export function grpcModelNameFilters(): readonly HttpFilter[] {
  return [
    extension(grpcExtraction, `${grpcExtraction.replace('envoy.', 'envoy.extensions.')}.v3.GrpcFieldExtractionConfig`, {
      descriptor_set: { inline_bytes: openInferenceDescriptorSet() },
      extractions_by_method: Object.fromEntries(
        modelMethods.map(({ method, field }) => [
          `${grpcService}.${method}`,
          { request_field_extractions: { [field]: { metadata_key: 'model_name' } } },
        ]),
      ),
    }),
    stripForged([
      append(headers.cluster, clusters.serversGrpc),
      append(headers.path, '%REQ(:PATH)%'),
      append(grpcBodyHeader, `%DYNAMIC_METADATA(${grpcExtraction}:model_name)%`),
    ]),
    toMetadata([
      // The extracted value is written as a list: ["name"].
      rule(grpcBodyHeader, keys.model, { pattern: '^(?:\\["(.*)"\\])?.*$', keep: '\\1' }),
      ...namingHeaders.map((name) => rule(name, keys.model)),
    ]),
    fromMetadata([[headers.model, keys.model]]),
    chooseRouteAgain(),
  ];
}

interface Rewrite {
  readonly pattern: string;
  readonly keep: string;
}

function rule(headerName: string, key: string, rewrite?: Rewrite): object {
  return {
    header: headerName,
    on_header_present: {
      metadata_namespace: namespace,
      key,
      ...(rewrite && {
        regex_value_rewrite: { pattern: { regex: rewrite.pattern }, substitution: rewrite.keep },
      }),
    },
  };
}

function toMetadata(rules: readonly object[]): HttpFilter {
  const name = 'envoy.filters.http.header_to_metadata';
  return extension(name, 'envoy.extensions.filters.http.header_to_metadata.v3.Config', { request_rules: rules });
}

function fromMetadata(pairs: readonly (readonly [header: string, key: string])[]): HttpFilter {
  return mutate(
    'stowage.set_model',
    pairs.map(([name, key]) => append(name, `%DYNAMIC_METADATA(${namespace}:${key})%`)),
  );
}

/** Takes off what a client must not say to us or to Envoy, then makes the given changes. */
function stripForged(then: readonly object[]): HttpFilter {
  const forged = ['x-stowage-', 'x-envoy-'].map((prefix) => ({ remove_on_match: { key_matcher: { prefix } } }));
  return mutate('stowage.strip_forged', [...forged, ...then]);
}

function append(key: string, value: string): object {
  return { append: { header: { key, value }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' } };
}

function mutate(name: string, mutations: readonly object[]): HttpFilter {
  return extension(name, 'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', {
    mutations: { request_mutations: mutations },
  });
}

/** The route was chosen when the request's headers came in, before the model was known. */
function chooseRouteAgain(): HttpFilter {
  return extension('envoy.filters.http.set_filter_state', 'envoy.extensions.filters.http.set_filter_state.v3.Config', {
    on_request_headers: [
      {
        object_key: 'stowage.model',
        factory_key: 'envoy.string',
        format_string: { text_format_source: { inline_string: `%REQ(${headers.model})%` } },
      },
    ],
    clear_route_cache: true,
  });
}
