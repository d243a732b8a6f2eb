import { dialError, reach } from '../../../engine/daemon/image/index.ts';
import type { Digest } from '../../../engine/digest/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { canonicalString, DEFAULT_DOMAIN, type Reference } from '../../../engine/reference/index.ts';
import { configPlatform, isIndex, type ManifestIndex, type RemoteRegistry } from '../../../engine/registry/index.ts';
import { readBody } from '../../../engine/tree/index.ts';
import type { Context } from '../../command.ts';
import { type ImageManifest, imageManifest } from './image-manifest.ts';

/** The registries that speak TLS; the others only answer a client that allows registries without. */
const isSecure = (domain: string): boolean => domain === DEFAULT_DOMAIN;

/**
 * The way `docker manifest` asks registries itself. `insecure` allows those without encryption. Throws DockerError with the client's texts.
 * Source: docker/cli internal/registryclient.
 */
export class ManifestClient {
  readonly #context: Context;
  readonly #insecure: boolean;

  constructor(context: Context, insecure: boolean) {
    this.#context = context;
    this.#insecure = insecure;
  }

  /** The manifest of one image. Throws for a list and for what is not there. */
  *manifest(reference: Reference): Step<ImageManifest> {
    const registry = yield* this.#connect(reference);
    const found = yield* this.#find(registry, reference);
    if (found === undefined) throw noSuchManifest(reference);
    if (isIndex(found.mediaType)) throw new DockerError('InvalidArgument', `${canonicalString(reference)} is a manifest list`);
    return yield* this.#image(registry, reference.path, canonicalString(reference), found);
  }

  /** The manifests of a list, each with the platform that the list gives it. */
  *list(reference: Reference): Step<ImageManifest[]> {
    const registry = yield* this.#connect(reference);
    const found = yield* this.#find(registry, reference);
    if (found === undefined || !isIndex(found.mediaType)) throw noSuchManifest(reference);
    const out: ImageManifest[] = [];
    for (const { digest, platform } of (JSON.parse(found.text) as ManifestIndex).manifests) {
      const inner = yield* registry.getManifest(reference.path, digest);
      if (inner === undefined) throw noSuchManifest(reference);
      const manifest = yield* this.#image(registry, reference.path, canonicalString({ ...reference, digest }), inner);
      out.push({ ...manifest, Descriptor: { ...manifest.Descriptor, platform: platform ?? { architecture: '', os: '' } } });
    }
    return out;
  }

  /** Makes a blob of another repository known to this one. Throws for one that is not there. */
  *mount(target: Reference, digest: string, from: string): Step<void> {
    const registry = yield* this.#connect(target, true);
    if (yield* registry.mountBlob(target.path, digest as Digest, from)) return;
    throw new DockerError('NotFound', `error mounting ${target.domain}/${from}@${digest} to ${canonicalString(target)}`);
  }

  *put(reference: Reference, mediaType: string, text: string): Step<Digest> {
    const registry = yield* this.#connect(reference, true);
    return yield* registry.putManifest(reference.path, reference.digest === undefined ? reference.tag : undefined, { mediaType, text });
  }

  *#connect({ domain }: Reference, writing = false): Step<RemoteRegistry> {
    const registry = yield* reach(this.#context.daemon, domain);
    const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
    const failed = `failed to configure transport: error pinging v2 registry: Get "https://${host}/v2/": `;
    if (registry === undefined) throw new DockerError('Unavailable', failed + dialError(host));
    if (writing && !this.#insecure && !isSecure(domain))
      throw new DockerError('Unavailable', `${failed}http: server gave HTTP response to HTTPS client`);
    return registry;
  }

  *#find(registry: RemoteRegistry, reference: Reference): ReturnType<RemoteRegistry['getManifest']> {
    if (!this.#insecure && !isSecure(reference.domain)) return undefined;
    try {
      return yield* registry.getManifest(reference.path, reference.digest ?? reference.tag ?? 'latest');
    } catch (error) {
      if (
        error instanceof DockerError &&
        (error.code === 'NotFound' || error.code === 'Unauthenticated' || error.code === 'PermissionDenied')
      )
        return undefined;
      throw error;
    }
  }

  *#image(
    registry: RemoteRegistry,
    path: string,
    ref: string,
    { mediaType, text }: { readonly mediaType: string; readonly text: string },
  ): Step<ImageManifest> {
    const { config } = JSON.parse(text) as { config?: { digest: Digest } };
    const platform =
      config === undefined
        ? { architecture: '', os: '' }
        : configPlatform(new TextDecoder().decode(readBody(yield* registry.getBlob(path, config.digest))));
    const manifest = imageManifest(ref, mediaType, text, platform);
    if (manifest === undefined) throw new DockerError('InvalidArgument', `${ref} is not a manifest`);
    return manifest;
  }
}

const noSuchManifest = (reference: Reference): DockerError =>
  new DockerError('NotFound', `no such manifest: ${canonicalString(reference)}`);
