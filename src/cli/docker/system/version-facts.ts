import type { Json } from '../../format/index.ts';

/** The versions that Strata follows, as a Docker of that release tells them. */
const COMMON = { GoVersion: 'go1.25.3', Os: 'linux', Arch: 'amd64' };
const BUILT = 'Wed Nov  5 14:43:11 2025';

export const CLIENT = {
  Version: '28.5.2',
  ApiVersion: '1.51',
  DefaultAPIVersion: '1.51',
  GitCommit: 'ecc6942',
  ...COMMON,
  BuildTime: BUILT,
  Context: 'default',
} as const satisfies Json;

/** The parts of the server: name, version and details as `docker version` lists them. */
export const COMPONENTS = [
  {
    Name: 'Engine',
    Version: '28.5.2',
    Details: {
      ApiVersion: '1.51',
      Arch: 'amd64',
      BuildTime: BUILT,
      Experimental: 'false',
      GitCommit: '89c5e8f',
      GoVersion: COMMON.GoVersion,
      KernelVersion: '6.1.0-strata',
      MinAPIVersion: '1.24',
      Os: 'linux',
    },
  },
  { Name: 'containerd', Version: 'v1.7.28', Details: { GitCommit: 'b98a3aace656320842a23f4a392a33f46af97866' } },
  { Name: 'runc', Version: '1.3.0', Details: { GitCommit: 'v1.3.0-0-g4ca628d1' } },
  { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: 'de40ad0' } },
] as const satisfies Json;

export const SERVER = {
  Platform: { Name: '' },
  Components: COMPONENTS,
  Version: '28.5.2',
  ApiVersion: '1.51',
  MinAPIVersion: '1.24',
  GitCommit: '89c5e8f',
  ...COMMON,
  KernelVersion: '6.1.0-strata',
  BuildTime: '2025-11-05T14:43:11.000000000+00:00',
} as const satisfies Json;
