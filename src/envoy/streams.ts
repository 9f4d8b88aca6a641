import { header } from './matchers.ts';
import { extension, typed } from './typed.ts';
import type { HttpFilter } from './types.ts';

/** Paths whose answer is a stream: `/v2/models/x/generate_stream`. */
const streamPaths = '[^?]*_stream(?:\\?.*)?';

/**
 * Takes a request for a stream out of its route's timeout: a stream takes as long as it takes. The header that does it
 * is one that clients cannot set, since the gateway removes it from what they send.
 */
export function untimedStreams(): HttpFilter {
  return skipUnless(
    streamPaths,
    extension('stowage.untimed_streams', 'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', {
      mutations: {
        request_mutations: [
          {
            append: {
              header: { key: 'x-envoy-upstream-rq-timeout-ms', value: '0' },
              append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
            },
          },
        ],
      },
    }),
  );
}

/** The filter, for requests alone whose whole path matches the pattern. */
function skipUnless(pathPattern: string, filter: HttpFilter): HttpFilter {
  return extension(filter.name, 'envoy.extensions.common.matching.v3.ExtensionWithMatcher', {
    extension_config: filter,
    xds_matcher: {
      matcher_list: {
        matchers: [
          {
            predicate: {
              not_matcher: {
                single_predicate: {
                  input: header(':path'),
                  value_match: { safe_regex: { google_re2: {}, regex: pathPattern } },
                },
              },
            },
            on_match: {
              action: {
                name: 'skip',
                typed_config: typed('envoy.extensions.filters.common.matcher.action.v3.SkipFilter', {}),
              },
            },
          },
        ],
      },
    },
  });
}
