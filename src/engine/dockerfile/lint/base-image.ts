import type { Platform } from '../values/index.ts';

/** What the checks want to know of a base image's config. */
export interface BaseImage {
  readonly env: readonly string[];
  readonly onBuild: readonly string[];
  /** The image's SHELL; empty for the default. */
  readonly shell: readonly string[];
  /** '' when the image says nothing. */
  readonly workingDir: string;
  readonly platform: Platform;
}

/** A base name as images are known by: in full, with its tag. Or why it can be no name, in the words of Docker's reference parser. */
export type ImageNameReader = (name: string) => { readonly full: string } | { readonly error: string };

/** Looks a base image up by its full name with tag; undefined when nothing is known about it, which is no error. */
export type BaseImageLookup = (name: string, platform: Platform) => BaseImage | { readonly error: string } | undefined;

export function emptyImage(platform: Platform): BaseImage {
  return { env: [], onBuild: [], shell: [], workingDir: '', platform };
}
