/**
 * Addresses of a cluster. Every cluster has the same ones: each is a network of its own, without a way out, so that no
 * two of them, nor the machine that they run on, can meet.
 */

/** Where the API server, DNS and all that tests start listen. */
export const controlAddress = '10.200.0.1';
export const apiServer = `https://${controlAddress}:6443`;

export const serviceRange = '10.96.0.0/16';
export const podsRange = '10.244.0.0/16';

/** The control machine's end of the cable to a node, counted from 1. */
export function controlEnd(node: number): string {
  return `10.200.${node}.1`;
}

export function nodeAddress(node: number): string {
  return `10.200.${node}.2`;
}

/** The pods of a node. */
export function podRange(node: number): string {
  return `10.244.${node}.0/24`;
}
