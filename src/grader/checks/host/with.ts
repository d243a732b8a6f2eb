// Files of the machine itself.
import { unmet } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { GradeInput } from '../../input/index.ts';

export function withText(input: GradeInput, path: string, then: (text: string) => Finding): Finding {
  const text = input.after.host.text(path);
  if (text !== undefined) return then(text);
  return unmet(input.after.host.stat(path) ? 'host-no-file' : 'host-missing', { path }, { files: [path] });
}
