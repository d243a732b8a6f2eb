// The image store of a machine: names, manifests, configs and layers, and who uses what. Bytes are counted as `docker system df` counts them.

export interface StoreView {
  /** `graph`: an image is its config, no manifest is kept. `containerd`: an image is its index or manifest, kept with all blobs. */
  readonly kind: 'graph' | 'containerd';
  /** Newest first, with those between the steps of the classic builder. */
  readonly images: readonly StoreImage[];
  /** Every unpacked layer once, lowest first: a layer comes after the one it lies on. */
  readonly layers: readonly StoreLayer[];
  /** Newest first. */
  readonly containers: readonly StoreContainer[];
  /** Bytes of all images: the SIZE of `docker system df`. */
  readonly onDisk: number;
  /** BuildKit's cache as `docker system df` tells it; `beside`: bytes of it that lie in no layer here. */
  readonly cache: { readonly items: number; readonly size: number; readonly beside: number };
  readonly volumes: readonly { readonly name: string; readonly size: number }[];
  /** Networks that were made by hand. */
  readonly networks: readonly string[];
  /** With containerd's store: how many blobs are kept, and their bytes. */
  readonly blobs?: { readonly count: number; readonly size: number };
}

export interface StoreImage {
  /** Full image ID: of the config, or with containerd's store of the index or manifest. */
  readonly id: string;
  /** Familiar references, e.g. `web:1`. */
  readonly tags: readonly string[];
  /** Familiar references with a manifest digest, e.g. `nginx@sha256:…`: what `docker images --digests` knows. */
  readonly digests: readonly string[];
  /** A step of the classic builder on which another image was made: shown by `docker images -a` only. */
  readonly intermediate: boolean;
  /** Image it was made from step by step. */
  readonly parent?: string;
  readonly created: number;
  /** As `docker images` shows it. */
  readonly size: number;
  /** Bytes of layers that other images have too, as `docker system df -v` counts them. */
  readonly shared: number;
  /** The name it lost last, and the image that took it. */
  readonly lost?: { readonly name: string; readonly to?: string };
  readonly index?: BlobView;
  /** What runs here first; exactly one with a graph driver. */
  readonly platforms: readonly StorePlatform[];
}

export interface BlobView {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
}

/** One platform of an image: its manifest, its config, its layers. */
export interface StorePlatform {
  /** `linux/amd64`; empty for an attestation. */
  readonly platform: string;
  readonly kind: 'image' | 'attestation' | 'unknown';
  /** All its blobs are here. */
  readonly here: boolean;
  /** It is what this machine runs. */
  readonly host: boolean;
  /** Absent with a graph driver, which keeps none. */
  readonly manifest?: BlobView;
  /** Absent while it is not here. */
  readonly config?: { readonly digest: string; readonly size: number };
  /** ChainIDs of its layers, lowest first; none while it is not unpacked. */
  readonly stack: readonly string[];
  /** The blobs its manifest names as layers, lowest first. */
  readonly blobs: readonly BlobView[];
}

export interface StoreLayer {
  readonly chainID: string;
  readonly diffID: string;
  /** ChainID of the layer it lies on. */
  readonly parent?: string;
  /** Bytes, as `docker history` shows them. */
  readonly size: number;
  /** From the history of an image that has it; empty when none tells. */
  readonly createdBy: string;
  /** A result in BuildKit's cache has the same contents, and keeps it. */
  readonly cached: boolean;
  /** The compressed blob it is, or is known as in registries; the newest that is known. */
  readonly blob?: { readonly digest: string; readonly repository?: string };
}

export interface StoreContainer {
  readonly id: string;
  readonly name: string;
  /** Image it was made from; that may be gone. */
  readonly image: string;
  /** ChainID of the layer its own lies on. */
  readonly base?: string;
  readonly running: boolean;
  /** Bytes of its writable layer. */
  readonly size: number;
}
