// Facts about registries, as one machine can name them, and about what was pushed to them.

/** What a reference names in a registry. */
export interface ManifestFacts {
  readonly digest: string;
  /** `linux/amd64`; those of an index in its order, without attestations. */
  readonly platforms: readonly string[];
  /** Digests of the layers, those of all images of an index. */
  readonly layers: readonly string[];
}

export interface RegistriesFacts {
  /** Whether a registry answers at the host of a reference. */
  answers(reference: string): boolean;
  /** The host that a reference names: `docker.io` where it names none. */
  host(reference: string): string;
  manifest(reference: string): ManifestFacts | undefined;
  /** The tags of a repository; undefined when there is none of that name. */
  tags(repository: string): readonly string[] | undefined;
}

/** A push that came to its end. */
export interface PushFacts {
  /** 1 for a machine's first. */
  readonly number: number;
  /** As Docker prints it: without `docker.io`, with its tag. */
  readonly reference: string;
  /** Layers and configs that were sent; what was there already, or was mounted from another repository, is not among them. */
  readonly blobs: readonly { readonly digest: string; readonly size: number }[];
}
