import { platformImage, usesContainerd } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { formatPlatform, parsePlatform, platformOf, samePlatform, servesPlatform } from '../../../engine/platform/index.ts';
import type { Image } from '../../../engine/store/index.ts';

const shown = ({ config }: Image): string => [config.os, config.architecture, ...(config.variant ? [config.variant] : [])].join('/');

/** Whether an image serves a platform such as `linux/arm64`, in its own variant or a narrower one; empty is any. */
export function isFor(image: Image, platform: string): boolean {
  const wanted = parsePlatform(platform);
  return platform === '' || (wanted.ok && servesPlatform(wanted.value, image.config));
}

/** Whether an image is for a platform and no other: what `docker save` asks. */
export function isStrictlyFor(image: Image, platform: string): boolean {
  const wanted = parsePlatform(platform);
  return platform === '' || (wanted.ok && samePlatform(wanted.value, platformOf(image.config)));
}

/** A platform as the engine's messages write it. */
export function platformShown(text: string): string {
  const parsed = parsePlatform(text);
  return parsed.ok ? formatPlatform(parsed.value, true) : text;
}

/** The engine's words for an image of another platform than the one asked for. */
export const otherPlatform = (image: Image, name: string, platform: string): string =>
  `image with reference ${name} was found but its platform (${shown(image)}) does not match the specified platform (${platformShown(platform)})`;

/** An image as it is for a platform; empty is the one that runs here. Throws when it is for others. */
export function forPlatform(daemon: Daemon, image: Image, name: string, platform: string): Image {
  if (usesContainerd(daemon)) return platform === '' ? image : platformImage(daemon.state.images, image, name, platform);
  if (!isFor(image, platform)) throw new DockerError('NotFound', otherPlatform(image, name, platform));
  return image;
}

/** What is wrong with a platform as it was typed, in containerd's words; undefined for nothing. */
export function platformProblem(text: string): string | undefined {
  const parsed = text === '' ? undefined : parsePlatform(text);
  return parsed?.ok === false ? parsed.error : undefined;
}
