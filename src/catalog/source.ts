/** A step of a recipe: an instruction that only changes the config, or one that makes a layer. */
export type StepSource = string | LayerStep;

/** One of RUN, COPY, ADD, WORKDIR, or `row`: the history row as it stands. `tree` is what the layer holds; `{}` for an empty layer. */
export interface LayerStep {
  readonly RUN?: string;
  readonly COPY?: string;
  readonly ADD?: string;
  readonly WORKDIR?: string;
  readonly row?: string;
  readonly comment?: string;
  readonly tree?: string;
  /** Bytes of the layer's files, such as `12.5MB`: lines whose size is `*N` share what the others leave. */
  readonly size?: string;
  /** Only when this variable is set. */
  readonly when?: string;
  /** What generated files are made from, where the layer is the same in images of different days. */
  readonly salt?: string;
}

export interface SetSource {
  readonly base?: string;
  /** Rows as the catalogue has them, or just `name version KiB`, blank-separated. */
  readonly rows?: readonly string[];
  /** Names whose rows come from content/packages. */
  readonly take?: string;
  /** The release in content/packages; `true` for everything that its base image holds. */
  readonly index?: string;
  readonly whole?: boolean;
}

export interface ImageEntry {
  /** Tags that point here. */
  readonly tags: readonly (string | number)[];
  readonly from?: string;
  /** When the image was made, RFC 3339. */
  readonly created: string;
  /** When its tags began to point here; those of an earlier image with the same tags do until then. */
  readonly since?: string;
  readonly recipe?: string;
  readonly vars?: Readonly<Record<string, string | number | boolean>>;
  readonly platforms?: readonly string[];
  readonly builder?: string;
  readonly form?: 'oci' | 'oci+attestations' | 'docker' | 'plain';
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A file of content/catalog: one part. */
export interface PartFile {
  readonly repository?: {
    readonly name?: string;
    readonly description: string;
    readonly stars: number;
    readonly badge?: 'official' | 'verified' | 'sponsored';
  };
  readonly platforms?: readonly string[];
  readonly builder?: string;
  readonly form?: ImageEntry['form'];
  readonly vars?: Readonly<Record<string, string | number | boolean>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly trees?: Readonly<Record<string, string>>;
  readonly sets?: Readonly<Record<string, SetSource>>;
  readonly recipes?: Readonly<Record<string, readonly StepSource[]>>;
  readonly images?: readonly ImageEntry[];
}
