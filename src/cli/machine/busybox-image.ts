import busybox from '../../../content/catalog/busybox.json' with { type: 'json' };
import { rfc3339 } from '../../engine/daemon/index.ts';
import { executableBody } from '../../engine/kernel/index.ts';
import { diff, makeLayer, packEntries } from '../../engine/layer/index.ts';
import { addImage, addLayer, emptyStore, type ImageStore, setTag } from '../../engine/store/index.ts';
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

/** An image store that holds `busybox:latest` alone, imported at `now` (seconds since the epoch). */
export function storeWithBusybox(now: number): ImageStore {
  const layer = makeLayer(packEntries(diff(Tree.empty(), busyboxTree())));
  const added = addLayer(emptyStore, undefined, layer);
  const created = rfc3339(now);
  const { architecture, os, comment, config } = busybox;
  const text = JSON.stringify({
    architecture,
    comment,
    config: {
      Hostname: '',
      Domainname: '',
      User: '',
      AttachStdin: false,
      AttachStdout: false,
      AttachStderr: false,
      Tty: false,
      OpenStdin: false,
      StdinOnce: false,
      Env: config.Env,
      Cmd: config.Cmd,
      Image: '',
      Volumes: null,
      WorkingDir: '',
      Entrypoint: null,
      OnBuild: null,
      Labels: null,
    },
    created,
    docker_version: '28.5.2',
    history: [{ created, comment }],
    os,
    rootfs: { type: 'layers', diff_ids: [layer.diffID] },
  });
  const { store, image } = addImage(added.store, text);
  return setTag(store, 'docker.io/library/busybox:latest', image.id, now);
}
