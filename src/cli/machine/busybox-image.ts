import busybox from '../../../content/catalog/busybox.json' with { type: 'json' };
import { rfc3339 } from '../../engine/daemon/index.ts';
import type { DiffID, Digest } from '../../engine/digest/index.ts';
import { dockerConfigJson } from '../../engine/image/index.ts';
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
import { concatBodies, Tree, zeroBody } from '../../engine/tree/index.ts';
import { busyboxTree } from './busybox-tree.ts';

const NAME = 'docker.io/library/busybox:latest';

/** Bytes of a record of GNU tar. */
const RECORD = 10_240;

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
