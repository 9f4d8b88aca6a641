import { headers } from '../names/index.ts';
import { toRoute } from './matchers.ts';

/**
 * Envoy's own answers, each in its protocol's form: over HTTP `{"error": "…"}`, over gRPC a status and a message. The
 * JSON is built by Envoy's formatter, which escapes what a client sent.
 */

const statusIs = (status: number) => ({
  status_code_filter: { comparison: { op: 'EQ', value: { default_value: status, runtime_key: `stowage.${status}` } } },
});

const hasModel = { header_filter: { header: { name: headers.model, present_match: true } } };
const unknownModel = { and_filter: { filters: [statusIs(404), hasModel] } };
const noModel = {
  and_filter: {
    filters: [statusIs(404), { header_filter: { header: { ...hasModel.header_filter.header, invert_match: true } } }],
  },
};
const unknownModelText = `model %REQ(${headers.model})% is not known here`;

/** Every pod that the route lists was tried, or none of them is there. */
const noPodLeft = { and_filter: { filters: [{ response_flag_filter: { flags: ['UH'] } }, hasModel] } };
const noPodLeftText = `no copy of model %REQ(${headers.model})% can be reached`;
const body = '%LOCAL_REPLY_BODY%';

/** Clients are told to come again for what may pass; a reason for longer is the route's to give. */
const comeAgain = [{ header: { key: 'retry-after', value: '1' }, append_action: 'ADD_IF_ABSENT' }];

const plainJson = { text_format_source: { inline_string: body }, content_type: 'application/json' };
const plainText = { text_format_source: { inline_string: body } };

export const httpLocalReplies = {
  mappers: [
    // What is no fault is written by its route as it should be.
    { filter: statusIs(200), body_format_override: plainJson },
    { filter: unknownModel, body_format_override: { json_format: { error: unknownModelText } } },
    { filter: noPodLeft, body_format_override: { json_format: { error: noPodLeftText } }, headers_to_add: comeAgain },
    { filter: statusIs(503), headers_to_add: comeAgain },
  ],
  body_format: { json_format: { error: body } },
} as const;

export const grpcLocalReplies = {
  mappers: [
    {
      filter: unknownModel,
      body_format_override: { text_format_source: { inline_string: unknownModelText } },
      // 5 is NOT_FOUND; by itself Envoy would make UNIMPLEMENTED of a 404.
      headers_to_add: [{ header: { key: 'grpc-status', value: '5' }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' }],
    },
    {
      filter: noModel,
      body_format_override: { text_format_source: { inline_string: 'the request names no model' } },
    },
    {
      filter: statusIs(413),
      body_format_override: { text_format_source: { inline_string: 'the message is too large' } },
      // 8 is RESOURCE_EXHAUSTED; by itself Envoy would make UNKNOWN of a 413.
      headers_to_add: [{ header: { key: 'grpc-status', value: '8' }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' }],
    },
    {
      filter: noPodLeft,
      body_format_override: { text_format_source: { inline_string: noPodLeftText } },
      headers_to_add: comeAgain,
    },
    { filter: statusIs(503), headers_to_add: comeAgain },
  ],
  body_format: plainText,
} as const;

/**
 * What a sidecar's routes answer to a request for a model that is not loaded there, which no other answer of Envoy's is:
 * what the client sees, once every pod was tried, is a 503 that says so.
 */
export const missStatus = 421;

const missed = {
  filter: statusIs(missStatus),
  status_code: 503,
  body_format_override: { json_format: { error: noPodLeftText } },
  headers_to_add: [mark(headers.miss), ...comeAgain],
} as const;

/** A sidecar could not reach its server, which has seen nothing of the request: as good as a miss. */
const unreached = {
  filter: { response_flag_filter: { flags: ['UF'] } },
  body_format_override: { json_format: { error: 'the inference server cannot be reached' } },
  headers_to_add: [mark(headers.miss), ...comeAgain],
} as const;

/** The server of a sidecar closed the connection under a request: it ended, or was killed. */
const lost = {
  filter: { response_flag_filter: { flags: ['UC'] } },
  body_format_override: { json_format: { error: 'the inference server went away' } },
  headers_to_add: [mark(headers.reset), ...comeAgain],
} as const;

function mark(key: string) {
  return { header: { key, value: '1' }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' } as const;
}

const isGrpc = {
  header_filter: { header: { name: 'content-type', string_match: { prefix: 'application/grpc' } } },
} as const;

/** A sidecar's own answers, over either protocol: those that its gateway may send to another pod say so. */
export const sidecarLocalReplies = {
  mappers: [
    ...[missed, unreached, lost].map(overGrpc),
    ...grpcLocalReplies.mappers.map(({ filter, ...rest }) => ({
      filter: { and_filter: { filters: [isGrpc, filter] } },
      ...('body_format_override' in rest ? {} : { body_format_override: plainText }),
      ...rest,
    })),
    { filter: isGrpc, body_format_override: plainText },
    missed,
    unreached,
    lost,
    ...httpLocalReplies.mappers,
  ],
  body_format: httpLocalReplies.body_format,
} as const;

/** The same answer as text, since over gRPC the body is the status' message. */
function overGrpc({ filter, ...rest }: typeof missed | typeof unreached | typeof lost) {
  const { error } = rest.body_format_override.json_format;
  return {
    ...rest,
    filter: { and_filter: { filters: [isGrpc, filter] } },
    body_format_override: { text_format_source: { inline_string: error } },
  };
}

/** For gRPC methods that are not let through: 12 is UNIMPLEMENTED. */
export const noSuchMethod = toRoute({
  direct_response: { status: 501, body: { inline_string: 'no such method' } },
  response_headers_to_add: [
    { header: { key: 'grpc-status', value: '12' }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' },
  ],
});
