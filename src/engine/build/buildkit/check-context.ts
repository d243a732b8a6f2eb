import { PatternMatcher } from '../../context/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import { type BaseImageLookup, linuxAmd64 } from '../../dockerfile/index.ts';
import { bestPlatform } from '../../platform/index.ts';
import { findLocalImage } from '../base-image.ts';

/** What the checks ask of base images: only those that are here already. */
export const localBases =
  (daemon: Daemon): BaseImageLookup =>
  (name, wanted) => {
    const image = findLocalImage(daemon.state.images, name);
    if (image === undefined || bestPlatform(wanted, [image.config], (config) => config) === undefined) return undefined;
    const { Env, OnBuild, Shell, WorkingDir } = image.config.config ?? {};
    const { architecture, os } = image.config;
    return {
      env: Env ?? [],
      onBuild: OnBuild ?? [],
      shell: Shell ?? [],
      workingDir: WorkingDir ?? '',
      platform: { ...linuxAmd64, architecture, os },
    };
  };

/** Whether patterns keep a source of COPY out of the context; patterns that cannot be read are refused elsewhere. */
export function ignoredBy(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  try {
    const matcher = new PatternMatcher(patterns);
    return (path) => matcher.matchesOrParentMatches(path);
  } catch {
    return () => false;
  }
}
