import { sha256 } from '../digest/index.ts';
import { textBody } from '../tree/index.ts';
import type { RemoteRegistry } from './remote.ts';
import { type Spoken, Talk } from './talk.ts';
import type { Fields, RequestListener } from './trace.ts';

const OCTETS: Fields = [['Content-Type', 'application/octet-stream']];

/**
 * The same registry, with a listener to its requests. One that speaks HTTP tells its own; for one that is a value, each call is told as the
 * requests that Docker's client makes for it, in the order that it makes them, which was recorded from Docker 28 (docs/semantics/registry-picture.md).
 */
export function observed(registry: RemoteRegistry, spoken: Spoken, listener: RequestListener): RemoteRegistry {
  if (registry.watch !== undefined) {
    registry.watch(listener);
    return registry;
  }
  const talk = new Talk(spoken, listener);
  talk.ping();
  return {
    ...registry,
    *getManifest(path, reference, wish = {}) {
      talk.admit(path, `/v2/${path}/manifests/${reference}`);
      const found = yield* talk.refusable(() => registry.getManifest(path, reference, wish), path, `/v2/${path}/manifests/${reference}`);
      talk.manifest(path, reference, found, wish.inner === true, found !== undefined && wish.known?.(found.digest) !== undefined);
      return found;
    },
    *listTags(path) {
      talk.admit(path, `/v2/${path}/tags/list`);
      const tags = yield* registry.listTags(path);
      const text = JSON.stringify(tags === undefined ? { errors: [{ code: 'NAME_UNKNOWN' }] } : { name: path, tags });
      talk.tell({
        method: 'GET',
        path: `/v2/${path}/tags/list`,
        status: tags === undefined ? 404 : 200,
        received: text.length + 1,
        answered: [['Content-Type', 'application/json']],
      });
      return tags;
    },
    *statBlob(path, digest) {
      talk.admit(path, `/v2/${path}/blobs/${digest}`);
      const size = yield* registry.statBlob(path, digest);
      talk.stat(path, digest, size);
      return size;
    },
    *getBlob(path, digest) {
      talk.admit(path, `/v2/${path}/blobs/${digest}`);
      const body = yield* registry.getBlob(path, digest);
      talk.tell({
        method: 'GET',
        path: `/v2/${path}/blobs/${digest}`,
        status: 200,
        received: body.size,
        answered: [...OCTETS, ['Docker-Content-Digest', digest]],
        digest,
      });
      return body;
    },
    *putBlob(path, digest, body, options = {}) {
      talk.admit(path, `/v2/${path}/blobs/${digest}`);
      const target = `/v2/${path}/blobs/uploads/`;
      const there = yield* talk.refusable(() => registry.putBlob(path, digest, body, options), path, target, digest);
      if (options.ask === true) talk.stat(path, digest, there ? body.size : undefined);
      if (!there || options.ask !== true) talk.upload(path, digest, body.size);
      return there;
    },
    *mountBlob(path, digest, from) {
      const first = `/v2/${path}/blobs/${digest}`;
      talk.admit(path, first);
      talk.admit(path, first, from);
      const query =
        spoken.client === 'moby' ? `from=${encodeURIComponent(from)}&mount=${encodeURIComponent(digest)}` : `mount=${digest}&from=${from}`;
      const target = `/v2/${path}/blobs/uploads/?${query}`;
      const mounted = yield* talk.refusable(() => registry.mountBlob(path, digest, from), path, target, digest);
      const answered: Fields = mounted
        ? [
            ['Location', `/v2/${path}/blobs/${digest}`],
            ['Docker-Content-Digest', digest],
          ]
        : [
            ['Location', `/v2/${path}/blobs/uploads/${talk.uploadID()}`],
            ['Range', '0-0'],
          ];
      talk.tell({ method: 'POST', path: target, status: mounted ? 201 : 202, answered, digest });
      return mounted;
    },
    *putManifest(path, tag, manifest) {
      talk.admit(path, `/v2/${path}/manifests/${tag ?? ''}`);
      const before = registry.named?.(path, tag ?? sha256(manifest.text));
      const digest = yield* talk.refusable(() => registry.putManifest(path, tag, manifest), path, `/v2/${path}/manifests/${tag ?? ''}`);
      const target = `/v2/${path}/manifests/${tag ?? digest}`;
      const type: Fields = [['Content-Type', manifest.mediaType]];
      if (spoken.client === 'containerd') {
        const same = before === digest;
        const told: Fields = same ? [['Docker-Content-Digest', digest]] : [];
        const accept: Fields = [['Accept', `${manifest.mediaType}, */*`]];
        talk.tell({ method: 'HEAD', path: target, status: same ? 200 : 404, asked: accept, answered: told, digest });
        if (same) return digest;
      }
      const answered: Fields = [
        ['Location', `/v2/${path}/manifests/${digest}`],
        ['Docker-Content-Digest', digest],
      ];
      talk.tell({ method: 'PUT', path: target, status: 201, sent: textBody(manifest.text).size, asked: type, answered, digest });
      return digest;
    },
  };
}
