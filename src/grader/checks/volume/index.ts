// Checks of volumes and networks.
import type { Check } from '../../check.ts';
import { containerNetwork } from './container-network.ts';
import { networkExists } from './network-exists.ts';
import { volumeAbsent } from './volume-absent.ts';
import { volumeCount } from './volume-count.ts';
import { volumeExists } from './volume-exists.ts';
import { volumeFile } from './volume-file.ts';

export const volumeChecks: readonly Check[] = [containerNetwork, networkExists, volumeAbsent, volumeCount, volumeExists, volumeFile];
