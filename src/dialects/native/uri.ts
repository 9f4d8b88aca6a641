/** A storage URI without the slashes at its end, so that prefixes compare; `s3://` alone keeps its own. */
export function withoutSlash(uri: string): string {
  let end = uri.length;
  while (end > 0 && uri[end - 1] === '/') end--;
  return uri[end - 1] === ':' ? uri : uri.slice(0, end);
}
