// Archives that stand on the machine: what `docker save`, `docker export` and tar leave behind.
import { unmet } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { ArchiveFacts, GradeInput } from '../../input/index.ts';

export function withArchive(input: GradeInput, path: string, then: (archive: ArchiveFacts) => Finding): Finding {
  const archive = input.after.host.archive(path);
  if (archive) return then(archive);
  return unmet(input.after.host.stat(path) ? 'archive-none' : 'host-missing', { path }, { files: [path] });
}
