/**
 * A `FileDescriptorSet` of the part of the Open Inference Protocol that Envoy has to read: the requests whose field 1
 * names the model. Fields that are not described are skipped by a protobuf reader, so this is all that is needed.
 */

const package_ = 'inference';
export const grpcService = `${package_}.GRPCInferenceService`;

/**
 * Methods that concern one model and are let through, and the field of their request that names it. `ModelStreamInfer` is
 * not among them: having read the first message of a stream, Envoy 1.40 loses what it holds of the next.
 */
export const modelMethods = [
  { method: 'ModelInfer', request: 'ModelInferRequest', response: 'ModelInferResponse', field: 'model_name' },
  { method: 'ModelReady', request: 'ModelReadyRequest', response: 'ModelReadyResponse', field: 'name' },
  { method: 'ModelMetadata', request: 'ModelMetadataRequest', response: 'ModelMetadataResponse', field: 'name' },
] as const;

/** Base64 of the descriptor set, as a `DataSource`'s `inline_bytes` takes it. */
export function openInferenceDescriptorSet(): string {
  // google/protobuf/descriptor.proto, FileDescriptorProto: 1 name, 2 package, 4 message_type, 6 service, 12 syntax.
  const file = message(
    text(1, 'open_inference.proto'),
    text(2, package_),
    ...modelMethods.map(({ request, field }) => nested(4, text(1, request), nested(2, stringField(field, 1)))),
    ...modelMethods.map(({ response }) => nested(4, text(1, response))),
    nested(6, text(1, 'GRPCInferenceService'), ...modelMethods.map((each) => nested(2, methodDescriptor(each)))),
    text(12, 'proto3'),
  );
  return nested(1, file).toString('base64');
}

/** FieldDescriptorProto: 1 name, 3 number, 4 label (1 optional), 5 type (9 string), 10 json_name. */
function stringField(name: string, number: number): Buffer {
  const jsonName = name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return message(text(1, name), integer(3, number), integer(4, 1), integer(5, 9), text(10, jsonName));
}

/** MethodDescriptorProto: 1 name, 2 input_type, 3 output_type. */
function methodDescriptor({ method, request, response }: (typeof modelMethods)[number]): Buffer {
  return message(text(1, method), text(2, `.${package_}.${request}`), text(3, `.${package_}.${response}`));
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

/** A length-delimited field that holds a message. */
function nested(field: number, ...fields: readonly Buffer[]): Buffer {
  const body = message(...fields);
  return Buffer.concat([varint((field << 3) | 2), varint(body.length), body]);
}

function text(field: number, value: string): Buffer {
  return nested(field, Buffer.from(value));
}

function integer(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return Buffer.from(bytes);
}
