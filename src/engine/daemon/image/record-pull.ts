import { chainIDs, type DiffID, type ImageID } from '../../digest/index.ts';
import { formatPlatform, linuxAmd64, parsePlatform, platformOf } from '../../platform/index.ts';
import type { Manifest, ManifestIndex, RemoteManifest } from '../../registry/index.ts';
import { type ImageStore, stackOf } from '../../store/index.ts';
import { textBody } from '../../tree/index.ts';
import type { Recording } from './recording.ts';
import type { BlobTrace, IndexRow } from './transfer-log.ts';

/** What a pull is about: the index it went through, the manifest for its platform, and every blob that names. */
export interface Pulled {
  readonly found: RemoteManifest;
  readonly chosen: RemoteManifest;
  readonly manifest: Manifest;
  /** What `--platform` said; empty for nothing. */
  readonly platform: string;
}

/** Puts a pull's blobs on record before any of them moves. Those of an image that is here are known at once. */
export function planPull(recording: Recording, store: ImageStore, { found, chosen, manifest, platform }: Pulled): void {
  const here = store.images.get(manifest.config.digest as unknown as ImageID);
  const document = (kind: BlobTrace['kind'], { digest, text }: RemoteManifest): BlobTrace => ({
    digest,
    kind,
    size: textBody(text).size,
    ...((store.content === undefined ? recording.log.fetched.has(digest) && here !== undefined : store.content.blobs.has(digest))
      ? { state: 'exists' as const, reason: 'here' as const }
      : { state: 'moved' as const, reason: 'absent' as const }),
  });
  const fate: Pick<BlobTrace, 'state' | 'reason'> = here === undefined ? { state: 'waiting' } : { state: 'exists', reason: 'image-here' };
  const layers = manifest.layers.map(
    ({ digest, size }): BlobTrace => ({ digest, kind: isLayer(manifest, digest) ? 'layer' : 'attestation', size, ...fate }),
  );
  if (chosen !== found) recording.set({ index: indexOf(found, chosen, platform) });
  recording.plan([
    ...(chosen === found ? [] : [document('index', found)]),
    document('manifest', chosen),
    { digest: manifest.config.digest, kind: 'config', size: manifest.config.size, ...fate },
    ...layers,
  ]);
  if (here !== undefined) planLayers(recording, store, manifest, here.config.rootfs.diff_ids, manifest.layers.length, 'image-here');
}

const isLayer = (manifest: Manifest, digest: string): boolean =>
  manifest.layers.find((layer) => layer.digest === digest)?.mediaType !== 'application/vnd.in-toto+json';

/** What the config says about the layers: their diffIDs. The first `present` are here; of the others it is told why they have to come. */
export function planLayers(
  recording: Recording,
  store: ImageStore,
  { layers }: Manifest,
  diffIDs: readonly DiffID[],
  present: number,
  reason: 'here' | 'image-here' = 'here',
): void {
  const chain = chainIDs(diffIDs);
  const known = new Set([...store.images.values()].flatMap((image) => (stackOf(image).length === 0 ? [] : image.config.rootfs.diff_ids)));
  for (const [index, { digest }] of layers.entries()) {
    const diffID = diffIDs[index];
    if (diffID === undefined) continue;
    const snapshot = store.snapshots.get(chain[index]!);
    if (index < present) {
      recording.blob(digest, { diffID, state: 'exists', reason, ...(snapshot === undefined ? {} : { unpacked: snapshot.layer.size }) });
    } else recording.blob(digest, { diffID, reason: known.has(diffID) ? 'elsewhere' : 'absent' });
  }
}

function indexOf({ digest, text }: RemoteManifest, chosen: RemoteManifest, platform: string) {
  const { manifests } = JSON.parse(text) as ManifestIndex;
  const rows = manifests.map((item): IndexRow => {
    const about = item.annotations?.['vnd.docker.reference.digest'];
    return {
      digest: item.digest,
      size: item.size,
      platform: item.platform === undefined ? '' : formatPlatform(platformOf(item.platform), true),
      ...(about === undefined ? {} : { about }),
      chosen: item.digest === chosen.digest,
    };
  });
  const parsed = platform === '' ? undefined : parsePlatform(platform);
  const wanted = parsed?.ok ? formatPlatform(parsed.value, true) : formatPlatform(linuxAmd64, true);
  return { digest, rows, wanted, asked: platform !== '' };
}
