import type { DiscoveryResponse, Typed, TypedExtension } from './types.ts';

/** The message as an `Any` of the given type (`envoy.config.route.v3.Route`). */
export function typed<Message extends object>(type: string, message: Message): Typed<Message> {
  return { '@type': `type.googleapis.com/${type}`, ...message };
}

export function extension(name: string, type: string, message: { readonly [field: string]: unknown }): TypedExtension {
  return { name, typed_config: typed(type, message) };
}

/** What a watched file holds, as text. */
export function discoveryText<Resource extends object>(type: string, resources: readonly Resource[]): string {
  const response: DiscoveryResponse<Resource> = { resources: resources.map((resource) => typed(type, resource)) };
  return `${JSON.stringify(response)}\n`;
}
