// The digest ripple: one thing is changed in a copy of an image, and every name that is made from it is worked out anew, with SHA-256.
import { layerBlob } from '../../../engine/archive/index.ts';
import { type ChainID, chainIDs, type DiffID, type Digest, type ImageID, sha256 } from '../../../engine/digest/index.ts';
import { type Layer, layerTar, readLayer } from '../../../engine/layer/index.ts';
import { manifestText } from '../../../engine/registry/index.ts';
import { type ContentStore, type Image, type ImageStore, mustGet, stackOf, textOf } from '../../../engine/store/index.ts';
import { type Body, bytesBody, textBody, writeBody } from '../../../engine/tree/index.ts';
import type { Pair, Ripple, RippleAsk, RippleChange, RippleLayer } from '../../session/queries/store.ts';
import { replaceDigest, rewriteJson } from './store-json.ts';
import { memberAt, setField } from './store-tar.ts';

/** Bytes of an archive that are hashed and compressed at once: more would make the learner wait. */
export const MOST = 64_000_000;

interface Named {
  readonly digest: string;
  readonly size: number;
}

interface Changed {
  /** Of the layer, from the lowest; undefined when only the config changed. */
  readonly at: number | undefined;
  readonly layer: Layer | undefined;
  readonly configText: string;
  readonly was: string;
  readonly is: string;
}

export function rippleOf(store: ImageStore, { image: id, change }: RippleAsk): Ripple {
  const began = performance.now();
  const image = mustGet(store.images, id as ImageID);
  const stack = stackOf(image);
  const layers = stack.map((chain) => mustGet(store.snapshots, chain).layer);
  const changed = applyChange(image, layers, change);
  const after = layers.map((layer, index) => (index === changed.at ? changed.layer! : layer));
  const chains = chainIDs(after.map(({ diffID }) => diffID));
  const config = { old: sha256(image.configText), new: sha256(changed.configText) };
  const blobs = layers.map((layer) => (store.content === undefined ? blobOf(layer) : keptBlob(store.content, layer)));
  const made = changed.at === undefined ? undefined : madeBlob(store.content, layers[changed.at]!, changed.layer!);
  const now = blobs.map((blob, index) => (index === changed.at ? made! : blob));
  const names =
    store.content === undefined
      ? pushed(image, changed.configText, config, blobs, now)
      : stored(
          store.content,
          image,
          changed.configText,
          config,
          changed.at === undefined ? undefined : { old: blobs[changed.at]!.digest, next: made! },
        );
  return {
    was: changed.was,
    is: changed.is,
    layers: layers.map((layer, index): RippleLayer => {
      return {
        diffID: pair(layer.diffID, after[index]!.diffID),
        chainID: pair(stack[index]!, chains[index]!),
        blob: pair(blobs[index]!.digest, now[index]!.digest),
      };
    }),
    config,
    ...names,
    took: performance.now() - began,
  };
}

const pair = (old: string, next: string): Pair => ({ old, new: next });

function blobOf(layer: Layer): Named {
  if (layer.blob === undefined && layer.size > MOST) throw new Error('store.toolarge');
  const { digest, body } = layerBlob(layer);
  return { digest, size: body.size };
}

/** The blob that a layer is kept as. */
function keptBlob(content: ContentStore, layer: Layer): Named {
  const digest = content.layers.get(layer.diffID);
  if (digest === undefined) throw new Error('store.layout');
  return { digest, size: mustGet(content.blobs, digest).size };
}

/** The blob of a changed layer: compressed if the one before it is. */
function madeBlob(content: ContentStore | undefined, before: Layer, layer: Layer): Named {
  const digest = content?.layers.get(before.diffID);
  if (content === undefined || digest === undefined) return blobOf(layer);
  const [a, b] = mustGet(content.blobs, digest).read(0, 2);
  if (a === 0x1f && b === 0x8b) return blobOf(layer);
  if (a === 0x28 && b === 0xb5) throw new Error('store.zstd');
  return { digest: layer.diffID, size: layerTar(layer).size };
}

function applyChange(image: Image, layers: readonly Layer[], change: RippleChange): Changed {
  if (change.kind === 'config') return changeConfig(image, change);
  const at = stackOf(image).indexOf(change.chainID as ChainID);
  const layer = layers[at];
  if (layer === undefined) throw new Error('store.nofile');
  const { archive, member, entry } = fileIn(layer, change.path);
  let next: Body;
  let was: string;
  let is: string;
  if (change.kind === 'byte') {
    if (entry.kind !== 'file' || change.offset < 0 || change.offset >= entry.body.size) throw new Error('store.nofile');
    const old = entry.body.read(change.offset, 1)[0]!;
    next = writeBody(archive, member.data + change.offset, Uint8Array.of(change.byte));
    was = hex(old);
    is = hex(change.byte);
  } else {
    const field = change.kind;
    const value = change.kind === 'mtime' ? change.mtime : change.mode;
    next = setField(archive, member.header, field, value);
    was = String(entry[field]);
    is = String(value);
  }
  const made = readLayer(next);
  return { at, layer: made, configText: withDiffID(image.configText, at, layer.diffID, made.diffID), was, is };
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** A file's member in the layer's archive. */
export function fileIn(
  layer: Layer,
  path: string,
): { archive: Body; member: { header: number; data: number }; entry: Layer['entries'][number] } {
  const index = layer.entries.findIndex((entry) => `/${entry.path.replace(/^\.?\//, '').replace(/\/$/, '')}` === path);
  const entry = layer.entries[index];
  if (entry === undefined) throw new Error('store.nofile');
  if (layer.size > MOST) throw new Error('store.toolarge');
  const archive = layerTar(layer);
  return { archive, member: memberAt(archive, index), entry };
}

/** The config with the diffID of one layer replaced, all else as it is written. */
function withDiffID(text: string, at: number, old: DiffID, next: DiffID): string {
  const start = text.indexOf('"diff_ids"');
  let from = start;
  for (let index = 0; index <= at; index++) from = text.indexOf('"sha256:', from + 1);
  if (start < 0 || text.slice(from + 1, from + 1 + old.length) !== old) throw new Error('store.layout');
  return text.slice(0, from + 1) + next + text.slice(from + 1 + old.length);
}

function changeConfig(image: Image, { key, json }: Extract<RippleChange, { kind: 'config' }>): Changed {
  let value: unknown;
  try {
    value = json.trim() === '' ? undefined : JSON.parse(json);
  } catch {
    throw new Error('store.nojson');
  }
  type Doc = { config?: Record<string, unknown> };
  const before = (JSON.parse(image.configText) as Doc).config?.[key];
  const configText = rewriteJson<Doc>(image.configText, (doc) => {
    const { [key]: _, ...others } = doc.config ?? {};
    return { ...doc, config: value === undefined ? others : { ...doc.config, [key]: value } };
  });
  return { at: undefined, layer: undefined, configText, was: textOfValue(before), is: textOfValue(value) };
}

const textOfValue = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** What `docker push` would send for an image whose manifest is not kept. */
function pushed(image: Image, configText: string, config: Pair, old: readonly Named[], now: readonly Named[]): Pick<Ripple, 'manifest'> {
  const manifest = (digest: string, text: string, blobs: readonly Named[]): string =>
    sha256(manifestText({ digest: digest as Digest, size: textBody(text).size }, blobs as { digest: Digest; size: number }[]));
  return { manifest: pair(manifest(config.old, image.configText, old), manifest(config.new, configText, now)) };
}

/** The manifest and index that are kept, with what changed below them. */
function stored(
  content: ContentStore,
  image: Image,
  configText: string,
  config: Pair,
  blob: { readonly old: string; readonly next: Named } | undefined,
): Pick<Ripple, 'manifest' | 'index'> {
  const { target, manifest } = image;
  if (target === undefined || manifest === undefined) throw new Error('store.layout');
  const text = mustText(content, manifest.digest);
  const next = rewriteJson<unknown>(text, (value) => {
    const named = replaceDigest(value, config.old, { digest: config.new, size: textBody(configText).size });
    return blob === undefined ? named : replaceDigest(named, blob.old, blob.next);
  });
  const names = pair(manifest.digest, sha256(next));
  if (target.digest === manifest.digest) return { manifest: names };
  const index = rewriteJson<unknown>(mustText(content, target.digest), (value) =>
    replaceDigest(value, names.old, { digest: names.new, size: textBody(next).size }),
  );
  return { manifest: names, index: pair(target.digest, sha256(index)) };
}

function mustText(content: ContentStore, digest: Digest): string {
  const text = textOf(content, digest);
  if (text === undefined) throw new Error('store.layout');
  return text;
}

/** Some bytes of a file, with what its header says. */
export function bytesOf(layer: Layer, path: string, offset: number, length: number) {
  const entry = layer.entries.find((one) => `/${one.path.replace(/^\.?\//, '').replace(/\/$/, '')}` === path);
  if (entry === undefined) throw new Error('store.nofile');
  const body = entry.kind === 'file' ? entry.body : bytesBody(new Uint8Array(0));
  return { size: body.size, offset, bytes: body.read(offset, length).slice(), mtime: entry.mtime, mode: entry.mode };
}
