import { decodeText, encodeText, type Process, SysError } from '../../engine/kernel/index.ts';
import type { FileInfo, HostFiles } from '../session/engine-session.ts';
import { Refusal } from '../session/refusal/index.ts';

/** Largest file that the editor opens, bytes. */
const LARGEST = 1024 * 1024;

/** The files of a machine, with the rights of one of its processes. */
export function hostFiles(process: Process): HostFiles {
  const calls = process.fs;
  const said = <T>(path: string, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      if (error instanceof SysError) throw new Error(`${path}: ${error.message}`);
      throw error;
    }
  };
  const makeParents = (path: string): void => {
    const parts = path.split('/').slice(1, -1);
    for (let i = 1; i <= parts.length; i++) {
      const dir = encodeText(`/${parts.slice(0, i).join('/')}`);
      if (!calls.exists(dir)) calls.mkdir(dir);
    }
  };
  const removeAll = (path: string): void => {
    if (calls.lstat(path).kind !== 'dir') {
      calls.unlink(path);
      return;
    }
    for (const name of calls.readdir(path)) removeAll(`${path}/${name}`);
    calls.rmdir(path);
  };
  return {
    list: (dir) =>
      said(dir, () =>
        calls.readdir(encodeText(dir)).map((name): FileInfo => {
          const { kind, size } = calls.lstat(`${encodeText(dir)}/${name}`);
          return { name: decodeText(name), kind: kind === 'file' || kind === 'dir' || kind === 'symlink' ? kind : 'other', size };
        }),
      ),
    read: (path) => said(path, () => calls.readFile(encodeText(path), LARGEST)),
    write: (path, content) =>
      said(path, () => {
        makeParents(path);
        calls.writeFile(encodeText(path), content);
      }),
    remove: (path) => said(path, () => removeAll(encodeText(path))),
    rename: (path, to) =>
      said(path, () => {
        if (calls.exists(encodeText(to))) throw new Refusal('files.taken', { path: to });
        makeParents(to);
        calls.rename(encodeText(path), encodeText(to));
      }),
    mkdir: (path) =>
      said(path, () => {
        makeParents(`${path}/x`);
      }),
  };
}
