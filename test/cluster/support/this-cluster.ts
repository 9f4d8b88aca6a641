/** The cluster whose network these tests run in. */
export function thisCluster(): string {
  const name = process.env['STOWAGE_CLUSTER'];
  if (name === undefined) throw new Error('these tests run inside a cluster: npm run test:cluster');
  return name;
}
