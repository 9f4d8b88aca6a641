import { type EnvironmentPart, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

export const secretIssuedTwice: Check = {
  code: { code: 'STW1253', severity: 'error', title: 'A Secret that two certificates are for' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { origin } = environment;
    const seen = new Map<string, string>();
    for (const { secret, at } of issued(environment)) {
      const first = seen.get(secret);
      if (first === undefined) {
        seen.set(secret, at);
        continue;
      }
      report({
        message: `The Secret ${quoted(secret)} would be filled by two certificates, each in turn over the other`,
        origin: originAt(origin, at),
        related: [{ origin: originAt(origin, first), message: 'the first one' }],
        help: 'Give each its own Secret, or leave out all issuers but one.',
      });
    }
  },
};

/** The Secrets that cert-manager is asked to fill, and where they are named. */
function issued({ tls, exposure }: EnvironmentPart): readonly { readonly secret: string; readonly at: string }[] {
  const edges = (['ingress', 'traefik'] as const).flatMap((form) =>
    exposure[form].map(({ tls: edge }, index) => ({
      secret: edge?.issuer && edge.secret,
      at: `/spec/exposure/${form}/${index}/tls/secret`,
    })),
  );
  return [
    { secret: tls.issuer && tls.gatewaySecret, at: '/spec/tls/gatewaySecret' },
    { secret: (tls.internalIssuer ?? tls.issuer) && tls.internalSecret, at: '/spec/tls/internalSecret' },
    ...edges,
  ].flatMap(({ secret, at }) => (secret === undefined ? [] : [{ secret, at }]));
}
