import { headers } from '../names/index.ts';
import { extension } from './typed.ts';
import type { HttpFilter } from './types.ts';

/**
 * Re-targets unary gRPC requests to the physical model: appends field 1 (`model_name`, `name`) once more to the message,
 * of which a protobuf reader takes the last. The filter that reads the logical name hands the message on in one piece.
 * A piece that is not one whole message passes as it is, as a compressed one does; it must, since setting the bytes of a
 * piece also sets the request's content length. A physical name is shorter than 128 bytes, so its length is one byte.
 * The script is a constant: nothing of a user's enters its text.
 */
const script = `
function envoy_on_request(handle)
  local name = handle:headers():get("${headers.physical}")
  if name == nil then return end
  handle:headers():remove("content-length")
  local field = string.char(10, #name) .. name
  for chunk in handle:bodyChunks() do
    local size = chunk:length()
    if size >= 5 then
      local flag, a, b, c, d = string.byte(chunk:getBytes(0, 5), 1, 5)
      local length = ((a * 256 + b) * 256 + c) * 256 + d
      if flag == 0 and length == size - 5 then
        local total = length + #field
        local head = string.char(0, math.floor(total / 16777216) % 256, math.floor(total / 65536) % 256,
          math.floor(total / 256) % 256, total % 256)
        chunk:setBytes(head .. chunk:getBytes(5, length) .. field)
      end
    end
  end
end
`;

/** The filter, for the upstream side: there the arm, and so the physical name, is known, and each retry starts afresh. */
export function grpcModelNameFilter(): HttpFilter {
  return extension('stowage.grpc_model_name', 'envoy.extensions.filters.http.lua.v3.Lua', {
    default_source_code: { inline_string: script },
  });
}
