import { hexOf, sha256 } from '../../digest/index.ts';

/** A hardware address made from a text: as random as Docker's, locally administered, for one machine (libnetwork netutils GenerateRandomMAC). */
export function macOf(text: string): string {
  const hex = hexOf(sha256(`mac ${text}`));
  const first = ((Number.parseInt(hex.slice(0, 2), 16) & 0xfe) | 0x02).toString(16).padStart(2, '0');
  return [first, ...[2, 4, 6, 8, 10].map((at) => hex.slice(at, at + 2))].join(':');
}
