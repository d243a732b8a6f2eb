// What the checks of volumes share.
import { unmet } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { GradeInput, VolumeFacts } from '../../input/index.ts';

/** Looks the volume up by its name, so that "no such volume" is said in one way everywhere. */
export function withVolume(input: GradeInput, name: string, then: (facts: VolumeFacts) => Finding): Finding {
  const found = input.after.volumes.find((one) => one.name === name);
  return found ? then(found) : unmet('volume-missing', { volume: name });
}
