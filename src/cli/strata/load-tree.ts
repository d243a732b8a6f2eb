import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { bytesBody, type Ino, type TreeEdit } from '../../engine/tree/index.ts';

/** Copies a real directory's content into a tree below `parent`, owned by root, modes kept. */
export function loadDirectory(edit: TreeEdit, parent: Ino, dir: string, mtime: number): void {
  for (const name of readdirSync(dir).sort()) {
    const path = `${dir}/${name}`;
    const stat = lstatSync(path);
    const meta = { mode: stat.mode & 0o7777, uid: 0, gid: 0, mtime };
    if (stat.isSymbolicLink()) edit.create(parent, name, { kind: 'symlink', target: readlinkSync(path), ...meta, mode: 0o777 });
    else if (stat.isDirectory()) loadDirectory(edit, edit.create(parent, name, { kind: 'dir', ...meta }), path, mtime);
    else if (stat.isFile()) edit.create(parent, name, { kind: 'file', body: bytesBody(new Uint8Array(readFileSync(path))), ...meta });
  }
}
