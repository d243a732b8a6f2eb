import busybox from '../../../content/catalog/busybox.json' with { type: 'json' };
import { rfc3339 } from '../../engine/daemon/index.ts';
import type { DiffID, Digest } from '../../engine/digest/index.ts';
import { dockerConfigJson } from '../../engine/image/index.ts';
import { executableBody } from '../../engine/kernel/index.ts';
import { diff, type Layer, layerTar, packEntries, sizeOfEntries } from '../../engine/layer/index.ts';
import { type Profile, profileFacts } from '../../engine/profile/index.ts';
import {
  addImage,
  addLayer,
  addTarget,
  emptyContent,
  emptyStore,
  type ImageStore,
  knowLayer,
  layerType,
  OCI_CONFIG,
  OCI_MANIFEST,
  putBlob,
  putText,
  setTag,
} from '../../engine/store/index.ts';
import { tarBody } from '../../engine/tar/index.ts';
import { type Attrs, type Body, concatBodies, emptyBody, ROOT, Tree, TreeEdit, textBody, zeroBody } from '../../engine/tree/index.ts';

interface CatalogFile {
  readonly path: string;
  readonly type: string;
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly linkname?: string;
  readonly content?: string;
}

const NAME = 'docker.io/library/busybox:latest';

/** Bytes of a record of GNU tar. */
const RECORD = 10_240;

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

let imported: Layer | undefined;

/** The layer as `docker import` keeps it: the archive has the size of GNU tar's, which fills its last record. Made once: it is always the same. */
function importedLayer(): Layer {
  imported ??= importLayer();
  return imported;
}

function importLayer(): Layer {
  const entries = packEntries(diff(Tree.empty(), busyboxTree()));
  const made = tarBody(entries);
  const tar = concatBodies([made, zeroBody(Math.ceil(made.size / RECORD) * RECORD - made.size)]);
  return { diffID: tar.digest() as DiffID, entries, size: sizeOfEntries(entries), tar };
}

/** An image store that holds `busybox:latest` alone, imported at `now` (seconds since the epoch). */
export function storeWithBusybox(now: number, profile: Profile = 'graphdriver'): ImageStore {
  const layer = importedLayer();
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
    container_config: dockerConfigJson(undefined),
    created,
    docker_version: profileFacts({ profile }).version,
    history: [{ created, comment }],
    os,
    rootfs: { type: 'layers', diff_ids: [layer.diffID] },
  });
  const { store, image } = profile === 'containerd' ? addLoaded(added.store, layer, text) : addImage(added.store, text);
  return setTag(store, NAME, image.id, now);
}

/** The image as containerd's store keeps it after `docker load` of an archive that a graph driver saved. */
function addLoaded(store: ImageStore, layer: Layer, configText: string): ReturnType<typeof addTarget> {
  const config = putText(emptyContent, OCI_CONFIG, configText);
  const body = layerTar(layer);
  const blob = { mediaType: layerType(body, 'oci'), digest: layer.diffID as Digest, size: body.size };
  const content = knowLayer(putBlob(config.content, body, blob.digest), layer.diffID, blob.digest);
  const text = JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: config.descriptor, layers: [blob] });
  const manifest = putText(content, OCI_MANIFEST, text);
  const annotations = { 'io.containerd.image.name': NAME, 'org.opencontainers.image.ref.name': 'latest' };
  return addTarget({ ...store, content: manifest.content }, { ...manifest.descriptor, annotations });
}
