import type { RunConfig } from '../image/index.ts';

/** A layer as the catalogue writes it: the text of its tree, and what its generated files and times come from. */
export interface LayerSource {
  readonly tree: string;
  /** Seconds since the epoch. */
  readonly mtime: number;
  readonly salt: string;
}

/** What is known of a layer's bytes on one platform: DiffID and digest of the blob, 64 hex digits each, and the blob's size. */
export type LayerFacts = readonly [diffID: string, blob: string, size: number];

/** A row of an image's history: what made it, the layer it made (none for an empty one), seconds from the image's `created`, a comment. */
export type HistorySource = readonly [by: string, layer: string | 0, offset?: number, comment?: string];

/** An image of a repository, for all its platforms. */
export interface ImageSource {
  /** RFC 3339. */
  readonly created: string;
  /** `architecture[/variant]`, in the index's order; amd64 is one of them. */
  readonly platforms: readonly string[];
  /** Written by BuildKit, or by the classic builder of this version of Docker. */
  readonly builder: 'buildkit' | string;
  /** Media types of the manifests, and whether provenance stands beside them in the index; `plain` has no index. */
  readonly form: 'oci' | 'oci+attestations' | 'docker' | 'plain';
  readonly config: RunConfig;
  readonly history: readonly HistorySource[];
  /** Of platforms other than amd64: digest (64 hex digits) and size of the manifest, and of the attestations' manifest. */
  readonly others?: Readonly<Record<string, readonly [digest: string, size: number, attestation?: string, attestationSize?: number]>>;
}

/** The image a tag points at, or several with the second from which each is the one. */
export type TagSource = string | readonly (readonly [since: number, image: string])[];

export interface RepositorySource {
  readonly tags: Readonly<Record<string, TagSource>>;
  readonly images: Readonly<Record<string, ImageSource>>;
}

/** Packages installed in an image, over those of another set. */
export interface PackageSet {
  readonly base?: string;
  /** Rows as {@link packageRow} reads them. */
  readonly rows: readonly string[];
}

/** A part of the catalogue: a repository, or the layers of a base that several repositories build on. */
export interface HubPart {
  /** Parts that its images and sets use. */
  readonly needs?: readonly string[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly packages?: Readonly<Record<string, PackageSet>>;
  readonly layers?: Readonly<Record<string, LayerSource>>;
  /** Facts of amd64's layers. */
  readonly facts?: Readonly<Record<string, LayerFacts>>;
  readonly repository?: RepositorySource;
}

/** Facts of the layers of other platforms than amd64, by platform; loaded when one of them is asked for. */
export type OtherFacts = Readonly<Record<string, Readonly<Record<string, LayerFacts>>>>;

/** A repository as a search shows it. */
export interface HubEntry {
  /** As it is called on the command line: without `library/`. */
  readonly name: string;
  readonly description: string;
  readonly stars: number;
  readonly badge?: 'official' | 'verified' | 'sponsored';
  /** The part that holds it; undefined for what can be found but is not simulated. */
  readonly part?: string;
}
