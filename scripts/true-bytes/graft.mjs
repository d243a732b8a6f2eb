// Puts another lowest layer under the images of an archive: the way to run, on a real kernel, what was built on Strata's busybox, whose program is filler.
import { createHash } from 'node:crypto';

const { readTar, tarBody } = await import('../../src/engine/tar/index.ts');
const { bytesBody, readBody, textBody } = await import('../../src/engine/tree/index.ts');

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The one image of a docker-archive: its config, and the bytes of its layers, lowest first. */
export function readImage(bytes) {
  const files = new Map(
    readTar(bytesBody(bytes))
      .filter(({ kind }) => kind === 'file')
      .map((entry) => [entry.path, readBody(entry.body)]),
  );
  const [item] = JSON.parse(Buffer.from(files.get('manifest.json')).toString());
  return { config: JSON.parse(Buffer.from(files.get(item.Config)).toString()), layers: item.Layers.map((path) => files.get(path)) };
}

/** A docker-archive of the image with its lowest layer replaced, under a name of its own. */
export function graft(bytes, base, name) {
  const { config, layers } = readImage(bytes);
  const all = [base, ...layers.slice(1)];
  config.rootfs.diff_ids = all.map((layer) => `sha256:${sha256(layer)}`);
  const text = JSON.stringify(config);
  const id = sha256(text);
  const file = (path, body) => ({ kind: 'file', path, body, mode: 0o644, uid: 0, gid: 0, mtime: 0 });
  const manifest = [{ Config: `${id}.json`, RepoTags: [name], Layers: all.map((_, index) => `${index}/layer.tar`) }];
  return readBody(
    tarBody([
      ...all.map((layer, index) => file(`${index}/layer.tar`, bytesBody(layer))),
      file(`${id}.json`, textBody(text)),
      file('manifest.json', textBody(JSON.stringify(manifest))),
    ]),
  );
}
