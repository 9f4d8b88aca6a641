import { ProtobufWriter } from './protobuf.ts';

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
  const writer = new ProtobufWriter();
  // google/protobuf/descriptor.proto, FileDescriptorProto: 1 name, 2 package, 4 message_type, 6 service, 12 syntax.
  writer.message(1, () => {
    writer.text(1, 'open_inference.proto');
    writer.text(2, package_);
    for (const { request, field } of modelMethods) {
      writer.message(4, () => {
        writer.text(1, request);
        writer.message(2, () => stringField(writer, field, 1));
      });
    }
    for (const { response } of modelMethods) writer.message(4, () => writer.text(1, response));
    writer.message(6, () => {
      writer.text(1, 'GRPCInferenceService');
      for (const method of modelMethods) writer.message(2, () => methodDescriptor(writer, method));
    });
    writer.text(12, 'proto3');
  });
  return writer.bytes().toString('base64');
}

/** FieldDescriptorProto: 1 name, 3 number, 4 label (1 optional), 5 type (9 string), 10 json_name. */
function stringField(writer: ProtobufWriter, name: string, number: number): void {
  writer.text(1, name);
  writer.integer(3, number);
  writer.integer(4, 1);
  writer.integer(5, 9);
  writer.text(
    10,
    name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
  );
}

/** MethodDescriptorProto: 1 name, 2 input_type, 3 output_type. */
function methodDescriptor(writer: ProtobufWriter, { method, request, response }: (typeof modelMethods)[number]): void {
  writer.text(1, method);
  writer.text(2, `.${package_}.${request}`);
  writer.text(3, `.${package_}.${response}`);
}
