import { headers } from '../names/index.ts';
import { extension } from './typed.ts';
import type { HttpFilter } from './types.ts';

/**
 * Re-targets gRPC requests to the physical model: appends field 1 (`model_name`, `name`) once more to every message,
 * of which a protobuf reader takes the last. Works frame by frame on what passes, so that neither large messages nor
 * streams are held back. A physical name is shorter than 128 bytes, so its length is one byte. Compressed messages
 * pass as they are. The script is a constant: nothing of a user's enters its text.
 */
const script = `
function envoy_on_request(handle)
  local name = handle:headers():get("${headers.physical}")
  if name == nil then return end
  handle:headers():remove("content-length")
  local field = string.char(10, #name) .. name
  local head, left, plain = "", 0, false
  for chunk in handle:bodyChunks() do
    local size = chunk:length()
    if size > 0 then
      local data = chunk:getBytes(0, size)
      local out, at = {}, 1
      while at <= size do
        if left == 0 then
          local take = math.min(5 - #head, size - at + 1)
          head = head .. string.sub(data, at, at + take - 1)
          at = at + take
          if #head == 5 then
            local flag, a, b, c, d = string.byte(head, 1, 5)
            left = ((a * 256 + b) * 256 + c) * 256 + d
            plain = flag == 0
            if plain then
              local total = left + #field
              out[#out + 1] = string.char(0, math.floor(total / 16777216) % 256, math.floor(total / 65536) % 256,
                math.floor(total / 256) % 256, total % 256)
              if left == 0 then out[#out + 1] = field end
            else
              out[#out + 1] = head
            end
            head = ""
          end
        else
          local take = math.min(left, size - at + 1)
          out[#out + 1] = string.sub(data, at, at + take - 1)
          at = at + take
          left = left - take
          if left == 0 and plain then out[#out + 1] = field end
        end
      end
      chunk:setBytes(table.concat(out))
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
