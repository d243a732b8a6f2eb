import type { ByteString, Process, Run } from '../../kernel/index.ts';

/** Goes on as a daemon does: `child` runs in a session of its own without a terminal, and the caller should end. Answers the child. */
export function daemonise(p: Process, child: (p: Process) => Run): Process {
  const made = p.fork(child);
  made.session = made.id;
  made.group = made.id;
  return made;
}

/** Opens a log for appending, made with mode 0644; links such as those to /dev/stdout are followed. Throws SysError. */
export const openLog = (p: Process, path: ByteString): number => p.fs.open(path, { write: true, append: true, create: true }, 0o644);
