import { createHash } from 'node:crypto';
import { archiveParts, gzipPieces, type LayerFacts, type Part, type PartSet } from '../engine/hub/index.ts';

/** Changes when the same source would give other bytes. */
const FORMAT = 3;

/** What a layer's bytes depend on, as a short key. */
export function layerKey(set: PartSet, key: string, platform: string): string {
  const source = set.source(key);
  const part = set.part(key.slice(0, key.indexOf(':')))!;
  const texts = [...source.tree.matchAll(/ <([\w.~-]+)(?=\n|$)/g)].map(([, name]) => part.texts?.[name!]);
  const packages = [...source.tree.matchAll(/^%(?:dpkg|apk|rpm) (\S+)/gm)].map(([, name]) =>
    set.packages(name!.includes(':') ? name! : `${key.slice(0, key.indexOf(':'))}:${name}`),
  );
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, platform, source, texts, packages]))
    .digest('hex')
    .slice(0, 24);
}

/** A layer's true digests: its archive and its compressed blob are made and hashed. */
export function layerFacts(set: PartSet, key: string, platform: string): LayerFacts {
  const tar = createHash('sha256');
  const blob = createHash('sha256');
  let size = 0;
  function* seen(): Generator<Part> {
    for (const part of archiveParts(set.entries(key, platform))) {
      tar.update('deflated' in part ? part.bytes : part);
      yield part;
    }
  }
  for (const piece of gzipPieces(seen())) {
    blob.update(piece);
    size += piece.length;
  }
  return [tar.digest('hex'), blob.digest('hex'), size];
}
