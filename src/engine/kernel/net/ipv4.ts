/** The 32 bits of a dotted address; undefined when the text is none (inet_pton(3): four decimal numbers below 256). */
export function parseIPv4(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

export const formatIPv4 = (bits: number): string => [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.');

/** A block of addresses: `172.17.0.0/16`. */
export interface Subnet {
  /** The first address as 32 bits, those of the host part all zero. */
  readonly base: number;
  readonly prefix: number;
}

/** A block from `address/bits`, whichever of its addresses is written; undefined when the text is none. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = '', bits = ''] = text.split('/');
  const number = parseIPv4(address);
  const prefix = Number(bits);
  if (number === undefined || !/^\d{1,2}$/.test(bits) || prefix > 32) return undefined;
  return { base: number - (number % 2 ** (32 - prefix)), prefix };
}

export const formatSubnet = ({ base, prefix }: Subnet): string => `${formatIPv4(base)}/${prefix}`;
/** How many addresses a block holds. */
export const subnetSize = ({ prefix }: Subnet): number => 2 ** (32 - prefix);
export const inSubnet = ({ base, prefix }: Subnet, address: number): boolean => address >= base && address < base + 2 ** (32 - prefix);
/** `255.255.0.0` for 16. */
export const netmask = (prefix: number): string => formatIPv4(2 ** 32 - 2 ** (32 - prefix));
/** The last address of a block, to which broadcasts go. */
export const broadcast = (subnet: Subnet): string => formatIPv4(subnet.base + subnetSize(subnet) - 1);
/** Whether an address means this machine only. `::1` counts as one; there is no other IPv6. */
export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
/** Whether an address means every interface of a machine. */
export const isAny = (address: string): boolean => address === '0.0.0.0' || address === '::' || address === '';
