// Registries as a machine can name them, and what its engine pushed and pulled: transfers with their blobs and HTTP requests.

export interface RemoteView {
  /** Docker Hub first, then those of the world, then containers that run one. */
  readonly registries: readonly RegistryView[];
  /** The last pushes and pulls, oldest first. */
  readonly transfers: readonly TransferView[];
}

export interface RegistryView {
  /** As it stands in references: `docker.io`, `registry.local:5000`, `localhost:5000`. */
  readonly host: string;
  readonly kind: 'hub' | 'value' | 'container';
  /** For a container: its name, and the machine it runs on. */
  readonly container?: string;
  readonly machine?: string;
  /** Blobs it stores, each once, and their bytes; of Docker Hub what was pushed there. */
  readonly blobs: number;
  readonly size: number;
  /** In byte order of their names. Of Docker Hub those that people of this world pushed to. */
  readonly repositories: readonly RepositoryView[];
}

export interface RepositoryView {
  readonly name: string;
  readonly tags: readonly { readonly tag: string; readonly digest: string }[];
  readonly manifests: number;
  readonly blobs: number;
}

export type BlobState = 'waiting' | 'moving' | 'moved' | 'exists' | 'mounted' | 'failed';
export type BlobReason =
  | 'found'
  | 'mounted'
  | 'new'
  | 'missing'
  | 'here'
  | 'absent'
  | 'elsewhere'
  | 'image-here'
  | 'not-reached'
  | 'refused';

/** `size` is that of the blob as it travels, `unpacked` that of the layer's files. */
export interface TransferBlob {
  /** A layer that was not compressed yet stands under its diffID, with size 0. */
  readonly digest: string;
  readonly kind: 'index' | 'manifest' | 'config' | 'layer' | 'attestation';
  readonly size: number;
  readonly diffID?: string;
  readonly unpacked?: number;
  readonly state: BlobState;
  readonly reason?: BlobReason;
  /** The repository it was mounted from. */
  readonly from?: string;
}

export interface IndexView {
  readonly digest: string;
  readonly rows: readonly IndexRowView[];
  /** The platform that was wanted, and whether the command said so. */
  readonly wanted: string;
  readonly asked: boolean;
}

export interface IndexRowView {
  readonly digest: string;
  readonly size: number;
  readonly platform: string;
  /** The manifest that an attestation is about. */
  readonly about?: string;
  readonly chosen: boolean;
}

type Fields = readonly (readonly [name: string, value: string])[];

export interface RequestView {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT';
  /** Set when it is another host than the registry. */
  readonly host?: string;
  readonly path: string;
  /** 0: nobody answered. */
  readonly status: number;
  readonly sent: number;
  readonly received: number;
  readonly asked: Fields;
  readonly answered: Fields;
  /** The blob or manifest it is about. */
  readonly digest?: string;
}

/** A push or pull of one reference, blobs in the order of the manifest, index and manifest first. */
export interface TransferView {
  /** 1 for the machine's first. */
  readonly number: number;
  readonly kind: 'push' | 'pull';
  readonly domain: string;
  readonly path: string;
  /** Tag or digest. */
  readonly reference: string;
  readonly began: number;
  /** Missing while it goes on. */
  readonly ended?: number;
  /** What the command printed, when it failed. */
  readonly failure?: string;
  /** Digest that the reference names in the registry. */
  readonly target?: string;
  /** Image here. */
  readonly image?: string;
  /** Image that the reference named here before. */
  readonly replaced?: string;
  readonly index?: IndexView;
  readonly blobs: readonly TransferBlob[];
  readonly requests: readonly RequestView[];
  /** Requests that were made after those that are kept. */
  readonly more: number;
}
