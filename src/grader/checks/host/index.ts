// Checks of the machine itself: its files, its archives, its engine's settings.
import type { Check } from '../../check.ts';
import { archiveHas } from './archive-has.ts';
import { archiveRefs } from './archive-refs.ts';
import { daemonSetting } from './daemon-setting.ts';
import { hostAbsent } from './host-absent.ts';
import { hostFile } from './host-file.ts';
import { hostFileContains } from './host-file-contains.ts';
import { hostFileLacks } from './host-file-lacks.ts';
import { hostHas } from './host-has.ts';

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
