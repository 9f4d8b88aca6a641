import { headers } from '../names/index.ts';
import { extension } from './typed.ts';
import type { LoadBalancingPolicy } from './types.ts';

const policies = 'envoy.load_balancing_policies';
const types = 'envoy.extensions.load_balancing_policies';

/**
 * Sends a request to the first pod that its header lists and that is there, each retry to the next. No pod that is not
 * listed is ever chosen: the fallback looks in a subset that no endpoint is in.
 */
export function overrideHost(): LoadBalancingPolicy {
  const nobody = extension(`${policies}.subset`, `${types}.subset.v3.Subset`, {
    fallback_policy: 'NO_FALLBACK',
    subset_selectors: [{ keys: ['none'] }],
    subset_lb_policy: {
      policies: [{ typed_extension_config: extension(`${policies}.random`, `${types}.random.v3.Random`, {}) }],
    },
  });
  return {
    policies: [
      {
        typed_extension_config: extension(`${policies}.override_host`, `${types}.override_host.v3.OverrideHost`, {
          override_host_sources: [{ header: headers.to }],
          fallback_policy: { policies: [{ typed_extension_config: nobody }] },
        }),
      },
    ],
  };
}
