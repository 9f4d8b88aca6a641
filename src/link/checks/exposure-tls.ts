import { type EnvironmentPart, type IngressExposure, originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';
import { quoted } from '../words.ts';

/** The annotation by which several controllers are told what to speak. */
const protocolAnnotation = /\/(backend-protocol|service\.serversscheme)$/;
const overTls: ReadonlySet<string> = new Set(['https', 'grpcs', 'h2-ssl', 'h1-ssl']);

export const exposureTls: Check = {
  code: { code: 'STW1251', severity: 'error', title: 'An Ingress that does not speak what the gateway does' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { origin, exposure, tls } = environment;
    const secret = tls.gatewaySecret;
    exposure.ingress.forEach((ingress, index) => {
      for (const { at, annotations, what } of annotated(ingress, index)) {
        const told = Object.entries(annotations).filter(([key]) => protocolAnnotation.test(key));
        const wrong = told.find(([, value]) => overTls.has(value.toLowerCase()) !== (secret !== undefined));
        if (wrong) {
          report({
            message: `The Ingress for ${what} is told to speak ${quoted(wrong[1])}, but the gateway speaks ${spoken(secret)}`,
            origin: originAt(origin, at),
            related:
              secret === undefined
                ? []
                : [{ origin: originAt(origin, '/spec/tls/gatewaySecret'), message: 'the gateway speaks TLS' }],
            help:
              secret === undefined
                ? 'Name the protocol without TLS, or give the gateway a `tls.gatewaySecret`.'
                : 'Name the protocol over TLS (for nginx `HTTPS` or `GRPCS`), or remove `tls.gatewaySecret`.',
          });
        } else if (secret !== undefined && Object.keys(annotations).length === 0 && unannotated(environment)) {
          report({
            message: `Nothing tells the Ingress for ${what} that the gateway speaks TLS`,
            origin: originAt(origin, at),
            related: [{ origin: originAt(origin, '/spec/tls/gatewaySecret'), message: 'the gateway speaks TLS' }],
            help: 'Controllers speak plain text unless annotations say otherwise: add those of yours, or remove `tls.gatewaySecret`.',
          });
        }
      }
    });
  },
};

function annotated(ingress: IngressExposure, index: number) {
  const at = `/spec/exposure/ingress/${index}`;
  const rest = { at, annotations: ingress.annotations, what: 'REST' };
  const grpc = { at, annotations: ingress.grpcAnnotations, what: 'gRPC' };
  return ingress.grpcHosts.length === 0 ? [rest] : [rest, grpc];
}

/** Some controllers read annotations of the Service instead. */
function unannotated({ gateway }: EnvironmentPart): boolean {
  return Object.keys(gateway.annotations).length === 0;
}

function spoken(secret: string | undefined): string {
  return secret === undefined ? 'plain text' : 'TLS';
}
