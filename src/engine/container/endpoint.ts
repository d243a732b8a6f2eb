/** A container's place on one network, as it was asked for: it stays when the container stops. */
export interface Endpoint {
  /** The network's name, as it was given. */
  readonly network: string;
  /** Empty until the container has been on it. */
  readonly networkID: string;
  /** Addresses asked for; null when nothing was said, empty for `docker network connect` without any. */
  readonly ipam: { readonly IPv4Address?: string; readonly IPv6Address?: string; readonly LinkLocalIPs?: readonly string[] } | null;
  /** `container:alias`. */
  readonly links: readonly string[] | null;
  readonly aliases: readonly string[] | null;
  /** Empty for one made up. */
  readonly mac: string;
  readonly driverOpts: Readonly<Record<string, string>> | null;
  readonly gwPriority: number;
}

export const plainEndpoint = (network: string): Endpoint => ({
  network,
  networkID: '',
  ipam: null,
  links: null,
  aliases: null,
  mac: '',
  driverOpts: null,
  gwPriority: 0,
});
