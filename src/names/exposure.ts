/** Name of the object that exposes one protocol of the gateway. */
export function exposureName(protocol: 'http' | 'grpc', exposure: string): string {
  return `stowage-${protocol}-${exposure}`;
}

/** Names of the certificates that cert-manager is asked for. */
export const certificateNames = {
  gateway: 'stowage-gateway',
  internal: 'stowage-internal',
  /** Of an exposure. */
  ofExposure: (form: string, exposure: string): string => `stowage-${form}-${exposure}`,
} as const;
