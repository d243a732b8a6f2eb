import { type Profile, profileFacts } from '../../../engine/profile/index.ts';
import type { Json } from '../../format/index.ts';

/** A part of the server, as `docker version` lists it. */
export interface Component {
  readonly [key: string]: Json;
  readonly Name: string;
  readonly Version: string;
  readonly Details: Readonly<Record<string, string>>;
}

/** What a release says of itself. */
export interface VersionFacts {
  /** The name after `Client:` and `Server:`; empty for none. */
  readonly platform: string;
  readonly client: Readonly<
    Record<'Version' | 'ApiVersion' | 'DefaultAPIVersion' | 'GitCommit' | 'GoVersion' | 'Os' | 'Arch' | 'BuildTime' | 'Context', string>
  >;
  /** The engine first. */
  readonly components: readonly [Component, ...Component[]];
  readonly server: Readonly<
    Record<'Version' | 'ApiVersion' | 'MinAPIVersion' | 'GitCommit' | 'GoVersion' | 'Os' | 'Arch' | 'KernelVersion' | 'BuildTime', string>
  >;
  readonly buildx: string;
}

const KERNEL = '6.1.0-strata';

function facts(release: {
  readonly platform: string;
  readonly version: string;
  readonly api: string;
  readonly minimum: string;
  readonly go: string;
  readonly commits: readonly [client: string, engine: string];
  readonly built: readonly [client: string, engine: string, iso: string];
  readonly parts: readonly (readonly [name: string, version: string, commit: string])[];
  readonly buildx: string;
}): VersionFacts {
  const { platform, version, api, minimum, go, commits, built, parts, buildx } = release;
  const common = { GoVersion: go, Os: 'linux', Arch: 'amd64' };
  const engine: Component = {
    Name: 'Engine',
    Version: version,
    Details: {
      ApiVersion: api,
      Arch: 'amd64',
      BuildTime: built[1],
      Experimental: 'false',
      GitCommit: commits[1],
      GoVersion: go,
      KernelVersion: KERNEL,
      MinAPIVersion: minimum,
      Os: 'linux',
    },
  };
  return {
    platform,
    client: {
      Version: version,
      ApiVersion: api,
      DefaultAPIVersion: api,
      GitCommit: commits[0],
      ...common,
      BuildTime: built[0],
      Context: 'default',
    },
    components: [engine, ...parts.map(([Name, Version, GitCommit]) => ({ Name, Version, Details: { GitCommit } }))],
    server: {
      Version: version,
      ApiVersion: api,
      MinAPIVersion: minimum,
      GitCommit: commits[1],
      ...common,
      KernelVersion: KERNEL,
      BuildTime: built[2],
    },
    buildx,
  };
}

const INIT = ['docker-init', '0.19.0', 'de40ad0'] as const;

const RELEASES = {
  '28': facts({
    platform: '',
    version: '28.5.2',
    api: '1.51',
    minimum: '1.24',
    go: 'go1.25.3',
    commits: ['ecc6942', '89c5e8f'],
    built: ['Wed Nov  5 14:43:11 2025', 'Wed Nov  5 14:43:11 2025', '2025-11-05T14:43:11.000000000+00:00'],
    parts: [['containerd', 'v1.7.28', 'b98a3aace656320842a23f4a392a33f46af97866'], ['runc', '1.3.0', 'v1.3.0-0-g4ca628d1'], INIT],
    buildx: 'v0.29.1',
  }),
  '20.10': facts({
    platform: 'Docker Engine - Community',
    version: '20.10.24',
    api: '1.41',
    minimum: '1.12',
    go: 'go1.19.7',
    commits: ['297e128', '5d6db84'],
    built: ['Tue Apr  4 18:21:03 2023', 'Tue Apr  4 18:18:57 2023', '2023-04-04T18:18:57.000000000+00:00'],
    parts: [['containerd', '1.6.20', '2806fc1057397dbaeefbea0e4e17bddfbd388f38'], ['runc', '1.1.5', 'v1.1.5-0-gf19387a'], INIT],
    buildx: 'v0.10.4',
  }),
} as const satisfies Record<string, VersionFacts>;

/** The versions that a machine's Docker follows, as a Docker of that release tells them. */
export const versionFacts = (state: { readonly profile?: Profile }): VersionFacts => RELEASES[profileFacts(state).release];
