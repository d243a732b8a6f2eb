// Questions of keeping: an image as an archive, read piece by piece.

/** `docker`: what `docker save` writes. `oci`: an OCI image layout, which Docker loads too. */
export type ArchiveFormat = 'docker' | 'oci';

export interface KeepQueries {
  /**
   * Prepares the archive of one image. Its bytes are made when pieces are read; it stays as it is now, whatever happens to the image. The last few
   * archives are remembered.
   */
  'keep.archive': {
    readonly ask: {
      /** Full image ID. */
      readonly image: string;
      /** The names it shall have when it is loaded; none: it has only its ID. */
      readonly names: readonly string[];
      readonly format: ArchiveFormat;
    };
    readonly answer: {
      /** Names the archive in `keep.piece`. */
      readonly archive: number;
      /** Bytes in all. */
      readonly size: number;
      readonly layers: number;
    };
  };
  /** At most 8 MB of an archive; fewer than asked for only at its end. */
  'keep.piece': {
    readonly ask: { readonly archive: number; readonly offset: number; readonly length: number };
    readonly answer: Uint8Array<ArrayBuffer>;
  };
}
