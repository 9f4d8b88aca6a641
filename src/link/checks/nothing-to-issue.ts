import { originAt } from '../../ir/index.ts';
import type { Check } from '../linked.ts';

export const nothingToIssue: Check = {
  code: { code: 'STW1252', severity: 'error', title: 'A field of TLS that has nothing to do' },
  run({ environment }, report) {
    if (environment === undefined) return;
    const { origin, tls } = environment;
    const check = (idle: boolean, message: string, pointer: string, help: string): void => {
      if (idle) report({ message, origin: originAt(origin, pointer), help });
    };
    const { gatewaySecret, internalSecret } = tls;
    check(
      tls.issuer !== undefined && gatewaySecret === undefined && (internalSecret === undefined || !!tls.internalIssuer),
      'The issuer has no Secret to fill',
      '/spec/tls/issuer',
      'Name the Secret by `tls.gatewaySecret` or `tls.internalSecret`, which also turns TLS on, or remove the issuer.',
    );
    check(
      tls.internalIssuer !== undefined && internalSecret === undefined,
      'The internal issuer has no Secret to fill',
      '/spec/tls/internalIssuer',
      'Name the Secret by `tls.internalSecret`, which also turns mutual TLS on, or remove the issuer.',
    );
    check(
      tls.gatewayAuthority !== undefined && gatewaySecret === undefined,
      'There is an authority to check the gateway by, but the gateway does not speak TLS',
      '/spec/tls/gatewayAuthority',
      'Name its Secret by `tls.gatewaySecret`, or remove the authority.',
    );
  },
};
