// Checks of the machine itself: its files, its archives, its engine's settings.
import type { Check } from '../../check.ts';
import { archiveHas, archiveRefs } from './archives.ts';
import { hostAbsent, hostFile, hostFileContains, hostFileLacks, hostHas } from './files.ts';
import { daemonSetting } from './settings.ts';

export const hostChecks: readonly Check[] = [
  hostHas,
  hostAbsent,
  hostFile,
  hostFileContains,
  hostFileLacks,
  archiveHas,
  archiveRefs,
  daemonSetting,
];
