// The applets that put files together and take them apart: tar, gzip and their kin.
// Knows formats, members and the safety rules of unpacking; refuses to know images and layers.
// Formats that nothing here can compute (bzip2, xz, lzma, lzop) are recognised and refused by name.
import type { Applets } from '../applet.ts';
import { packers } from './gzip.ts';
import { gnuTar, tar } from './tar/tar.ts';
import { unzip } from './unzip.ts';

export const archiveApplets: Applets = { ...packers, tar, unzip };
/** The tar of the host, which is GNU's. */
export const hostApplets: Applets = { tar: gnuTar };
