/**
 * Which Docker a machine runs: `classic` is 20.10, which builds with its own builder; `graphdriver` is 28 as installed, with images in the
 * overlay2 graph driver; `containerd` is 28 with `"features": {"containerd-snapshotter": true}`.
 */
export type Profile = 'classic' | 'graphdriver' | 'containerd';

export const PROFILES: readonly Profile[] = ['classic', 'graphdriver', 'containerd'];

export const isProfile = (text: string): text is Profile => (PROFILES as readonly string[]).includes(text);

/** What else follows from a profile. */
export interface ProfileFacts {
  /** The release, without a patch level. */
  readonly release: '20.10' | '28';
  /** The version as image configs name it. */
  readonly version: string;
  /** What `docker info` calls the storage driver. */
  readonly driver: 'overlay2' | 'overlayfs';
  /** Who builds when nobody says otherwise. */
  readonly builder: 'classic' | 'buildkit';
}

const FACTS: Readonly<Record<Profile, ProfileFacts>> = {
  classic: { release: '20.10', version: '20.10.24', driver: 'overlay2', builder: 'classic' },
  graphdriver: { release: '28', version: '28.5.2', driver: 'overlay2', builder: 'buildkit' },
  containerd: { release: '28', version: '28.5.2', driver: 'overlayfs', builder: 'buildkit' },
};

/** The facts of a machine's profile; without one it is Docker 28 as installed. */
export const profileFacts = ({ profile = 'graphdriver' }: { readonly profile?: Profile }): ProfileFacts => FACTS[profile];
