/** Names of the witness's objects: it is ready when what runs equals the gateway's plan. */
export const witnessNames = {
  deployment: 'stowage-witness',
  /** The page that names models which do not run as planned. */
  service: 'stowage-witness',
  config: 'stowage-witness-config',
  podDisruptionBudget: 'stowage-witness',
  serviceAccount: 'stowage-witness',
  networkPolicy: 'stowage-witness',
} as const;

/** Names of what others look on by. */
export const observabilityNames = {
  gatewayMonitor: 'stowage-gateway',
  serverMonitor: 'stowage-servers',
  witnessMonitor: 'stowage-witness',
  rules: 'stowage',
  dashboard: 'stowage-dashboard',
} as const;

/** Denies every pod of the environment all traffic that another policy does not allow. */
export const defaultDenyPolicy = 'stowage-default-deny';
