/** An address that a connection can be made to: an IP address and a port. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}
