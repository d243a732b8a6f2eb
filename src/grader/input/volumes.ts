// Facts about volumes and networks.

export interface VolumeFacts {
  readonly name: string;
  /** Made for a VOLUME or a `-v` without a name. */
  readonly anonymous: boolean;
  text(path: string): string | undefined;
}

export interface NetworkFacts {
  readonly name: string;
  readonly driver: string;
}
