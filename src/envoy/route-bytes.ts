import { ProtobufWriter } from './protobuf.ts';
import type { RouteConfiguration } from './types.ts';

/**
 * The resource of a watched file in protobuf's own form, which Envoy reads several times as fast as JSON: what a file
 * whose name ends in `.pb` holds, but for its version. Only what our route tables are made of is known here; anything
 * else is a fault of ours, and thrown. Field numbers are those of Envoy's v3 API and of xDS.
 */
export function routeBytes(configuration: RouteConfiguration): Buffer {
  const writer = new ProtobufWriter(1 << 16);
  // DiscoveryResponse: 2 resources.
  any({ 'envoy.config.route.v3.RouteConfiguration': routeConfiguration })(writer, 2, {
    '@type': 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
    ...configuration,
  });
  return writer.bytes();
}

/** Writes one field of a message from its JSON form. */
type Form = (writer: ProtobufWriter, field: number, value: unknown) => void;

/** Number and form of each field that a message may have here, by its name in JSON. */
type Fields = Readonly<Record<string, readonly [number: number, form: Form]>>;

const string: Form = (writer, field, value) => writer.text(field, String(value));
const number: Form = (writer, field, value) => writer.integer(field, Number(value));
const flag: Form = (writer, field, value) => writer.integer(field, value === true ? 1 : 0);

/** `UInt32Value` and its like: a number that can be absent. */
const boxed: Form = (writer, field, value) => writer.message(field, () => writer.integer(1, Number(value)));

/** JSON has seconds with a fraction: `0.5s`. Duration: 1 seconds, 2 nanos. */
const duration: Form = (writer, field, value) => {
  const seconds = Number(String(value).slice(0, -1));
  const whole = Math.floor(seconds);
  writer.message(field, () => {
    writer.integer(1, whole);
    writer.integer(2, Math.round((seconds - whole) * 1e9));
  });
};

function oneOf(names: readonly string[]): Form {
  return (writer, field, value) => {
    const index = names.indexOf(String(value));
    if (index < 0) throw new Error(`${value} is none of ${names.join(', ')}`);
    writer.integer(field, index);
  };
}

function list(form: Form): Form {
  return (writer, field, value) => {
    for (const item of value as readonly unknown[]) form(writer, field, item);
  };
}

/** A map is a list of entries: 1 key, 2 value. */
function map(form: Form): Form {
  return (writer, field, value) => {
    const entries = value as Readonly<Record<string, unknown>> | Iterable<readonly [string, unknown]>;
    for (const [key, inner] of isIterable(entries) ? entries : Object.entries(entries)) {
      writer.message(field, () => {
        writer.text(1, key);
        form(writer, 2, inner);
      });
    }
  };
}

function isIterable<Item>(value: object | Iterable<Item>): value is Iterable<Item> {
  return Symbol.iterator in value;
}

function object(fields: Fields): Form {
  return later(() => fields);
}

/** A message that may hold itself. */
function later(fields: () => Fields): Form {
  return (writer, field, value) => writer.message(field, () => writeFields(writer, fields(), value as object));
}

/** Any: 1 type_url, 2 value. */
function any(types: Readonly<Record<string, Fields>>): Form {
  return (writer, field, value) => {
    const { '@type': url = '', ...inner } = value as { readonly '@type'?: string };
    const fields = types[url.slice(url.indexOf('/') + 1)];
    if (fields === undefined) throw new Error(`a route table has no ${url}`);
    writer.message(field, () => {
      writer.text(1, url);
      writer.message(2, () => writeFields(writer, fields, inner));
    });
  };
}

function writeFields(writer: ProtobufWriter, fields: Fields, value: object): void {
  const values = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(values)) {
    if (values[name] === undefined) continue;
    const known = fields[name];
    if (known === undefined) throw new Error(`a route table has no ${name}`);
    known[1](writer, known[0], values[name]);
  }
}

const headerToAdd = object({
  header: [1, object({ key: [1, string], value: [2, string] })],
  append_action: [3, oneOf(['APPEND_IF_EXISTS_OR_ADD', 'ADD_IF_ABSENT', 'OVERWRITE_IF_EXISTS_OR_ADD'])],
});

const retryPolicy = object({
  retry_on: [1, string],
  num_retries: [2, boxed],
  retry_back_off: [8, object({ base_interval: [1, duration], max_interval: [2, duration] })],
  retriable_headers: [9, list(object({ name: [1, string], present_match: [7, flag] }))],
});

const weightedCluster = object({
  cluster_header: [12, string],
  weight: [2, boxed],
  request_headers_to_add: [4, list(headerToAdd)],
});

const routeAction = object({
  cluster: [1, string],
  cluster_header: [2, string],
  weighted_clusters: [3, object({ clusters: [1, list(weightedCluster)] })],
  path_rewrite: [45, string],
  timeout: [8, duration],
  retry_policy: [9, retryPolicy],
});

const route: Fields = {
  match: [1, object({ prefix: [1, string] })],
  route: [2, routeAction],
  direct_response: [7, object({ status: [1, number], body: [2, object({ inline_string: [3, string] })] })],
  request_headers_to_add: [9, list(headerToAdd)],
  response_headers_to_add: [10, list(headerToAdd)],
};

function extensionOf(type: string, fields: Fields): Form {
  return object({ name: [1, string], typed_config: [2, any({ [type]: fields })] });
}

const headerInput = extensionOf('envoy.type.matcher.v3.HttpRequestHeaderMatchInput', { header_name: [1, string] });

// The matchers of xds.type.matcher.v3 hold each other.
const predicate = later(() => predicateFields);
const predicateFields: Fields = {
  single_predicate: [
    1,
    object({
      input: [1, headerInput],
      value_match: [2, object({ exact: [1, string], prefix: [2, string] })],
    }),
  ],
  or_matcher: [2, object({ predicate: [1, list(predicate)] })],
  and_matcher: [3, object({ predicate: [1, list(predicate)] })],
  not_matcher: [4, predicate],
};

const matcher = later(() => matcherFields);
const onMatch = object({ matcher: [1, matcher], action: [2, extensionOf('envoy.config.route.v3.Route', route)] });
const matcherFields: Fields = {
  matcher_list: [1, object({ matchers: [1, list(object({ predicate: [1, predicate], on_match: [2, onMatch] }))] })],
  matcher_tree: [2, object({ input: [1, headerInput], exact_match_map: [2, object({ map: [1, map(onMatch)] })] })],
  on_no_match: [3, onMatch],
};

const virtualHost = object({
  name: [1, string],
  domains: [2, list(string)],
  request_headers_to_add: [7, list(headerToAdd)],
  response_headers_to_remove: [11, list(string)],
  retry_policy: [16, retryPolicy],
  matcher: [21, matcher],
  request_body_buffer_limit: [25, boxed],
});

const routeConfiguration: Fields = { name: [1, string], virtual_hosts: [2, list(virtualHost)] };
