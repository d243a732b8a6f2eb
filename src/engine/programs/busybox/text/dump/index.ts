// od, hexdump and xxd: bytes shown as numbers.
// Knows their formats; refuses to know what the bytes mean.
// All read little-endian, as the machine the recordings come from.
import type { Applets } from '../../applet.ts';
import { hexdump } from './hexdump.ts';
import { od } from './od.ts';
import { xxd } from './xxd.ts';

/** The dumping applets by name. */
export const dumpApplets: Applets = { hexdump, od, xxd };
