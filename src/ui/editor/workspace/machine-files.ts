import type { Session } from '../../session/index.ts';

/** The files of one machine as editor and tree need them. Every failure is an Error whose message can be shown. */
interface MachineFiles {
  read(path: string): Promise<{ readonly content: string; readonly binary: boolean; readonly size: number }>;
  write(path: string, content: string): Promise<void>;
  upload(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  makeDir(path: string): Promise<void>;
}

export function filesOf(session: Session, machine: string): MachineFiles {
  return {
    read: (path) => session.readFile(path, machine),
    write: (path, content) => session.writeFile(path, content, machine),
    upload: (path, bytes) => session.upload(path, bytes, machine),
    remove: (path) => session.removeFile(path, machine),
    rename: (from, to) => session.rename(from, to, machine),
    makeDir: (path) => session.makeDir(path, machine),
  };
}
