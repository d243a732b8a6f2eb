import busybox from '../../../content/catalog/busybox.json' with { type: 'json' };
import { executableBody } from '../../engine/kernel/index.ts';
import { type Attrs, type Body, emptyBody, ROOT, Tree, TreeEdit, textBody } from '../../engine/tree/index.ts';

interface CatalogFile {
  readonly path: string;
  readonly type: string;
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly linkname?: string;
  readonly content?: string;
}

/** Bytes of /bin/busybox: Debian's static build, so that the image is as large as the one the recordings began from. */
const BUSYBOX_SIZE = 1_982_256;

function bodyOf({ path, content }: CatalogFile): Body {
  if (path === 'bin/busybox') return executableBody('busybox', BUSYBOX_SIZE);
  return content === undefined ? emptyBody : textBody(content);
}

/** The file system of the catalog's busybox image. */
export function busyboxTree(): Tree {
  const edit = new TreeEdit(Tree.empty());
  for (const entry of [...(busybox.files as readonly CatalogFile[])].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { path, type, mode, uid, gid, linkname = '' } = entry;
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? ROOT : edit.tree().at(path.slice(0, slash))!.ino;
    const meta: Attrs = { mode: Number.parseInt(mode, 8), uid, gid, mtime: 0 };
    const made =
      type === 'file'
        ? { kind: 'file' as const, body: bodyOf(entry) }
        : type === 'dir'
          ? { kind: 'dir' as const }
          : { kind: 'symlink' as const, target: linkname };
    edit.create(parent, path.slice(slash + 1), { ...made, ...meta });
  }
  return edit.tree();
}
