import { encodeText } from '../../../engine/kernel/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import type { Context } from '../../command.ts';

/** Where Docker's client looks for the buildx plugin, besides its configuration directory. */
const PLUGIN_DIRS = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

const NOTE = 'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.';
const DISABLED = `${NOTE}
            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0
            environment-variable.

`;
const MISSING = `${NOTE}
            Install the buildx component to build images with BuildKit:
            https://docs.docker.com/go/buildx/

`;

export interface Choice {
  readonly builder: 'buildx' | 'classic';
  /** What the classic builder says of itself first. */
  readonly note: string;
}

/**
 * Whose `docker build` this is: BuildKit's unless DOCKER_BUILDKIT says no or buildx is not installed; in Docker 20.10 the classic builder's unless
 * DOCKER_BUILDKIT says yes. Source: docker/cli cmd/docker/builder.go; v20.10 cli/command/cli.go BuildKitEnabled.
 */
export function whichBuilder(context: Context): Choice {
  if (profileFacts(context.daemon.state).builder === 'classic')
    return { builder: /^(1|t|true)$/i.test(context.env('DOCKER_BUILDKIT') ?? '') ? 'buildx' : 'classic', note: '' };
  if (/^(0|f|false)$/i.test(context.env('DOCKER_BUILDKIT') ?? '')) return { builder: 'classic', note: DISABLED };
  return hasBuildx(context) ? { builder: 'buildx', note: '' } : { builder: 'classic', note: MISSING };
}

/** Whether a command is one that buildx would have: the classic builder's note comes before anything else it says. */
export const isBuilderCommand = (path: readonly string[]): boolean =>
  path[0] === 'builder' || (path.length === 1 && path[0] === 'build') || (path[0] === 'image' && path[1] === 'build');

function hasBuildx(context: Context): boolean {
  const own = context.env('DOCKER_CONFIG') ?? `${context.env('HOME') ?? ''}/.docker`;
  return [`${own}/cli-plugins`, ...PLUGIN_DIRS].some((dir) => context.process.fs.exists(encodeText(`${dir}/docker-buildx`)));
}
