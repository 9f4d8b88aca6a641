/** Longest DNS label (RFC 1123), and longest label value, Service name and pod hostname. */
export const dnsLabelLimit = 63;

/** Longest name of an object that is not a DNS label (ConfigMap, PodDisruptionBudget, NetworkPolicy): a DNS subdomain. */
export const dnsSubdomainLimit = 253;

/**
 * Longest name of a StatefulSet, and so of a server. Its controller labels each pod with `<name>-<hash>`, the hash
 * being up to 10 characters, and a label value holds 63; a longer name is accepted and then never gets a pod.
 * Leaves 10 digits for the ordinal in the pod's hostname.
 */
export const serverNameLimit = dnsLabelLimit - 1 - 10;

/** Longest logical model name: a DNS label, so that it can also stand as a label value and a folder. */
export const modelNameLimit = dnsLabelLimit;

/** Longest name of an artifact store: its Secret's volume is `store-<name>`, and a volume's name is a DNS label. */
export const storeNameLimit = dnsLabelLimit - 'store-'.length;

/** Longest name of a container port. */
export const portNameLimit = 15;

/** Largest data of one ConfigMap, in bytes, as the API server counts: 1 MiB. */
export const configMapLimit = 1024 * 1024;

/** A Service's name starts with a letter (RFC 1035), and each server has a Service of its name. */
export const serverNamePattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** Servers may not begin with this: the environment's own objects do. */
export const reservedPrefix = 'stowage-';

/**
 * Whether a server of this name would clash with an object that is not its own: those of gateway and witness, and the
 * `kubernetes` Service of the `default` namespace.
 */
export function isReservedServerName(name: string): boolean {
  return name.startsWith(reservedPrefix) || name === 'kubernetes';
}
