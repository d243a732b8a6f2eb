/** Lower-case hex SHA-256 with its algorithm prefix, as image-spec `descriptor.md` writes digests. */
declare const of: unique symbol;
export type Digest = `sha256:${string}` & { readonly [of]?: unknown };
type DigestOf<K extends string> = Digest & { readonly [of]: K };

/** Digest of a layer's uncompressed tar (image-spec config.md, "Layer DiffID"). */
export type DiffID = DigestOf<'uncompressed layer tar'>;
/** Digest of a stack of layers, applied in order (image-spec config.md, "Layer ChainID"). */
export type ChainID = DigestOf<'stack of layers, in order'>;
/** Digest of the bytes of an image's config JSON (image-spec config.md, "ImageID"). */
export type ImageID = DigestOf<'image config JSON'>;
/** Digest of the inputs of a build step. */
export type CacheKey = DigestOf<'inputs of a build step'>;
